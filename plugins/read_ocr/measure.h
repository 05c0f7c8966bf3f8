// Numbers and boxes as the formats write them.
#pragma once

#include <optional>
#include <string_view>

#include "scan.h"

namespace koppel::read_ocr {

// White space around it is skipped. None unless it is finite and the whole of the text.
std::optional<double> ParseNumber(std::string_view text);

// The next word of `text`, which is cut off it; empty at the end. Words stand between white space.
std::string_view NextWord(std::string_view& text);

// What a box given in the file's units measures on its page. The units are set once; the page's
// size may be 0.
class Ruler {
 public:
  Ruler() = default;
  Ruler(double points_per_x, double points_per_y) : x_(points_per_x), y_(points_per_y) {}

  double X(double units) const { return units * x_; }
  double Y(double units) const { return units * y_; }
  // Cut off at the edges of the page. None, and counted in `scan`, where there is no such rectangle
  // or none of it is on the page.
  std::optional<Rect> Place(const Rect& units, const ScanPage& page, Scan& scan) const;
  // A length on a page, for its size; 0 for what is none.
  static double Length(std::optional<double> units, double points_per_unit);
  double Width(std::string_view text) const { return Length(ParseNumber(text), x_); }
  double Height(std::string_view text) const { return Length(ParseNumber(text), y_); }

 private:
  double x_ = 1, y_ = 1;
};

// Grows `box` to hold `other`; either may be none.
void Extend(std::optional<Rect>& box, const std::optional<Rect>& other);

// From 0 to 1, out of a number from 0 to `most`; NaN where it is none.
double Confidence(std::string_view text, double most);

}  // namespace koppel::read_ocr
