// What kind of parts the two halves are.
#include <algorithm>

#include "dehyphenate/case.h"
#include "dehyphenate/weights.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

namespace w = weights;

constexpr std::size_t kLongestInitialism = 5;
constexpr std::size_t kLongestPairedAcronym = 4;
constexpr std::size_t kLongestOrdinal = 3;  // the letters behind the number: 13de

// Plain letters in lower case in capitals; empty if there is anything else.
std::string InCapitals(std::string_view word) {
  std::string capitals;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return {};
    capitals.push_back(static_cast<char>(c - 'a' + 'A'));
  }
  return capitals;
}

bool IsRomanNumber(std::string_view word) {
  return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

}  // namespace

bool EvidenceCase::IsInitialism() {
  if (restorable_ || joined_known_ == Known::kListed || in_corpus_) return false;
  if (right_known_ == Known::kNo || CodePoints(right_) < w::kLongWord) return false;
  if (left_.size() < 2 || left_.size() > kLongestInitialism) return false;
  const std::string capitals = InCapitals(left_);
  if (capitals.empty() || language_.bound_prefixes.Contains(folded_left_)) return false;
  if (left_known_ != Known::kNo)
    return !language_.vowels.empty() && !HasAny(folded_left_, language_.vowels);
  // Syllables are found in capitals, too (IL, SE), but nobody breaks a word behind these letters.
  return legality_ == Legality::kForbidden && joined_known_ == Known::kNo &&
         lexicon_.Lookup(capitals) == Known::kListed &&
         lexicon_.Lookup(Capitalised(left_)) == Known::kNo;
}

bool EvidenceCase::BeginsWithNumber() const {
  const std::size_t letters = left_.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string_view::npos || right_known_ == Known::kNo) return false;
  return CodePoints(left_.substr(letters)) <= kLongestOrdinal;
}

bool EvidenceCase::ArePairedAcronyms() {
  if (joined_known_ != Known::kNo || in_corpus_) return false;
  if (CodePoints(left_) > kLongestPairedAcronym || CodePoints(right_) > kLongestPairedAcronym)
    return false;
  if (IsRomanNumber(left_) && IsRomanNumber(right_)) return false;
  return lexicon_.Lookup(folded_left_) == Known::kNo &&
         lexicon_.Lookup(folded_right_) == Known::kNo;
}

bool EvidenceCase::AreCoordinated() {
  const bool group = std::any_of(
      language_.coordinates.begin(), language_.coordinates.end(), [&](const FoldedSet& words) {
        return words.Contains(folded_left_) && words.Contains(folded_right_) &&
               folded_left_ != folded_right_;
      });
  if (group) return true;
  const bool words = left_known_ != Known::kNo && right_known_ != Known::kNo;
  return words && CodePoints(right_) > w::kLongWord && !words_.IsBoundSuffix(folded_right_) &&
         words_.EndsLikeAdjective(folded_right_) && words_.IsAdjective(folded_left_);
}

}  // namespace koppel::text
