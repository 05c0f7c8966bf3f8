// The order in which a page is read, from the places of its words alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace koppel::read_pdf {

// In points, origin at the top left of the page.
struct Rect {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double height() const { return bottom - top; }
};

// kHead, kFoot: white separates the line from the text below or above it.
enum class Place { kText, kHead, kFoot };

// A line of one column. `words` are positions in the input, from left to right.
struct Line {
  std::vector<std::uint32_t> words;
  Rect box;
  Place place = Place::kText;
  bool white_before = false;  // clearly more white above it than between most lines
};

// Lines in reading order: heads and feet apart, then from top to bottom, where a stretch with a
// gutter is read column by column, and a line that crosses the gutter ends it. Tables of single
// words are left as rows.
std::vector<Line> ReadingOrder(std::span<const Rect> words);

}  // namespace koppel::read_pdf
