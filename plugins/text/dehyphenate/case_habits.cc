// What the habits of its writer say about a break.
#include <algorithm>

#include "dehyphenate/case.h"
#include "dehyphenate/weights.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

namespace w = weights;

}  // namespace

bool EvidenceCase::IsName() const {
  if (language_.capital_nouns || in_corpus_ || joined_known_ != Known::kNo) return false;
  if (!IsUpper(First(left_)) || CodePoints(right_) < w::kLongWord) return false;
  const bool common = lexicon_.Lookup(folded_left_) != Known::kNo;
  const bool noun = right_known_ != Known::kNo || corpus_.Word(right_) > 0;
  return !common && noun && (left_known_ != Known::kNo || corpus_.Word(left_) > 0);
}

bool EvidenceCase::IsProperName() const {
  return language_.proper_prefixes.Contains(folded_left_) &&
         lexicon_.Lookup(right_) != Known::kNo && lexicon_.Lookup(folded_right_) == Known::kNo;
}

bool EvidenceCase::IsPairOfNames() const {
  if (in_corpus_ || joined_known_ != Known::kNo || !IsUpper(First(left_))) return false;
  if (CodePoints(left_) > w::kLongestNamePart || CodePoints(right_) > w::kLongestNamePart)
    return false;
  // Syllables may be words by chance: where such names are common, that says nothing.
  const bool unknown = left_known_ == Known::kNo && right_known_ == Known::kNo;
  return habits_.hyphenated_names >= (unknown ? w::kFewestNames : w::kManyNames);
}

bool EvidenceCase::IsOldPair() const {
  return std::any_of(language_.old_pairs.begin(), language_.old_pairs.end(),
                     [&](const HyphenatedPair& pair) {
                       return folded_left_ == pair.left && StartsWith(folded_right_, pair.right);
                     });
}

bool EvidenceCase::IsOldCompound() {
  if (right_known_ == Known::kNo || CodePoints(right_) < w::kLongWord) return false;
  if (left_known_ == Known::kNo && !words_.HasLinkingElement(left_)) return false;
  if (words_.IsBoundSuffix(folded_right_)) return false;
  const bool word =
      CodePoints(left_) >= w::kLongWord && !language_.bound_prefixes.Contains(folded_left_);
  return word || language_.hyphen_prefixes.Contains(folded_left_);
}

void EvidenceCase::AddHabits(Candidate& keep) {
  if (IsPairOfNames()) keep.Add("name_habit", w::kNameHabit);
  if (!habits_.old_spelling || in_corpus_) return;
  if (folded_left_ == folded_right_) keep.Add("old_spelling", w::kOldRepetition);
  if (!IsOldCompound()) return;
  keep.Add("old_spelling", w::kOldSpelling);
  keep.Add("habit", std::min(w::kHabit * habits_.hyphenated_words, w::kStrongestHabit));
  if (IsOldPair()) keep.Add("old_pair", w::kOldPair);
  if (joined_known_ == Known::kListed) {
    const std::uint32_t family =
        document_.HyphenatedAfter(left_) + document_.HyphenatedBefore(right_);
    keep.Add("hyphenated_family", Counted(w::kOldFamily, family));
  }
}

}  // namespace koppel::text
