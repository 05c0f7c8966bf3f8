// Values under words or sequences of words, found at a place in a sentence: the longest wins.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "table.h"
#include "words.h"

namespace koppel::sentiment {

// In a phrase, "*" stands for up to this many words: bounded, so that hostile text costs no more
// than other text.
inline constexpr std::size_t kLongestGap = 4;

// Every reading of a phrase in which words have alternatives: "is/was blij" gives "is blij" and
// "was blij".
std::vector<std::vector<std::string>> ReadPhrase(std::string_view phrase);

// Index of the last word if the phrase stands at word `first`. Precondition: the phrase has words
// and begins with no gap.
std::optional<std::size_t> MatchPhrase(const std::vector<std::string>& phrase, const Words& words,
                                       std::size_t first);

template <class V>
class PhraseMap {
 public:
  struct Match {
    const V* value = nullptr;
    std::size_t last = 0;  // index of the last word
    explicit operator bool() const { return value != nullptr; }
  };

  // A later value replaces an earlier one with the same words.
  void Add(std::vector<std::string> phrase, V value) {
    auto& same_first = by_first_[phrase.front()];
    for (auto& [known, old] : same_first) {
      if (known == phrase) {
        old = std::move(value);
        return;
      }
    }
    const auto longer = [&](const auto& item) { return item.first.size() >= phrase.size(); };
    const auto place = std::find_if_not(same_first.begin(), same_first.end(), longer);
    same_first.emplace(place, std::move(phrase), std::move(value));
  }

  Match Find(const Words& words, std::size_t i) const {
    const auto found = by_first_.find(words.Lower(i));
    if (found == by_first_.end()) return {};
    for (const auto& [phrase, value] : found->second) {
      if (const auto last = MatchPhrase(phrase, words, i)) return {&value, *last};
    }
    return {};
  }

  // The value under a single word, or nullptr.
  const V* FindWord(std::string_view word) const {
    const auto found = by_first_.find(word);
    if (found == by_first_.end() || found->second.back().first.size() > 1) return nullptr;
    return &found->second.back().second;
  }

 private:
  using Items = std::vector<std::pair<std::vector<std::string>, V>>;  // longest first
  std::unordered_map<std::string, Items, StringHash, std::equal_to<>> by_first_;
};

}  // namespace koppel::sentiment
