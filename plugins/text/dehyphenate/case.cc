#include "dehyphenate/case.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "dehyphenate/weights.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

namespace w = weights;

bool EndsInOneOf(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return EndsWith(word, ending); });
}

}  // namespace

double Counted(double base, std::uint32_t count) {
  return count == 0 ? 0 : base + w::kPerDoubling * std::log2(count);
}

EvidenceCase::EvidenceCase(const Sources& sources, const BrokenWord& word)
    : language_(sources.language),
      lexicon_(sources.lexicon),
      corpus_(sources.corpus),
      document_(sources.document),
      habits_(sources.habits),
      word_(word),
      words_(sources.language, sources.lexicon, sources.habits.old_spelling),
      left_(LastPart(word.left)),
      right_(FirstPart(word.right)),
      folded_left_(Fold(left_)),
      folded_right_(Fold(right_)) {}

std::vector<Candidate> EvidenceCase::Candidates() {
  left_known_ = words_.KnownAnyCase(left_);
  right_known_ = words_.KnownAnyCase(right_);
  legality_ = lexicon_.BreakLegality(left_, right_);
  capital_ = JudgeCapital();
  std::vector<Candidate> restored;
  for (const Restoration& restoration : language_.restorations) {
    if (Applies(restoration)) AddRestored(restoration, restored);
  }
  std::vector<Candidate> all;
  all.push_back(Join());
  all.push_back(Keep());
  // The typesetter's taste says something only where a hyphen may have been written.
  if (all.back().score > 0 && !BeforeConjunction())
    all.back().Add("written_breaks", habits_.written_breaks);
  if (BeforeConjunction() && capital_ != Capital::kOtherWord) {
    all.push_back(Suspended());
  }
  std::move(restored.begin(), restored.end(), std::back_inserter(all));
  return all;
}

bool EvidenceCase::WrittenBothWays() const {
  return corpus_.Joined(word_.left, word_.right) > 0 &&
         corpus_.Hyphenated(word_.left, word_.right) > 0;
}

bool EvidenceCase::BeforeConjunction() const {
  return language_.conjunctions.Contains(Fold(word_.right));
}

EvidenceCase::Capital EvidenceCase::JudgeCapital() const {
  const bool capitals = IsCapitals(left_) && BeginsInCapitals(right_);
  const bool name = language_.name_prefixes.Contains(folded_left_);
  if (!IsUpper(First(right_)) || capitals || name) return Capital::kNone;
  // "vast-/Het", "Bundes-/Wird": a small word in upper case begins a sentence, unless it is part of
  // a name (Jansen-/De Boer).
  const bool sentence = (language_.capital_nouns || !IsUpper(First(left_))) &&
                        language_.function_words.Contains(folded_right_) &&
                        corpus_.Hyphenated(word_.left, word_.right) == 0;
  return !sentence && StandsBeforeHyphen() ? Capital::kSecondPart : Capital::kOtherWord;
}

bool EvidenceCase::StandsBeforeHyphen() const {
  if (IsUpper(First(word_.left)) || IsUpper(First(left_)) || IsAcronym(left_)) return true;
  if (CodePoints(left_) == 1 || language_.hyphen_prefixes.Contains(folded_left_)) return true;
  if (BeginsWithNumber() || IsProperName()) return true;
  if (corpus_.HyphenatedAfter(left_) > 0) return true;
  // "ge" and "ver" may be listed as words, but as the half of one they are far more common.
  if (language_.bound_prefixes.Contains(folded_left_)) return false;
  return left_known_ != Known::kNo || corpus_.Word(left_) > 0;
}

Candidate EvidenceCase::Join() {
  Candidate join{BreakKind::kJoin};
  join.Add("default", w::kJoin);
  if (capital_ == Capital::kOtherWord) join.Add("lost_continuation", w::kLostContinuation);
  if (legality_ == Legality::kForbidden) join.Add("forbidden_break", w::kForbiddenBreak);
  const std::string joined = Concat(left_, right_);
  joined_known_ = words_.KnownJoined(joined);
  AddForms(join, word_.left, word_.right);
  if (left_.size() != word_.left.size() || right_.size() != word_.right.size()) {
    AddForms(join, left_, right_);
  }
  if (joined_known_ == Known::kListed && !WrittenBothWays()) join.Add("dictionary", w::kListed);
  if (joined_known_ == Known::kCompound) join.Add("compound", w::kCompound);
  const std::uint32_t elsewhere = corpus_.BrokenElsewhere(word_.left, word_.right);
  join.Add("broken_elsewhere", Counted(w::kBrokenElsewhere, elsewhere));
  in_corpus_ = corpus_.Joined(left_, right_) > 0 || elsewhere > 0;
  if (joined_known_ == Known::kNo && !in_corpus_) AddUnknown(join, joined);
  AddTwoWords(join);
  return join;
}

void EvidenceCase::AddTwoWords(Candidate& join) {
  const bool linked = words_.HasLinkingElement(left_);
  if ((left_known_ == Known::kNo && !linked) || right_known_ == Known::kNo || in_corpus_) return;
  if (language_.closed_compounds) {
    // Prefixes and short endings are words by chance.
    if (words_.IsBoundSuffix(folded_right_)) return;
    if (language_.bound_prefixes.Contains(folded_left_)) return;
    if (CodePoints(right_) < w::kLongWord && !BeforeConjunction()) return;
    // A noun behind a hyphen would be capitalised.
    if (language_.capital_nouns && words_.KnownJoined(right_) == Known::kNo) return;
  }
  // knoei-/en is a form of the word, whatever else stands there; partij-/en may be one.
  if (BeforeConjunction() && joined_known_ == Known::kListed) return;
  if (BeforeConjunction() && joined_known_ == Known::kCompound && legality_ == Legality::kAllowed)
    return;
  join.Add("two_words", w::kTwoWords);
  // Old spelling has tabaks-rook, too.
  if (linked && !habits_.old_spelling) join.Add("linking_element", w::kLinkingElement);
}

void EvidenceCase::AddForms(Candidate& join, std::string_view left, std::string_view right) {
  // Nobody breaks a number: 3-/8 is not the 38 that stands elsewhere.
  if (IsDigit(Last(left)) && IsDigit(First(right))) return;
  join.Add("corpus_joined", Counted(w::kCorpusJoined, corpus_.Joined(left, right)));
  join.Add("document_joined", Counted(w::kDocumentJoined, document_.Joined(left, right)));
}

void EvidenceCase::AddUnknown(Candidate& join, const std::string& joined) {
  if (words_.IsCompound(joined)) {
    if (!IsCollision()) join.Add("compound_parts", w::kCompoundParts);
  } else if (left_known_ == Known::kNo && right_known_ == Known::kListed &&
             CodePoints(right_) >= w::kLongWord && !IsUpper(First(left_)) &&
             !words_.EndsInBoundPart(folded_left_)) {
    // The more common the word is, the less it is half of another.
    join.Add("right_half_is_a_word", -Counted(w::kForeignRight, corpus_.Word(right_)));
  }
}

Candidate EvidenceCase::Keep() {
  Candidate keep{BreakKind::kKeep};
  AddCorpusHyphenated(keep);
  AddCharacters(keep);
  AddLanguage(keep);
  AddHabits(keep);
  AddRelatives(keep);
  AddChain(keep);
  return keep;
}

void EvidenceCase::AddCorpusHyphenated(Candidate& keep) {
  keep.Add("corpus_hyphenated",
           Counted(w::kCorpusHyphenated, corpus_.Hyphenated(word_.left, word_.right)));
  keep.Add("document_hyphenated",
           Counted(w::kDocumentHyphenated, document_.Hyphenated(word_.left, word_.right)));
  if (WrittenBothWays()) keep.Add("both_ways", w::kBothWays);
  if (left_.size() != word_.left.size() || right_.size() != word_.right.size()) {
    keep.Add("corpus_hyphenated", Counted(w::kCorpusHyphenated, corpus_.Hyphenated(left_, right_)));
  }
  if (words_.KnownHyphenated(word_.left, word_.right)) {
    keep.Add("dictionary", habits_.old_spelling ? w::kListedNow : w::kListedHyphen);
  }
  // Relatives say something only about a word that is not known itself, and not of a conjunction.
  if (joined_known_ == Known::kListed || in_corpus_ || BeforeConjunction()) return;
  if (right_known_ != Known::kNo && HasFamily()) {
    keep.Add("hyphenated_family", Counted(w::kFamily, corpus_.HyphenatedAfter(left_)));
  }
  if (left_known_ != Known::kNo) {
    const bool bound = corpus_.Word(right_) == 0;
    keep.Add("hyphenated_family", Counted(bound ? w::kFamilyOfBound : w::kFamilyOfRight,
                                          corpus_.HyphenatedBefore(right_)));
  }
}

void EvidenceCase::AddCharacters(Candidate& keep) {
  const char32_t before = Last(left_);
  const char32_t after = First(right_);
  if (capital_ == Capital::kSecondPart) keep.Add("capital", w::kCapital);
  // They say that there was a hyphen, and before a conjunction that is a suspended one: X11-/und.
  if (BeforeConjunction()) return;
  if (!restorable_ && (IsDigit(before) || IsDigit(after))) {
    keep.Add("digit", w::kDigit);
  } else if (BeginsWithNumber() && joined_known_ != Known::kListed) {
    keep.Add("digit", w::kNumbered);
  }
  const bool capitals = IsCapitals(left_) && BeginsInCapitals(right_);
  if (IsAcronym(left_) && !capitals && !WrittenBothWays()) keep.Add("acronym", w::kAcronym);
  if (capitals && ArePairedAcronyms()) keep.Add("acronym", w::kAcronymPair);
  if (legality_ != Legality::kAllowed && !language_.vowels.empty() &&
      !HasAny(folded_left_, language_.vowels)) {
    keep.Add("no_syllable", w::kNoSyllable);
  } else if (IsInitialism()) {
    keep.Add("initialism", w::kInitialism);
  }
  if (CodePoints(left_) == 1) keep.Add("single_letter", w::kSingleLetter);
  if (folded_left_ == folded_right_) keep.Add("repetition", w::kRepetition);
}

void EvidenceCase::AddLanguage(Candidate& keep) {
  const bool words = left_known_ != Known::kNo && right_known_ != Known::kNo;
  if (words && legality_ == Legality::kForbidden && !BeforeConjunction())
    keep.Add("forbidden_break", w::kForbiddenWords);
  if (restorable_) return;
  if (joined_known_ == Known::kListed) AddListedPrefix(keep);
  if (EndsInParticle()) keep.Add("particle", w::kParticle);
  if (joined_known_ == Known::kListed && legality_ != Legality::kForbidden) return;
  if (language_.hyphen_prefixes.Contains(folded_left_)) AddPrefix(keep);
  if (left_known_ != Known::kNo && language_.hyphen_suffixes.Contains(folded_right_)) {
    keep.Add("suffix", w::kSuffix);
  }
  // A German noun would have a capital: Tisch-/plan.
  const bool noun = language_.capital_nouns && IsUpper(First(left_));
  if (words && !noun && EndsInOneOf(folded_left_, language_.hyphen_endings)) {
    keep.Add("adjective", w::kAdjective);
  } else if (!noun && AreCoordinated()) {
    keep.Add("coordination", w::kCoordination);
  }
  AddListedFamily(keep);
  if (IsName()) keep.Add("name", w::kName);
  if (IsNameWithParticle()) keep.Add("name_particle", w::kNameParticle);
  if (IsCollision()) keep.Add("vowel_collision", w::kVowelCollision);
  if (words && SharedEnding()) keep.Add("coordination", w::kCoordination);
  if (words && !language_.closed_compounds && joined_known_ == Known::kNo && !in_corpus_ &&
      CodePoints(right_) > w::kShortWord && !language_.bound_prefixes.Contains(folded_left_) &&
      !words_.IsBoundSuffix(folded_right_)) {
    keep.Add("open_compound", w::kOpenCompound);
  }
}

void EvidenceCase::AddChain(Candidate& keep) const {
  const bool before = left_.size() != word_.left.size();
  const bool after = right_.size() != word_.right.size();
  const bool unknown = joined_known_ == Known::kNo && !in_corpus_ && !restorable_;
  if (before || after)
    keep.Add("other_hyphen", unknown ? w::kOtherHyphenOfUnknown : w::kOtherHyphen);
  if ((before && IsSmallWord(folded_left_)) || (after && IsSmallWord(folded_right_)))
    keep.Add("chain", w::kChain);
}

bool EvidenceCase::IsSmallWord(const std::string& folded) const {
  return language_.function_words.Contains(folded) || language_.conjunctions.Contains(folded);
}

Candidate EvidenceCase::Suspended() {
  Candidate suspended{BreakKind::kSuspended};
  suspended.Add("conjunction", w::kConjunction);
  suspended.Add("corpus_suspended", Counted(w::kSuspendedSeen, corpus_.Suspended(left_)));
  if (IsAcronym(left_)) suspended.Add("acronym", w::kAcronym);
  if (left_known_ != Known::kNo) suspended.Add("left_half_is_a_word", w::kLeftWord);
  // eige-/naar
  const bool part = left_known_ == Known::kNo && joined_known_ == Known::kListed &&
                    corpus_.Suspended(left_) + corpus_.Word(left_) == 0;
  if (part && !words_.HasLinkingElement(left_)) suspended.Add("no_word", w::kNoLeftWord);
  // What is left out of the first word stands in the second: zak- en kleedgeld.
  if (language_.closed_compounds && !word_.next.empty()) {
    suspended.Add("compound_follows",
                  CompoundFollows() ? w::kCompoundFollows : w::kNoCompoundFollows);
  }
  return suspended;
}

bool EvidenceCase::CompoundFollows() {
  return language_.closed_compounds && !word_.next.empty() && !IsSmallWord(Fold(word_.next)) &&
         words_.IsCompound(word_.next);
}

bool EvidenceCase::Applies(const Restoration& restoration) const {
  // As written, not folded: letters in capitals would come back in lower case.
  if (!EndsWith(left_, restoration.left) || !StartsWith(right_, restoration.right)) return false;
  if (restoration.whole_right && right_.size() != restoration.right.size()) return false;
  if (restoration.after.empty()) return true;
  const std::string before = Fold(left_.substr(0, left_.size() - restoration.left.size()));
  return !before.empty() && restoration.after.find(Last(before)) != std::u32string::npos;
}

void EvidenceCase::AddRestored(const Restoration& restoration, std::vector<Candidate>& all) {
  const std::string head(left_.substr(0, left_.size() - restoration.left.size()));
  const std::string tail(right_.substr(restoration.right.size()));
  const std::string whole = head + restoration.joined + tail;
  // A second rule for the same word does not compete with the first one.
  const bool given = std::any_of(all.begin(), all.end(), [&](const Candidate& candidate) {
    return candidate.restored == whole;
  });
  if (given) return;
  const Known known = words_.KnownJoined(whole);
  const std::uint32_t seen = corpus_.Word(whole);
  const bool compound = !restoration.whole_right && words_.IsCompound(whole);
  const bool supported = known != Known::kNo || seen > 0 || compound;
  if (!supported && !restoration.productive) return;
  Candidate restored{BreakKind::kJoin};
  restored.restoration = &restoration;
  restored.restored = whole;
  restored.Add(restoration.rule, supported ? w::kRestored : w::kProductive);
  restored.Add("corpus_joined", Counted(w::kCorpusJoined, seen));
  if (BeforeConjunction() && left_known_ != Known::kNo && CompoundFollows())
    restored.Add("compound_follows", -w::kSharesEnd);
  if (known == Known::kListed) restored.Add("dictionary", w::kListed);
  restorable_ = restorable_ || known == Known::kListed || restoration.productive;
  if (known == Known::kCompound) restored.Add("compound", w::kCompound);
  all.push_back(std::move(restored));
}

bool EvidenceCase::IsCollision() const {
  if (!Collides() || IsUpper(Last(left_))) return false;
  if (left_known_ != Known::kNo)
    return right_known_ != Known::kNo || words_.IsBoundSuffix(folded_right_);
  // gastro-/enteroloog: no word is divided there.
  return legality_ == Legality::kForbidden && right_known_ == Known::kListed &&
         CodePoints(right_) > w::kLongWord;
}

bool EvidenceCase::Collides() const {
  return std::any_of(language_.vowel_collisions.begin(), language_.vowel_collisions.end(),
                     [&](const std::string& pair) {
                       const std::size_t first = pair.size() - Tail(pair).size();
                       return EndsWith(folded_left_, std::string_view(pair).substr(0, first)) &&
                              StartsWith(folded_right_, Tail(pair));
                     });
}

bool EvidenceCase::SharedEnding() const {
  return std::any_of(language_.equal_endings.begin(), language_.equal_endings.end(),
                     [&](const std::string& ending) {
                       return EndsWith(folded_left_, ending) && EndsWith(folded_right_, ending);
                     });
}

}  // namespace koppel::text
