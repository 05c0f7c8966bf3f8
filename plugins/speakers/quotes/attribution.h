// Who the text around a quotation says is speaking.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "language/lexicon.h"
#include "language/words.h"
#include "quotes/clauses.h"

namespace koppel::speakers {

struct Attribution {
  std::optional<Subject>
      subject;  // none: the clause has a cue, but its subject stands further away
  std::optional<Cue> cue;
  std::string_view rule;  // a literal: "after", "before", "colon", …
  double confidence = 0;
  std::size_t first = 0, last = 0;  // words of the reporting clause
};

// "…", zei Jan (of "…", Jan said) behind the quotation that ends before word `end`. Looks no
// further than word `limit`.
std::optional<Attribution> AttributeAfter(const Words& words, std::size_t end, std::size_t limit,
                                          const Lexicon& lexicon);

// A pronoun that a hyphen joins to its verb: nothing but speech or a question has one.
bool IsInverted(const Words& words, std::size_t i);

// « …, confie-t-elle. … » inside the quotation of words [first, last): a verb and a pronoun behind
// it.
std::optional<Attribution> AttributeInside(const Words& words, std::size_t first, std::size_t last,
                                           const Lexicon& lexicon);

// Jan zei: "…", volgens Jan "…", Jan: "…" in the sentence before the quotation that begins at word
// `begin`, back to word `limit`. A sentence that ends in a colon introduces the next paragraph too.
std::optional<Attribution> AttributeBefore(const Words& words, std::size_t begin, std::size_t limit,
                                           const Lexicon& lexicon);

}  // namespace koppel::speakers
