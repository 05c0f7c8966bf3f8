#include "dehyphenate/habits.h"

#include <algorithm>

namespace koppel::text {
namespace {

constexpr std::uint32_t kFewestOldWords = 2;
constexpr std::uint32_t kFewestNames = 2;
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

Habits HabitsOf(const HyphenVocabulary& words, const LanguageData& language) {
  return {IsOldSpelling(words, language), HyphenatedWords(words, language),
          words.HyphenatedNames() >= kFewestNames};
}

}  // namespace koppel::text
