#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dehyphenate/habits.h"
#include "lexicon/language.h"
#include "lexicon/lexicon.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// What becomes of a line-end hyphen.
enum class BreakKind : std::uint8_t {
  kJoin,       // organi-/satie → organisatie, with or without a restored letter
  kKeep,       // sociaal-/cultureel → sociaal-cultureel
  kSuspended,  // zorg-/en → zorg- en
  kAbstain,    // the text stays as it is
};

// The two halves of a broken word and what stands behind it.
struct BrokenWord {
  std::string_view left;    // word part before the hyphen, may hold hyphens; empty if none
  std::string_view right;   // word part after the break; empty if none
  std::string_view next;    // the word after `right`; empty if none
  char32_t right_mark = 0;  // the character after the break, where `right` is empty; 0 at the end
  bool alone = false;       // the hyphen is all that its line holds
  bool look_alike = false;  // what stands there may be no hyphen
  bool dash = false;        // it is a dash that may belong there
  bool address = false;     // of a page or a mailbox, see IsInAddress
};

// One reason for an outcome; weights are log-odds, so that independent reasons add up.
struct Evidence {
  std::string_view name;
  double weight = 0;
};

// "corpus_joined +4.7; two_words -3.0".
std::string Explain(const std::vector<Evidence>& evidence);

struct Decision {
  BreakKind kind = BreakKind::kAbstain;
  // The strongest reason: a name that is stable across versions. Lives as long as the language.
  std::string_view rule;
  double confidence = 0;           // probability of the outcome against the next best one
  std::vector<Evidence> evidence;  // all reasons for and against the outcome

  // Letters that come back: `cut_left` bytes at the end of the left part and `cut_right` at the
  // beginning of the right one give way to `restored`. Empty and 0 for most.
  std::string_view restored;
  std::uint32_t cut_left = 0;
  std::uint32_t cut_right = 0;
};

// Decides about line-end hyphens of one language. The outcomes compete: each collects evidence
// from the corpus, the document, the dictionaries and the form of the two parts; the best one
// wins, and the distance to the second is the confidence.
class BreakJudge {
 public:
  // All arguments must outlive the judge.
  BreakJudge(const LanguageData& language, Lexicon& lexicon, const HyphenVocabulary& corpus)
      : language_(language), lexicon_(lexicon), corpus_(corpus) {}

  // Gives the words of a document, which must outlive the decisions about it.
  using WordsOf = std::function<const HyphenVocabulary&()>;

  // Every decision that follows is about a break of one document. `words` is called at most once,
  // and only if there is a break that the corpus does not settle.
  void Begin(WordsOf words);
  Decision Decide(const BrokenWord& word);

 private:
  // Reads a sign that may be no hyphen.
  Decision DecideSign(const BrokenWord& word);
  // Addresses hold hyphens and are not broken by others.
  Decision DecideAddress(const BrokenWord& word);
  bool AreWords(const BrokenWord& word);
  // Most breaks: the corpus writes the word as one, more than once, and nothing speaks for a
  // hyphen. No dictionary is asked.
  bool SettledByCorpus(const BrokenWord& word) const;
  void ReadDocument();
  Decision Weighed(const BrokenWord& word);

  const LanguageData& language_;
  Lexicon& lexicon_;
  const HyphenVocabulary& corpus_;
  WordsOf words_of_document_;
  const HyphenVocabulary* document_ = nullptr;  // null as long as nothing was asked
  Habits habits_;
};

}  // namespace koppel::text
