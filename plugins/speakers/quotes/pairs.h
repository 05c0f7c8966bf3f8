// Pairs quotation marks: the cheapest reading of all marks of a stretch, instead of a rule per
// pair.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "koppel/span.h"
#include "language/words.h"
#include "quotes/marks.h"

namespace koppel::speakers {

struct MarkPair {
  std::size_t open = 0;              // word of the opening mark
  std::optional<std::size_t> close;  // of the closing one; none: it is never closed
  int level = 0;                     // pairs around it
};

// The pairs of marks [first, last), by their opening mark. Every mark opens, closes, continues
// (opens a further paragraph of a quotation) or is no quotation mark at all (an apostrophe, a
// minute); each choice has a cost (pairs.cc), by its shape, its spaces and what it is paired
// with. A beam search over stacks of open marks finds the cheapest reading: linear in the marks.
std::vector<MarkPair> PairMarks(const Words& words, const std::vector<Mark>& marks,
                                std::size_t first, std::size_t last, const Convention& convention);

}  // namespace koppel::speakers
