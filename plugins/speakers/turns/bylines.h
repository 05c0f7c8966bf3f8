// Who wrote an article: by-lines, the end of the introduction, notes about the author below it.
#pragma once

#include <cstddef>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "people/names.h"
#include "turns/lines.h"

namespace koppel::speakers {

inline constexpr std::size_t kLongestByline = 24;  // words and marks of its line

struct Byline {
  std::size_t line = 0;
  std::vector<Name> authors;
};

// A note about one or more people: paragraphs or sentences that open with a full name without title
// and a verb of [bio.verb].
struct Bio {
  Span span;
  Name about;
};

struct Authorship {
  std::vector<Byline> bylines;  // lines of their own: "Door Joris Wubbels"
  std::vector<Name>
      introduced;  // named at the end of an introduction: "…, schrijft Jos van der Lans."
  std::vector<Bio> bios;
  std::size_t notes = 0;  // first line behind the article's own words: bios and what follows them
};

// Looks at lines [first, last): the article without its comments.
Authorship FindAuthorship(const Words& words, const std::vector<Line>& lines, std::size_t first,
                          std::size_t last, const Lexicon& lexicon);

}  // namespace koppel::speakers
