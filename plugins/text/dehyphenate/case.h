#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dehyphenate/decide.h"
#include "dehyphenate/words.h"
#include "lexicon/language.h"
#include "lexicon/lexicon.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// A possible outcome for a break, with the reasons for it.
struct Candidate {
  static constexpr std::size_t kUsualEvidence = 8;

  explicit Candidate(BreakKind outcome) : kind(outcome) { evidence.reserve(kUsualEvidence); }

  BreakKind kind;
  double score = 0;
  std::vector<Evidence> evidence;
  const Restoration* restoration = nullptr;
  std::string restored;  // the whole word with its letters back; empty without a restoration

  void Add(std::string_view name, double weight) {
    if (weight == 0) return;
    score += weight;
    evidence.push_back({name, weight});
  }
};

// What is known besides the break itself.
struct Sources {
  const LanguageData& language;
  Lexicon& lexicon;
  const HyphenVocabulary& corpus;
  const HyphenVocabulary& document;
  Habits habits;
};

// Log-odds of a source with `base` for the first of `count` occurrences; 0 without any.
double Counted(double base, std::uint32_t count);

// Collects the evidence about one break.
class EvidenceCase {
 public:
  // What the arguments refer to must outlive the case.
  EvidenceCase(const Sources& sources, const BrokenWord& word);

  // The outcomes that are possible here: first joining, then keeping, then others.
  std::vector<Candidate> Candidates();

 private:
  // What a capital behind the break says.
  enum class Capital : std::uint8_t {
    kNone,        // nothing: there is none, or the word may have one inside (BIBLIO-/THEEK)
    kSecondPart,  // a hyphen stood before it: Noord-/Holland, niet-/Nederlands
    kOtherWord,   // another word begins, and the rest of the left half is elsewhere: onderhan-/Wie
  };

  bool WrittenBothWays() const;
  bool BeforeConjunction() const;
  Capital JudgeCapital() const;
  // Whether the left part can be the first one of a hyphenated word.
  bool StandsBeforeHyphen() const;
  Candidate Join();
  void AddForms(Candidate& join, std::string_view left, std::string_view right);
  // Both halves are words of their own, so that a written hyphen may have stood between them.
  void AddTwoWords(Candidate& join);
  // A join that nobody knows: likely with fragments, unlikely where a whole word is left over.
  void AddUnknown(Candidate& join, const std::string& joined);
  Candidate Keep();
  void AddCorpusHyphenated(Candidate& keep);
  // btw-/tarief, ict-/beleid: said letter by letter.
  bool IsInitialism();
  // 13de-/eeuws, 60er-/Jahre.
  bool BeginsWithNumber() const;
  // CR-/LF: in capitals, and no word.
  bool ArePairedAcronyms();
  // on-/Nederlands, un-/American.
  bool IsProperName() const;
  // Of equal rank: zwart-/wit, politiek-/bestuurlijke.
  bool AreCoordinated();
  // Other words of the dictionary with this left half: tv-programma, for tv-/voetbal.
  void AddListedFamily(Candidate& keep);
  // What the letters themselves say, in any language.
  void AddCharacters(Candidate& keep);
  void AddLanguage(Candidate& keep);
  // A proper name before a common noun: Alabama-kwestie. Where nouns are capitalised, names cannot
  // be told.
  bool IsName() const;
  bool IsNameWithParticle() const;
  // Two syllables of a given name, in a text that has such names: Mei-/ling.
  bool IsPairOfNames() const;
  // Of words that had a hyphen in the earlier spelling: noord-/ooster.
  bool IsOldPair() const;
  // Two words that an earlier spelling may have joined by a hyphen.
  bool IsOldCompound();
  // What this writer may have joined by a hyphen where others write one word.
  void AddHabits(Candidate& keep);
  // Other forms of the same word: markt-meester, for markt-/meesters.
  void AddRelatives(Candidate& keep) const;
  // A prefix that takes a hyphen, before a word or before what nobody knows.
  void AddPrefix(Candidate& keep) const;
  // A prefix whose words are listed closed, in a corpus that writes it with a hyphen: mid-/term.
  void AddListedPrefix(Candidate& keep) const;
  // kick-/off, which may be listed closed as well.
  bool EndsInParticle() const;
  // huis-aan-/huisblad, Tried-/and-tested: a small word between hyphens is a word of its own.
  void AddChain(Candidate& keep) const;
  // Whether other words with this left half say something: "om" and "mo" begin words of all kinds.
  bool HasFamily() const;
  // A prefix that is no syllable by chance.
  bool IsClearPrefix() const;
  // A right half that the dictionary does not have, but the corpus.
  bool RightIsInUse() const;
  bool IsSmallWord(const std::string& folded) const;
  Candidate Suspended();
  // Whether the next word is a compound, whose end the left half may share.
  bool CompoundFollows();
  bool Applies(const Restoration& restoration) const;
  void AddRestored(const Restoration& restoration, std::vector<Candidate>& all);
  // Vowels that would be read together, in what no rule but that for compounds has made.
  bool Collides() const;
  bool IsCollision() const;
  bool SharedEnding() const;

  const LanguageData& language_;
  Lexicon& lexicon_;
  const HyphenVocabulary& corpus_;
  const HyphenVocabulary& document_;
  Habits habits_;
  const BrokenWord& word_;
  Words words_;
  std::string_view left_;  // the parts next to the break, without others that hyphens attach
  std::string_view right_;
  std::string folded_left_;
  std::string folded_right_;
  Known left_known_ = Known::kNo;
  Known right_known_ = Known::kNo;
  Known joined_known_ = Known::kNo;
  Capital capital_ = Capital::kNone;
  bool in_corpus_ = false;
  bool restorable_ = false;  // a word with its letters back is listed, or needs no list
  Legality legality_ = Legality::kUnknown;
};

}  // namespace koppel::text
