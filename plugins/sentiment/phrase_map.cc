#include "phrase_map.h"

namespace koppel::sentiment {

std::vector<std::vector<std::string>> ReadPhrase(std::string_view phrase) {
  std::vector<std::vector<std::string>> readings(1);
  for (const std::string_view word : Split(phrase, ' ')) {
    std::vector<std::vector<std::string>> longer;
    for (const std::string_view choice : Split(word, '/')) {
      for (const auto& reading : readings) {
        longer.push_back(reading);
        longer.back().push_back(Fold(choice));
      }
    }
    readings = std::move(longer);
  }
  return readings;
}

std::optional<std::size_t> MatchPhrase(const std::vector<std::string>& phrase, const Words& words,
                                       std::size_t first) {
  std::size_t at = first;
  for (std::size_t k = 0; k < phrase.size(); ++k) {
    if (phrase[k] != "*") {
      if (words.Lower(at++) != phrase[k]) return std::nullopt;
      continue;
    }
    if (++k == phrase.size()) break;
    const std::size_t stop = at + kLongestGap;
    while (at <= stop && words.Lower(at) != phrase[k]) ++at;
    if (at++ > stop) return std::nullopt;
  }
  return at - 1;
}

}  // namespace koppel::sentiment
