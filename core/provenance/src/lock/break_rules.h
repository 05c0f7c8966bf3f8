#pragma once

#include <map>
#include <string>

namespace koppel::internal {

// SHA-256 of the rules by which this ICU finds boundaries of words, sentences and lines, by kind
// and locale ("word", "line ja"): those of the root, and those of locales with rules of their own.
// They change between releases, and with them where a sentence ends.
std::map<std::string, std::string> BreakRuleDigests();

}  // namespace koppel::internal
