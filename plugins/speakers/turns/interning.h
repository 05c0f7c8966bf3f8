// From names in a text to the people of its registry.
#pragma once

#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"
#include "turns/letters.h"
#include "turns/page_marks.h"

namespace koppel::speakers {

// The person named, who is added where nobody known can be meant, with a mention at that place.
int Intern(const Name& name, const Words& words, Registry& registry);
int Intern(const Address& who, const Words& words, Registry& registry);

// Whom the page marks as authors in `article`, else whom its metadata name.
std::vector<int> InternAuthors(const PageMarks& marks, Span article, const Words& words,
                               const Lexicon& lexicon, Registry& registry);

}  // namespace koppel::speakers
