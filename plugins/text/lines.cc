#include "lines.h"

#include "koppel/utf8.h"
#include "line_shape.h"

namespace koppel::text {
namespace {

void MeasureIndent(std::string_view space, TextLine& line) {
  for (std::size_t at = 0; at < space.size();) {
    const CodePoint c = DecodeAt(space, at);
    line.tab |= c.value == U'\t';
    line.indent = c.value == U'\t' ? (line.indent / 8 + 1) * 8 : line.indent + 1;
    at += c.size;
  }
}

}  // namespace

std::vector<TextLine> SplitLines(std::string_view text) {
  std::vector<TextLine> lines;
  std::uint32_t row = 0, page = 0, blanks = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\n\f", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view raw = text.substr(begin, end - begin);
    const std::string_view content = Trim(raw);
    const bool page_ends = end < text.size() && text[end] == '\f';
    if (content.empty()) {
      // What stands between the last line feed and a form feed is no line.
      if (!page_ends) ++blanks;
    } else {
      const auto lead = static_cast<std::uint32_t>(content.data() - raw.data());
      const auto from = static_cast<std::uint32_t>(begin) + lead;
      TextLine line;
      line.span = {from, from + static_cast<std::uint32_t>(content.size())};
      line.row = row;
      line.page = page;
      line.blanks = blanks;
      line.trailing = static_cast<std::uint32_t>(raw.size() - lead - content.size());
      MeasureIndent(raw.substr(0, lead), line);
      lines.push_back(line);
      blanks = 0;
    }
    ++row;
    page += page_ends;
    begin = end + 1;
  }
  return lines;
}

}  // namespace koppel::text
