// What stands in a sentence, before anything is weighed: modifiers, clauses, and entries of the
// lexicon.
#pragma once

#include <cstddef>
#include <vector>

#include "language_data.h"
#include "words.h"

namespace koppel::sentiment {

struct ModifierAt {
  std::size_t first = 0, last = 0;  // words
  Modifier modifier;
};

// Words [first, end). Clauses part the sentence: every word is in one.
struct Clause {
  std::size_t first = 0, end = 0;
  double weight = 1;  // less where a contrast follows, or the clause concedes
};

struct Parse {
  std::vector<ModifierAt> modifiers;  // in the order of the sentence, without overlaps
  std::vector<Clause> clauses;
  std::vector<Found> entries;          // in the order of their first words
  std::vector<std::size_t> clause_of;  // by word
  std::vector<Found> idle;  // entries that are negations too: they count where they turn nothing
  std::vector<bool> negations;  // by word: a negation begins here, be it inside an entry
  bool question = false;        // the sentence ends in a question mark
  std::vector<bool> masked;     // by word: inside a target or name, so that it has no polarity

  bool SameClause(std::size_t a, std::size_t b) const { return clause_of[a] == clause_of[b]; }
};

// Precondition: `masked` has one element for each word.
Parse ParseSentence(const Words& words, std::vector<bool> masked, const LanguageData& data);

}  // namespace koppel::sentiment
