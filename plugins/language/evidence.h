// Evidence for languages in the words and spelling of a text, from data files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "koppel/status.h"

namespace koppel::language {

// Lists of frequent words and of typical letter sequences, for any number of languages. Immutable
// after the last Add, and then thread-safe.
class Evidence {
 public:
  Evidence() : nodes_(1) {}

  // Adds a language's lists: words after [words], the most frequent first; letter sequences after
  // [patterns], with _ for a word's edge; # begins a comment. bad_input, which begins with the line
  // number, where the text breaks the format.
  Status Add(std::string language, std::string_view data);

  const std::vector<std::string>& languages() const { return languages_; }

  // Log-likelihood of each language, up to a constant; all 0 where nothing speaks for any.
  std::vector<double> Score(std::string_view text) const;

 private:
  struct Weight {
    std::size_t language;
    double value;
  };
  using Weights = std::vector<Weight>;
  struct Node {
    std::array<std::uint16_t, 256> next{};  // 0: none
    Weights weights;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  void AddPattern(std::string_view pattern, std::size_t language);
  void ScoreWord(std::string_view word, std::vector<double>& scores) const;
  void ScorePatterns(std::string_view letters, std::vector<double>& scores) const;

  std::vector<std::string> languages_;
  std::unordered_map<std::string, Weights, Hash, std::equal_to<>> words_;
  std::vector<Node> nodes_;  // a trie of the patterns, by byte
};

}  // namespace koppel::language
