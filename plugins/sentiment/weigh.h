// The rules: how modifiers change the entries of a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parse.h"

namespace koppel::sentiment {

// An entry with what its surroundings make of it.
struct Finding {
  Found found;
  Span span;
  double value = 0;       // -1 to 1, never 0
  std::string modifiers;  // "negate niet; scale zeer"
};

// Findings in the order of the sentence. In time linear in the words.
std::vector<Finding> Weigh(const Words& words, const Parse& parse);

}  // namespace koppel::sentiment
