// Finds words of one text that are copied from another, more or less: what commenters quote from
// the article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words.h"
#include "quotes/draft.h"

namespace koppel::speakers {

class CopyFinder {
 public:
  // Indexes the words of the given ranges (the article).
  CopyFinder(const Words& words, const std::vector<WordRange>& source);

  struct Copy {
    WordRange source;  // where it stands in the article
    double share = 0;  // of its words that are found there, in order
  };
  // None for short stretches and where less than seven words in ten are found. Linear in the
  // stretch: common words are tried at a bounded number of places.
  std::optional<Copy> Find(WordRange stretch) const;

 private:
  static constexpr std::size_t kShingle = 3;
  std::uint64_t ShingleAt(const std::vector<std::size_t>& order, std::size_t i) const;
  double ShareAt(const std::vector<std::size_t>& stretch, std::ptrdiff_t shift) const;

  const Words& words_;
  std::vector<std::size_t> source_;  // words that are no marks
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places_;
};

}  // namespace koppel::speakers
