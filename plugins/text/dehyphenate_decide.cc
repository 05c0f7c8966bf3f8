#include "dehyphenate_decide.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "characters.h"
#include "dehyphenate_weights.h"
#include "dehyphenate_words.h"

namespace koppel::text {
namespace {

namespace w = weights;

struct Candidate {
  explicit Candidate(BreakKind outcome) : kind(outcome) {}

  BreakKind kind;
  double score = 0;
  std::vector<Evidence> evidence;
  const Restoration* restoration = nullptr;

  void Add(std::string_view name, double weight) {
    if (weight == 0) return;
    score += weight;
    evidence.push_back({name, weight});
  }
};

double Counted(double base, std::uint32_t count) {
  return count == 0 ? 0 : base + w::kPerDoubling * std::log2(count);
}

// Collects the candidates for one break.
class Case {
 public:
  Case(const LanguageData& language, Lexicon& lexicon, const HyphenVocabulary& corpus,
       const HyphenVocabulary& document, const BrokenWord& word)
      : language_(language),
        lexicon_(lexicon),
        corpus_(corpus),
        document_(document),
        word_(word),
        words_(language, lexicon),
        left_(LastPart(word.left)),
        right_(FirstPart(word.right)),
        folded_left_(Fold(left_)),
        folded_right_(Fold(right_)) {}

  // Most breaks: the corpus writes the word as one, more than once, and nothing speaks for a hyphen. No dictionary is asked.
  bool SettledByCorpus() const {
    if (IsUpper(First(right_)) || language_.conjunctions.Contains(folded_right_)) return false;
    return corpus_.Joined(word_.left, word_.right) >= w::kSettled &&
           corpus_.Hyphenated(word_.left, word_.right) == 0;
  }

  std::vector<Candidate> Candidates() {
    left_known_ = words_.KnownAnyCase(left_);
    right_known_ = words_.KnownAnyCase(right_);
    legality_ = lexicon_.BreakLegality(left_, right_);
    std::vector<Candidate> all;
    all.push_back(Join());
    all.push_back(Keep());
    if (language_.conjunctions.Contains(Fold(word_.right))) all.push_back(Suspended());
    for (const Restoration& restoration : language_.restorations) {
      if (Applies(restoration)) AddRestored(restoration, all);
    }
    return all;
  }

 private:
  Candidate Join() {
    Candidate join{BreakKind::kJoin};
    join.Add("default", w::kJoin);
    const std::string joined = Concat(left_, right_);
    joined_known_ = words_.KnownJoined(joined);
    AddForms(join, word_.left, word_.right);
    if (left_.size() != word_.left.size() || right_.size() != word_.right.size()) {
      AddForms(join, left_, right_);
    }
    if (joined_known_ == Known::kListed) join.Add("dictionary", w::kListed);
    if (joined_known_ == Known::kCompound) join.Add("compound", w::kCompound);
    const std::uint32_t elsewhere = corpus_.BrokenElsewhere(word_.left, word_.right);
    join.Add("broken_elsewhere", Counted(w::kBrokenElsewhere, elsewhere));
    in_corpus_ = corpus_.Joined(left_, right_) > 0 || elsewhere > 0;
    if (joined_known_ == Known::kNo && !in_corpus_) AddUnknown(join, joined);
    if (left_known_ != Known::kNo && right_known_ != Known::kNo && !in_corpus_) {
      join.Add("two_words", w::kTwoWords);
      if (words_.HasLinkingElement(left_)) join.Add("linking_element", w::kLinkingElement);
    }
    return join;
  }

  void AddForms(Candidate& join, std::string_view left, std::string_view right) {
    join.Add("corpus_joined", Counted(w::kCorpusJoined, corpus_.Joined(left, right)));
    join.Add("document_joined", Counted(w::kDocumentJoined, document_.Joined(left, right)));
  }

  // A join that nobody knows: likely with fragments, unlikely where a whole word is left over.
  void AddUnknown(Candidate& join, const std::string& joined) {
    if (words_.IsCompound(joined)) {
      join.Add("compound_parts", w::kCompoundParts);
    } else if (left_known_ == Known::kNo && right_known_ == Known::kListed &&
               CodePoints(right_) >= w::kLongWord && !IsUpper(First(left_)) &&
               !words_.EndsInBoundPart(folded_left_)) {
      // The more common the word is, the less it is half of another.
      join.Add("right_half_is_a_word", -Counted(w::kForeignRight, corpus_.Word(right_)));
    }
  }

  Candidate Keep() {
    Candidate keep{BreakKind::kKeep};
    AddCorpusHyphenated(keep);
    AddCharacters(keep);
    AddLanguage(keep);
    AddChain(keep);
    if (legality_ == Legality::kForbidden) keep.Add("forbidden_break", w::kForbiddenBreak);
    return keep;
  }

  void AddCorpusHyphenated(Candidate& keep) {
    keep.Add("corpus_hyphenated",
             Counted(w::kCorpusHyphenated, corpus_.Hyphenated(word_.left, word_.right)));
    keep.Add("document_hyphenated",
             Counted(w::kDocumentHyphenated, document_.Hyphenated(word_.left, word_.right)));
    if (left_.size() != word_.left.size() || right_.size() != word_.right.size()) {
      keep.Add("corpus_hyphenated",
               Counted(w::kCorpusHyphenated, corpus_.Hyphenated(left_, right_)));
    }
    if (words_.KnownHyphenated(word_.left, word_.right)) keep.Add("dictionary", w::kListedHyphen);
    // Relatives say something only about a word that is not known itself.
    if (joined_known_ == Known::kListed || in_corpus_) return;
    if (right_known_ != Known::kNo) {
      keep.Add("hyphenated_family", Counted(w::kFamily, corpus_.HyphenatedAfter(left_)));
    }
    if (left_known_ != Known::kNo) {
      keep.Add("hyphenated_family", Counted(w::kFamilyOfRight, corpus_.HyphenatedBefore(right_)));
    }
  }

  // What the letters themselves say, in any language.
  void AddCharacters(Candidate& keep) const {
    const char32_t before = Last(left_);
    const char32_t after = First(right_);
    const bool capitals = IsCapitals(left_) && BeginsInCapitals(right_);
    const bool name = language_.name_prefixes.Contains(folded_left_);
    if (IsDigit(before) || IsDigit(after)) keep.Add("digit", w::kDigit);
    if (IsAcronym(left_) && !capitals) keep.Add("acronym", w::kAcronym);
    if (IsUpper(after) && !capitals && !name) keep.Add("capital", w::kCapital);
    if (legality_ != Legality::kAllowed && !language_.vowels.empty() && !HasAny(folded_left_, language_.vowels)) {
      keep.Add("no_syllable", w::kNoSyllable);
    }
    if (CodePoints(left_) == 1) keep.Add("single_letter", w::kSingleLetter);
    if (folded_left_ == folded_right_) keep.Add("repetition", w::kRepetition);
  }

  void AddLanguage(Candidate& keep) const {
    if (joined_known_ == Known::kListed) return;
    const bool words = left_known_ != Known::kNo && right_known_ != Known::kNo;
    if (right_known_ != Known::kNo && language_.hyphen_prefixes.Contains(folded_left_)) {
      keep.Add("prefix", w::kPrefix);
    }
    if (left_known_ != Known::kNo && language_.hyphen_suffixes.Contains(folded_right_)) {
      keep.Add("suffix", w::kSuffix);
    }
    if (words && EndsInOneOf(folded_left_, language_.hyphen_endings)) {
      keep.Add("adjective", w::kAdjective);
    }
    if (IsName()) keep.Add("name", w::kName);
    if (words && Collides()) keep.Add("vowel_collision", w::kVowelCollision);
    if (words && SharedEnding()) keep.Add("coordination", w::kCoordination);
    if (words && !language_.closed_compounds && joined_known_ == Known::kNo && !in_corpus_ &&
        CodePoints(right_) > w::kShortWord && !language_.bound_prefixes.Contains(folded_left_)) {
      keep.Add("open_compound", w::kOpenCompound);
    }
  }

  // A proper name before a common noun: Alabama-kwestie. Where nouns are capitalised, names cannot be told.
  bool IsName() const {
    if (language_.capital_nouns || in_corpus_ || joined_known_ != Known::kNo) return false;
    if (!IsUpper(First(left_)) || CodePoints(right_) < w::kLongWord) return false;
    const bool common = lexicon_.Lookup(folded_left_) != Known::kNo;
    const bool noun = right_known_ != Known::kNo || corpus_.Word(right_) > 0;
    return !common && noun && (left_known_ != Known::kNo || corpus_.Word(left_) > 0);
  }

  // huis-aan-/huisblad, Tried-/and-tested: a small word between hyphens is a word of its own.
  void AddChain(Candidate& keep) const {
    const bool before = left_.size() != word_.left.size() && IsSmallWord(folded_left_);
    const bool after = right_.size() != word_.right.size() && IsSmallWord(folded_right_);
    if (before || after) keep.Add("chain", w::kChain);
  }

  bool IsSmallWord(const std::string& folded) const {
    return language_.function_words.Contains(folded) || language_.conjunctions.Contains(folded);
  }

  Candidate Suspended() {
    Candidate suspended{BreakKind::kSuspended};
    suspended.Add("conjunction", w::kConjunction);
    suspended.Add("corpus_suspended", Counted(w::kSuspendedSeen, corpus_.Suspended(left_)));
    if (left_known_ != Known::kNo) suspended.Add("left_half_is_a_word", w::kLeftWord);
    if (legality_ == Legality::kForbidden) suspended.Add("forbidden_break", w::kForbiddenBreak);
    // What is left out of the first word stands in the second: zak- en kleedgeld.
    if (language_.closed_compounds && !word_.next.empty()) {
      const bool shared = words_.IsCompound(word_.next);
      suspended.Add("compound_follows", shared ? w::kCompoundFollows : w::kNoCompoundFollows);
    }
    return suspended;
  }

  bool Applies(const Restoration& restoration) const {
    if (!EndsWith(folded_left_, restoration.left)) return false;
    if (restoration.whole_right ? folded_right_ != restoration.right
                                : !StartsWith(folded_right_, restoration.right)) {
      return false;
    }
    if (restoration.after.empty()) return true;
    const std::string_view rest = std::string_view(folded_left_)
                                      .substr(0, folded_left_.size() - restoration.left.size());
    return !rest.empty() && HasAny(rest.substr(rest.size() - CharacterBefore(rest, rest.size()).size),
                                   restoration.after);
  }

  void AddRestored(const Restoration& restoration, std::vector<Candidate>& all) {
    const std::string head(left_.substr(0, left_.size() - restoration.left.size()));
    const std::string tail(right_.substr(restoration.right.size()));
    const std::string whole = head + restoration.joined + tail;
    const Known known = words_.KnownJoined(whole);
    const std::uint32_t seen = corpus_.Word(whole);
    const bool compound = !restoration.whole_right && words_.IsCompound(whole);
    const bool supported = known != Known::kNo || seen > 0 || compound;
    if (!supported && !restoration.productive) return;
    Candidate restored{BreakKind::kJoin};
    restored.restoration = &restoration;
    restored.Add(restoration.rule, supported ? w::kRestored : w::kProductive);
    restored.Add("corpus_joined", Counted(w::kCorpusJoined, seen));
    if (known == Known::kListed) restored.Add("dictionary", w::kListed);
    if (known == Known::kCompound) restored.Add("compound", w::kCompound);
    all.push_back(std::move(restored));
  }

  bool Collides() const {
    return std::any_of(language_.vowel_collisions.begin(), language_.vowel_collisions.end(),
                       [&](const std::string& pair) {
                         const std::size_t first = pair.size() - Tail(pair).size();
                         return EndsWith(folded_left_, std::string_view(pair).substr(0, first)) &&
                                StartsWith(folded_right_, Tail(pair));
                       });
  }

  static bool EndsInOneOf(std::string_view word, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return EndsWith(word, ending); });
  }

  bool SharedEnding() const {
    return std::any_of(language_.equal_endings.begin(), language_.equal_endings.end(),
                       [&](const std::string& ending) {
                         return EndsWith(folded_left_, ending) && EndsWith(folded_right_, ending);
                       });
  }

  const LanguageData& language_;
  Lexicon& lexicon_;
  const HyphenVocabulary& corpus_;
  const HyphenVocabulary& document_;
  const BrokenWord& word_;
  Words words_;
  std::string_view left_;   // the parts next to the break, without others that hyphens attach
  std::string_view right_;
  std::string folded_left_;
  std::string folded_right_;
  Known left_known_ = Known::kNo;
  Known right_known_ = Known::kNo;
  Known joined_known_ = Known::kNo;
  bool in_corpus_ = false;
  Legality legality_ = Legality::kUnknown;
};

Decision Settled(BreakKind kind, std::string_view rule, double confidence) {
  Decision decision;
  decision.kind = kind;
  decision.rule = rule;
  decision.confidence = confidence;
  return decision;
}

// Where there are not two word parts, the characters alone decide.
Decision DecideWithoutWords(const BrokenWord& word) {
  if (word.alone) return Settled(BreakKind::kAbstain, "lone_hyphen", w::kCertain);
  if (word.right.empty() && !IsClosing(word.right_mark)) {
    return Settled(BreakKind::kAbstain, "lost_continuation", w::kCertain);
  }
  return Settled(BreakKind::kKeep, "punctuation", w::kCertain);
}

std::string_view StrongestName(const std::vector<Evidence>& evidence) {
  return std::max_element(evidence.begin(), evidence.end(),
                          [](const Evidence& a, const Evidence& b) {
                            // Sources before the default where they weigh the same.
                            return std::abs(a.weight) <= std::abs(b.weight);
                          })
      ->name;
}

double Probability(double margin) { return 1 / (1 + std::exp(-margin)); }

Decision Choose(std::vector<Candidate>& candidates) {
  // The join is first and has evidence always; where nothing is plausible, it says why.
  const Candidate join = candidates.front();
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  Candidate& best = candidates.front();
  if (best.score <= w::kAbstain) {
    Decision decision = Settled(BreakKind::kAbstain, StrongestName(join.evidence),
                                Probability(w::kAbstain - best.score));
    decision.evidence = join.evidence;
    return decision;
  }
  const double runner_up = std::max(candidates[1].score, w::kAbstain);
  Decision decision =
      Settled(best.kind, StrongestName(best.evidence), Probability(best.score - runner_up));
  decision.evidence = std::move(best.evidence);
  if (best.restoration != nullptr) {
    decision.rule = best.restoration->rule;
    decision.restored = best.restoration->joined;
    decision.cut_left = static_cast<std::uint32_t>(best.restoration->left.size());
    decision.cut_right = static_cast<std::uint32_t>(best.restoration->right.size());
  }
  return decision;
}

}  // namespace

Decision BreakJudge::Decide(const BrokenWord& word, const HyphenVocabulary& document) {
  if (word.left.empty() || word.right.empty()) return DecideWithoutWords(word);
  Case one(language_, lexicon_, corpus_, document, word);
  if (one.SettledByCorpus()) return Settled(BreakKind::kJoin, "corpus_joined", w::kCertain);
  auto candidates = one.Candidates();
  return Choose(candidates);
}

}  // namespace koppel::text
