#include "paragraphs/quoted.h"

#include <algorithm>
#include <cstddef>

#include "lines/type_width.h"

namespace koppel::text {
namespace {

std::uint32_t MarkSize(std::string_view line) {
  if (!line.starts_with('>')) return 0;
  const std::size_t end = line.find_first_not_of("> ");
  // "->" and ">=" are no marks, and a mark alone on its line marks nothing.
  return end == std::string_view::npos || line[end] == '=' ? 0 : static_cast<std::uint32_t>(end);
}

std::ptrdiff_t Depth(std::string_view text, const PrintedLine& line, std::uint32_t mark) {
  const std::string_view written = text.substr(line.span.begin, mark);
  return std::count(written.begin(), written.end(), '>');
}

// Lines [begin, end) without their marks.
std::vector<Boundary> BoundariesWithin(std::string_view text, const std::vector<PrintedLine>& lines,
                                       const std::vector<std::uint32_t>& marks, std::size_t begin,
                                       std::size_t end, const std::vector<Boundary>& boundaries) {
  std::vector<PrintedLine> quoted;
  std::vector<Joint> joints;
  for (std::size_t i = begin; i < end; ++i) {
    PrintedLine line = lines[i];
    line.width -= TypeWidth(text.substr(line.span.begin, marks[i]));
    line.span.begin += marks[i];
    line.indent = 0;
    quoted.push_back(line);
    if (i + 1 < end) joints.push_back(boundaries[i].joint);
  }
  return FindParagraphEnds(text, quoted, joints);
}

}  // namespace

std::vector<std::uint32_t> QuoteMarks(std::string_view text,
                                      const std::vector<PrintedLine>& lines) {
  std::vector<std::uint32_t> marks;
  marks.reserve(lines.size());
  for (const PrintedLine& line : lines) marks.push_back(MarkSize(line.span.In(text)));
  return marks;
}

void JoinQuotes(std::string_view text, const std::vector<PrintedLine>& lines,
                const std::vector<std::uint32_t>& marks, std::vector<Boundary>& boundaries) {
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    end = begin + 1;
    if (marks[begin] == 0) continue;
    const std::ptrdiff_t depth = Depth(text, lines[begin], marks[begin]);
    while (end < lines.size() && marks[end] > 0 && Depth(text, lines[end], marks[end]) == depth)
      ++end;
    const std::vector<Boundary> within =
        BoundariesWithin(text, lines, marks, begin, end, boundaries);
    std::copy(within.begin(), within.end(),
              boundaries.begin() + static_cast<std::ptrdiff_t>(begin));
    if (end < lines.size() && boundaries[end - 1].joint == Joint::kLineBreak)
      boundaries[end - 1].is_break = true;
  }
}

}  // namespace koppel::text
