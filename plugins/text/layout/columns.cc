#include "layout/columns.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include "layout/gutter.h"
#include "lines/scan.h"

namespace koppel::text {
namespace {

// Separates the columns of one page, or of one of its columns again: three columns are two, one of
// which is two.
class Separation {
 public:
  Separation(std::string_view text, std::vector<TextLine>& out) : text_(text), out_(out) {}

  // Appends the lines in reading order. Returns the gutter, if there is one.
  std::optional<Gutter> Run(const std::vector<TextLine>& lines, const std::optional<Gutter>& before,
                            int depth = 0) {
    constexpr int kDeepest = 2;  // up to four columns
    const auto gutter = depth < kDeepest ? FindGutter(text_, lines, before) : std::nullopt;
    if (!gutter) {
      out_.insert(out_.end(), lines.begin(), lines.end());
      return std::nullopt;
    }
    std::vector<TextLine> left, right;
    const auto flush = [&] {
      Run(left, std::nullopt, depth + 1);
      Run(right, std::nullopt, depth + 1);
      left.clear();
      right.clear();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const TextLine& line = lines[i];
      const bool in_columns = IsKept(line) && !StandsApart(lines, i);
      const auto cells = in_columns ? CutRow(text_, line, *gutter) : std::nullopt;
      if (!cells) {
        flush();
        out_.push_back(line);
        continue;
      }
      const bool first = left.empty() && right.empty();
      if (!cells->left.span.empty())
        left.push_back(Part(line, cells->left, 2 * line.column + 1, 0, first));
      if (!cells->right.span.empty()) {
        right.push_back(
            Part(line, cells->right, 2 * line.column + 2, gutter->column, first && left.empty()));
      }
    }
    flush();
    return gutter;
  }

 private:
  // A head over the columns, or a foot under them, with a gap of its own where the gutter is.
  static bool StandsApart(const std::vector<TextLine>& lines, std::size_t i) {
    constexpr std::uint32_t kApart = 2;  // blank lines
    return (i == 0 && lines.size() > 1 && lines[1].blanks >= kApart) ||
           (i > 0 && i + 1 == lines.size() && lines[i].blanks >= kApart);
  }

  // Inside columns, blank rows tell nothing, as they may belong to the other column; only those
  // before the first do.
  static TextLine Part(const TextLine& line, const Cell& cell, std::uint32_t column,
                       std::uint32_t left_edge, bool first) {
    TextLine part = line;
    part.span = cell.span;
    part.indent = cell.column > left_edge ? cell.column - left_edge : 0;
    part.column = column;
    part.woven = true;
    if (!first) part.blanks = 0;
    return part;
  }

  std::string_view text_;
  std::vector<TextLine>& out_;
};

// The left edge of a column: the smallest indent that enough of its lines have.
std::uint32_t LeftEdge(const std::vector<TextLine>& lines, std::size_t begin, std::size_t end) {
  std::map<std::uint32_t, std::size_t> count;
  for (std::size_t i = begin; i < end; ++i) ++count[lines[i].indent];
  for (const auto& [indent, number] : count) {
    if (number * 6 >= end - begin) return indent;
  }
  return count.begin()->first;
}

void MakeIndentsRelative(std::vector<TextLine>& lines) {
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    for (end = begin; end < lines.size() && lines[end].page == lines[begin].page &&
                      lines[end].column == lines[begin].column;) {
      ++end;
    }
    const std::uint32_t edge = LeftEdge(lines, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      lines[i].indent = lines[i].indent > edge ? lines[i].indent - edge : 0;
    }
  }
}

// Nothing stands beside anything, and no line is indented.
bool IsFlush(std::string_view text, const std::vector<TextLine>& lines) {
  return FindWideSpace(text) == std::string_view::npos &&
         std::all_of(lines.begin(), lines.end(),
                     [](const TextLine& line) { return line.indent == 0; });
}

}  // namespace

std::vector<TextLine> SeparateColumns(std::string_view text, std::vector<TextLine> lines) {
  if (IsFlush(text, lines)) return lines;
  std::vector<TextLine> out;
  std::optional<Gutter> before;  // pages of one document are alike
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    for (end = begin; end < lines.size() && lines[end].page == lines[begin].page;) ++end;
    const std::vector<TextLine> page(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                     lines.begin() + static_cast<std::ptrdiff_t>(end));
    if (const auto gutter = Separation(text, out).Run(page, before)) before = gutter;
  }
  MakeIndentsRelative(out);
  return out;
}

}  // namespace koppel::text
