#pragma once

#include "lexicon/language.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// How the writer of a document writes, as far as it bears on hyphens.
struct Habits {
  bool old_spelling = false;  // zoo, menschen: other words are known, and compounds less often one
  double hyphenated_words = 0;         // of two lower-case words, in a thousand, but for prefixes
  std::uint32_t hyphenated_names = 0;  // Mei-ling
  double written_breaks = 0;           // see `Typesetting`
};

// How the corpus was set. Between two names, the hyphen was written: how many of these end a
// line tells whether the typesetter looked for them. Few say little.
struct Typesetting {
  double at_line_ends = 0;    // share of the written hyphens
  double written_breaks = 0;  // log-odds for a written hyphen at a break, against one who does not
};

Typesetting TypesettingOf(const HyphenVocabulary& corpus);

// `words` are those of the document.
Habits HabitsOf(const HyphenVocabulary& words, const Typesetting& typesetting,
                const LanguageData& language);

}  // namespace koppel::text
