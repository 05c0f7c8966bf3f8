#pragma once

#include "lexicon/language.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// How the writer of a document writes, as far as it bears on hyphens.
struct Habits {
  bool old_spelling = false;  // zoo, menschen: other words are known, and compounds less often one
  double hyphenated_words = 0;    // of two lower-case words, in a thousand, but for prefixes
  bool hyphenated_names = false;  // Mei-ling
};

// `words` are those of the document.
Habits HabitsOf(const HyphenVocabulary& words, const LanguageData& language);

}  // namespace koppel::text
