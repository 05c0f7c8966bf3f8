// Runs of words that certainly stand on one line of one column.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading_order.h"

namespace koppel::read_pdf {

struct Fragment {
  std::vector<std::uint32_t> words;  // from left to right
  Rect box;
};

// Whether two boxes stand on the same line: they share half the height of the lower one. Raised and
// lowered characters do.
bool OnOneLine(const Rect& a, const Rect& b);

// Grows `box` to hold `other`.
void Extend(Rect& box, const Rect& other);

// Words with less than a gutter between them. A stretched line may fall into several fragments:
// lines are put together again once the columns are known.
std::vector<Fragment> MakeFragments(std::span<const Rect> words);

}  // namespace koppel::read_pdf
