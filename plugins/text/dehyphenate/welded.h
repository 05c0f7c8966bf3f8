#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dehyphenate/words.h"
#include "lexicon/language.h"
#include "lexicon/lexicon.h"
#include "lines/breaks.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// Where an earlier extraction has made two words one: vrachten verzendkosten, meldingvan.
struct Weld {
  std::uint32_t begin = 0;  // of the word, bytes
  std::uint32_t end = 0;
  std::uint32_t at = 0;       // where it divides
  std::string_view inserted;  // " " or, where the hyphen was suspended, "- "
  std::string_view rule;
  double confidence = 0;
};

// Finds welded words of one language. Asks for strong evidence: an unusual plural must not be
// split.
class WeldFinder {
 public:
  // All arguments must outlive the finder.
  WeldFinder(const LanguageData& language, Lexicon& lexicon, const HyphenVocabulary& corpus)
      : language_(language), corpus_(corpus), words_(language, lexicon, false) {}

  // All welds of `text` in order, but for words at line ends, which `breaks` lists.
  std::vector<Weld> Find(std::string_view text, const std::vector<LineBreak>& breaks);

  // Offsets within `word`; `next` is the word behind it.
  std::optional<Weld> Judge(std::string_view word, std::string_view next);

 private:
  // vracht|en before a compound that can share its end: vrachtkosten.
  std::optional<Weld> Suspended(std::string_view word, std::string_view next, bool unknown);
  bool IsSuspended(std::string_view head, std::string_view conjunction, bool unknown,
                   std::string_view next);
  // melding|van: a function word behind a common one. Before one it may be a prefix (uit|klonk).
  std::optional<Weld> TwoWords(std::string_view word);
  bool SharesEnd(std::string_view head, std::string_view next);
  bool IsCommon(std::string_view word);

  const LanguageData& language_;
  const HyphenVocabulary& corpus_;
  Words words_;
};

}  // namespace koppel::text
