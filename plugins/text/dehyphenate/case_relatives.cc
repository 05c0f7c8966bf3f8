// What other words with the same half say about a break.
#include <cmath>

#include "dehyphenate/case.h"
#include "dehyphenate/weights.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

namespace w = weights;

}  // namespace

bool EvidenceCase::HasFamily() const {
  const bool name = IsUpper(First(left_));
  if (!name && words_.IsBoundSuffix(folded_right_)) return false;
  if (language_.hyphen_prefixes.Contains(folded_left_)) return true;
  if (language_.bound_prefixes.Contains(folded_left_)) return false;
  // What stands behind System- in System-Gruppe is no relative of System-/aufruf.
  if (language_.capital_nouns && name && !IsUpper(Last(left_))) return false;
  return CodePoints(left_) > 2 || name;
}

void EvidenceCase::AddListedFamily(Candidate& keep) {
  constexpr double kDoubt = 0.5;
  if (in_corpus_ || BeforeConjunction() || !HasFamily()) return;
  if (language_.hyphen_prefixes.Contains(folded_left_)) return;
  if (right_known_ == Known::kNo && !RightIsInUse()) return;
  WordFamily family = lexicon_.FamilyOf(left_);
  if (family.hyphenated == 0) family = lexicon_.FamilyOf(folded_left_);
  if (family.hyphenated <= 2 * family.joined) return;
  keep.Add("listed_family",
           w::kListedFamily + std::log((family.hyphenated + kDoubt) / (family.joined + kDoubt)));
}

bool EvidenceCase::IsClearPrefix() const {
  return CodePoints(left_) >= w::kLongWord ||
         (CodePoints(left_) >= w::kShortWord &&
          corpus_.HyphenatedAfter(left_) > corpus_.Word(left_));
}

bool EvidenceCase::RightIsInUse() const {
  return CodePoints(right_) > w::kLongWord && corpus_.Word(right_) >= w::kInUse;
}

void EvidenceCase::AddListedPrefix(Candidate& keep) const {
  if (language_.closed_compounds || in_corpus_ || right_known_ != Known::kListed) return;
  if (CodePoints(right_) < w::kLongWord || language_.bound_prefixes.Contains(folded_left_)) return;
  const std::uint32_t family = corpus_.HyphenatedAfter(left_);
  // "high" is a word by itself, and begins closed words.
  if (family <= corpus_.Word(left_) || !language_.hyphen_prefixes.Contains(folded_left_)) return;
  keep.Add("prefix", w::kPrefixOfListed);
  keep.Add("hyphenated_family", Counted(w::kFamily, family));
}

bool EvidenceCase::EndsInParticle() const {
  if (!language_.particles.Contains(folded_right_) || in_corpus_) return false;
  return left_known_ != Known::kNo && CodePoints(left_) >= w::kShortWord &&
         !IsSmallWord(folded_left_) && !language_.bound_prefixes.Contains(folded_left_);
}

// Jansen-/de Vries, Müller-/von der Heide.
bool EvidenceCase::IsNameWithParticle() const {
  if (!IsUpper(First(left_)) || joined_known_ != Known::kNo || in_corpus_) return false;
  // As written: particles of names are in lower case here, and whole words.
  const auto is_particle = [this](std::string_view word) {
    return !IsUpper(First(word)) && language_.name_particles.Contains(Fold(word));
  };
  return right_.size() == word_.right.size() && is_particle(right_) && !word_.next.empty() &&
         (IsUpper(First(word_.next)) || is_particle(word_.next));
}

void EvidenceCase::AddPrefix(Candidate& keep) const {
  const bool bound = language_.bound_prefixes.Contains(folded_left_);
  if (right_known_ != Known::kNo || RightIsInUse()) {
    keep.Add("prefix", w::kPrefix);
  } else if (joined_known_ == Known::kNo && !in_corpus_ && !bound && IsClearPrefix()) {
    keep.Add("prefix", w::kPrefixOfUnknown);
  }
}

void EvidenceCase::AddRelatives(Candidate& keep) const {
  if (CodePoints(right_) < w::kLongWord || BeforeConjunction()) return;
  if (corpus_.HyphenatedAfter(left_) == 0) return;  // nor any of the words that follow
  std::uint32_t hyphenated = 0;
  std::uint32_t joined = 0;
  const auto count = [&](std::string_view right) {
    hyphenated += corpus_.Hyphenated(left_, right);
    joined += corpus_.Joined(left_, right);
  };
  for (const std::string& ending : language_.inflections.words()) {
    count(Concat(folded_right_, ending));
    if (EndsWith(folded_right_, ending))
      count(std::string_view(folded_right_).substr(0, folded_right_.size() - ending.size()));
  }
  if (hyphenated == 0) return;
  keep.Add("relative_hyphenated", Counted(w::kRelative, hyphenated));
  keep.Add("relative_joined", -Counted(w::kRelative, joined));
}

}  // namespace koppel::text
