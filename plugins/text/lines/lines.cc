#include "lines/lines.h"

#include <algorithm>

#include "koppel/utf8.h"
#include "lines/shape.h"

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

// Finds line ends; each kind is looked for once per stretch, so that a text without form feeds pays
// nothing for them.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {}

  // The first line feed or form feed from `begin` on, or the end of the text.
  std::size_t Next(std::size_t begin) {
    if (begin > feed_ || begin == 0) feed_ = std::min(text_.find('\n', begin), text_.size());
    if (begin > form_feed_ || begin == 0)
      form_feed_ = std::min(text_.find('\f', begin), text_.size());
    return std::min(feed_, form_feed_);
  }

 private:
  std::string_view text_;
  std::size_t feed_ = 0, form_feed_ = 0;
};

// The line whose raw text begins at `begin`; `content` is its raw text without the white space
// around it.
TextLine MakeLine(std::string_view raw, std::string_view content, std::size_t begin) {
  TextLine line;
  const auto lead = static_cast<std::uint32_t>(content.data() - raw.data());
  const auto from = static_cast<std::uint32_t>(begin) + lead;
  line.span = {from, from + static_cast<std::uint32_t>(content.size())};
  line.trailing = static_cast<std::uint32_t>(raw.size() - lead - content.size());
  MeasureIndent(raw.substr(0, lead), line);
  return line;
}

}  // namespace

std::vector<TextLine> SplitLines(std::string_view text) {
  std::vector<TextLine> lines;
  LineEnds ends(text);
  std::uint32_t page = 0, blanks = 0;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = ends.Next(begin);
    const std::string_view raw = text.substr(begin, end - begin);
    const std::string_view content = Trim(raw);
    const bool page_ends = end < text.size() && text[end] == '\f';
    if (!content.empty()) {
      lines.push_back(MakeLine(raw, content, begin));
      lines.back().page = page;
      lines.back().blanks = blanks;
      blanks = 0;
    } else if (!page_ends) {
      // What stands between the last line feed and a form feed is no line.
      ++blanks;
    }
    page += page_ends;
  }
  return lines;
}

}  // namespace koppel::text
