// The empty strip between two text columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

struct Gutter {
  std::uint32_t column = 0;  // left edge of the right side, in characters from the left edge
};

// A piece of a row, and the position of its first character in the row.
struct Cell {
  Span span;
  std::uint32_t column = 0;
};

struct Cells {
  Cell left, right;  // either may be empty
};

// The gutter of one page, or nothing where its text stands in one column (or in a table). `before`:
// the gutter of the page before; near it, a few rows are evidence enough.
std::optional<Gutter> FindGutter(std::string_view text, const std::vector<TextLine>& page,
                                 const std::optional<Gutter>& before);

// Both sides of the row, or nothing where its text crosses the gutter.
std::optional<Cells> CutRow(std::string_view text, const TextLine& line, const Gutter& gutter);

}  // namespace koppel::text
