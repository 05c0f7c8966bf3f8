// Compact Language Detector 2, which knows some eighty languages.
#pragma once

#include <string_view>
#include <vector>

namespace koppel::language {

struct CldGuess {
  std::string_view code;  // BCP 47; empty where it has no idea. Static storage.
  double share = 0;       // part of the text in that language, 0 to 1
  bool reliable = false;
};

struct CldLanguage {
  std::string_view code;  // as in CldGuess
  std::string_view name;  // in English and capitals: "DUTCH"
};

// All that it can name. Static storage.
const std::vector<CldLanguage>& CldLanguages();

// Thread-safe. `text` is valid UTF-8 below 2 GiB.
CldGuess GuessByCld(std::string_view text);

}  // namespace koppel::language
