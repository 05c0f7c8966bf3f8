#pragma once

#include <string>
#include <string_view>

#include "lexicon/language.h"
#include "lexicon/lexicon.h"

// Questions about single words and parts of words.
namespace koppel::text {

bool StartsWith(std::string_view text, std::string_view prefix);
bool EndsWith(std::string_view text, std::string_view suffix);
std::string Concat(std::string_view a, std::string_view b);

// What stands after the last, before the first inner hyphen.
std::string_view LastPart(std::string_view word);
std::string_view FirstPart(std::string_view word);

char32_t First(std::string_view word);
char32_t Last(std::string_view word);
// All but the first character.
std::string_view Tail(std::string_view word);

// Whether a character of `characters` occurs in `word`.
bool HasAny(std::string_view word, std::string_view characters);

// ADL, KvK: short, with a capital at its end.
bool IsAcronym(std::string_view word);
// At least two letters, all of them capitals.
bool IsCapitals(std::string_view word);
// As the second half of a word in capitals does; it may end in 's.
bool BeginsInCapitals(std::string_view word);
// Punctuation that follows a word without a space.
bool IsClosing(char32_t code);

// Knowledge of words in one language.
class Words {
 public:
  // With `old_spelling`, words are also looked up as they are written now.
  Words(const LanguageData& language, Lexicon& lexicon, bool old_spelling)
      : language_(language), lexicon_(lexicon), old_spelling_(old_spelling) {}

  Known KnownJoined(std::string_view word);
  // Of a part, which may be half of a noun in a language that capitalises nouns.
  Known KnownAnyCase(std::string_view word);
  bool KnownHyphenated(std::string_view left, std::string_view right);
  // Whether `folded` is an adjective by its ending, and has the inflected form of one.
  bool IsAdjective(std::string_view folded);
  // Whether `folded` may be one, inflected or not.
  bool EndsLikeAdjective(std::string_view folded) const;
  // Whether `word` divides into known words of three letters and more.
  bool IsCompound(std::string_view word);
  // Whether `word` is a known word with a linking element behind it: welzijn-s.
  bool HasLinkingElement(std::string_view word);
  // Whether `folded` is a suffix, inflected or not: heid, vaardige.
  bool IsBoundSuffix(std::string_view folded) const;
  // Whether `folded` ends in a part that only occurs bound, after a known word or at the beginning:
  // "ver", "arbeidsver".
  bool EndsInBoundPart(std::string_view folded);

 private:
  bool IsCompoundHead(std::string_view word);
  // With what the changes make of it, where the word itself is not known.
  Known KnownChanged(std::string_view word, const std::vector<SpellingChange>& changes);

  const LanguageData& language_;
  Lexicon& lexicon_;
  bool old_spelling_;
};

}  // namespace koppel::text
