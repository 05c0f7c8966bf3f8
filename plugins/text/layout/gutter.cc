#include "layout/gutter.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "koppel/utf8.h"
#include "lines/scan.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::uint32_t kNarrowestColumn = 20;  // characters
constexpr std::uint32_t kSlack = 4;             // by how much the edge of a column may waver
constexpr std::size_t kLongestRow = 1000;       // bytes; rows of columns are shorter

// A stretch without wide spaces.
struct Segment {
  Span span;
  std::uint32_t column = 0, end_column = 0;
};

// The row cut at every place with two or more spaces.
std::vector<Segment> SegmentsOf(std::string_view text, const TextLine& line) {
  std::vector<Segment> segments;
  std::uint32_t column = line.indent, spaces = 2;
  for (std::uint32_t at = line.span.begin; at < line.span.end; ++column) {
    const CodePoint c = DecodeAt(text, at);
    if (IsInlineSpace(c.value)) {
      ++spaces;
    } else {
      if (spaces >= 2) segments.push_back({{at, at}, column, column});
      segments.back().span.end = at + c.size;
      segments.back().end_column = column + 1;
      spaces = 0;
    }
    at += c.size;
  }
  return segments;
}

bool MayHaveColumns(const TextLine& line) {
  return IsKept(line) && line.span.size() <= kLongestRow;
}

// What a page looks like if it is cut at a gutter.
struct Trial {
  std::size_t cut = 0, crossed = 0, both = 0;  // rows
  std::size_t left = 0, right = 0;             // cells
  std::size_t running_on = 0;                  // cells that the cell below continues
  std::size_t left_width = 0, right_width = 0;

  bool IsProse(std::size_t fewest) const {
    return left >= fewest && right >= fewest && crossed * 8 <= cut &&
           left_width >= left * kNarrowestColumn && right_width >= right * kNarrowestColumn &&
           running_on * 6 >= left + right;
  }
};

Trial TryGutter(std::string_view text, const std::vector<TextLine>& page, const Gutter& gutter) {
  Trial trial;
  Span last[2];
  const auto add = [&](const Cell& cell, std::size_t side, std::size_t& count, std::size_t& width) {
    if (cell.span.empty()) return;
    ++count;
    width += cell.span.size();
    trial.running_on += Continues(last[side].In(text), cell.span.In(text));
    last[side] = cell.span;
  };
  for (const TextLine& line : page) {
    if (!MayHaveColumns(line)) continue;
    const std::optional<Cells> cells = CutRow(text, line, gutter);
    ++(cells ? trial.cut : trial.crossed);
    if (!cells) continue;
    trial.both += !cells->left.span.empty() && !cells->right.span.empty();
    add(cells->left, 0, trial.left, trial.left_width);
    add(cells->right, 1, trial.right, trial.right_width);
  }
  return trial;
}

// Where segments begin that have something, or much space, to their left; by number of rows.
std::map<std::uint32_t, std::size_t> Starts(std::string_view text,
                                            const std::vector<TextLine>& page) {
  std::map<std::uint32_t, std::size_t> starts;
  for (const TextLine& line : page) {
    if (!MayHaveColumns(line)) continue;
    if (line.indent < kNarrowestColumn && FindWideSpace(line.span.In(text)) == std::string::npos)
      continue;
    for (const Segment& segment : SegmentsOf(text, line)) {
      if (segment.column >= kNarrowestColumn) ++starts[segment.column];
    }
  }
  return starts;
}

}  // namespace

std::optional<Gutter> FindGutter(std::string_view text, const std::vector<TextLine>& page,
                                 const std::optional<Gutter>& before) {
  const std::map<std::uint32_t, std::size_t> starts = Starts(text, page);
  std::optional<Gutter> found;
  std::size_t rows = 0;
  for (const auto& [column, number] : starts) {
    if (number > rows) {
      rows = number;
      found = Gutter{column};
    }
  }
  constexpr std::size_t kRows = 4;
  if (found && rows >= kRows && TryGutter(text, page, *found).IsProse(kRows)) return found;
  if (!before) return std::nullopt;
  for (const auto& [column, number] : starts) {
    const bool near = column + kSlack >= before->column && column <= before->column + kSlack;
    if (near && TryGutter(text, page, {column}).IsProse(1)) return Gutter{column};
  }
  return std::nullopt;
}

std::optional<Cells> CutRow(std::string_view text, const TextLine& line, const Gutter& gutter) {
  Cells cells;
  for (const Segment& segment : SegmentsOf(text, line)) {
    if (segment.column + kSlack < gutter.column) {
      if (segment.end_column > gutter.column) return std::nullopt;
      if (cells.left.span.empty()) cells.left = {segment.span, segment.column};
      cells.left.span.end = segment.span.end;
    } else {
      if (cells.right.span.empty()) cells.right = {segment.span, segment.column};
      cells.right.span.end = segment.span.end;
    }
  }
  return cells;
}

}  // namespace koppel::text
