#include "dehyphenate/habits.h"

#include <algorithm>
#include <cmath>

namespace koppel::text {
namespace {

constexpr std::uint32_t kFewestOldWords = 2;
constexpr double kPerThousand = 1000;

// Old forms must outnumber the new ones: a quotation does not make a text old.
bool IsOldSpelling(const HyphenVocabulary& words, const LanguageData& language) {
  std::uint32_t old_words = 0;
  std::uint32_t new_words = 0;
  for (const SpellingChange& change : language.old_words) {
    old_words += words.Word(change.from);
    new_words += words.Word(change.to);
  }
  return old_words >= kFewestOldWords && old_words > new_words;
}

double HyphenatedWords(const HyphenVocabulary& words, const LanguageData& language) {
  std::uint32_t expected = 0;
  for (const std::string& prefix : language.hyphen_prefixes.words())
    expected += words.HyphenatedAfter(prefix);
  const std::uint32_t all = words.HyphenatedWords();
  const double own = all > expected ? all - expected : 0;
  return kPerThousand * own / std::max<double>(words.Words(), kPerThousand);
}

}  // namespace

Habits HabitsOf(const HyphenVocabulary& words, const Typesetting& typesetting,
                const LanguageData& language) {
  return {IsOldSpelling(words, language),
          HyphenatedWords(words, language) / (1 - typesetting.at_line_ends),
          words.HyphenatedNames(), typesetting.written_breaks};
}

Typesetting TypesettingOf(const HyphenVocabulary& corpus) {
  constexpr double kNeutral = 4.3;  // words with a hyphen are long, and end more lines than others
  constexpr double kDoubt = 10;     // as many again are assumed to be as expected
  constexpr double kMost = 1.2;
  constexpr double kSteps = 10;
  constexpr double kMostAtLineEnds = 0.5;
  const double breaks = corpus.Breaks();
  if (breaks == 0) return {};
  const double expected = std::min(0.5, kNeutral * breaks / (breaks + corpus.Words()));
  const double at_line_ends = corpus.BreaksBeforeCapital();
  const double all = at_line_ends + corpus.HyphensBeforeCapital();
  const double ratio = (at_line_ends + kDoubt) / (all * expected + kDoubt);
  // As fine as it is shown: a hundredth would decide between equals.
  const double log_odds = std::round(std::log(ratio) * kSteps) / kSteps;
  return {std::min(expected * ratio, kMostAtLineEnds), std::clamp(log_odds, -kMost, kMost)};
}

}  // namespace koppel::text
