// The width that lines were broken to.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace koppel::text {

struct PrintedLine;

// The width that three fifths of the lines have, give or take a sixth: their median; or 0 where
// they have none in common, or where it is not that of printed lines. Welded lines count by their
// last part (see LastWidth). Overwrites `widths` (ems).
float CommonWidth(std::vector<float>& widths);

// Some extractors weld lines together where a word was broken. What the last of the lines welded
// together measures.
float LastWidth(float width, float measure);

// Estimated from the lines that the text runs on behind: they are full. Parts of a document may
// have different measures (columns, quotations); each stretch of lines uses its own where it has
// evidence enough.
class Measure {
 public:
  Measure(std::string_view text, const std::vector<PrintedLine>& lines);

  // False where line breaks were not made by a width: web text, lists, verse.
  bool known() const { return whole_ > 0; }
  // Ems, at line `i`. Precondition: known().
  float At(std::size_t i) const;
  // Whether a line of this width (ems) alone shows that a width broke it: it is as wide as running
  // text is printed, and hardly any line of the text is wider.
  bool IsLong(float width) const;

 private:
  float whole_ = 0;
  float widest_ = 0;
  std::vector<float> parts_;  // of each stretch of kPart lines
};

}  // namespace koppel::text
