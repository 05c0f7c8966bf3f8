// Speech behind a dash at the start of a paragraph, as novels print it.
#pragma once

#include <cstddef>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "quotes/attribution.h"
#include "quotes/draft.h"

namespace koppel::speakers {

// The speeches in words [first, last). A paragraph that opens with a dash is one where the text
// does so often enough; a single hyphen or short dash, which opens list items too, counts only
// before a reporting clause somewhere in the text. The reporting clause inside a speech is taken
// out of it: to the end, or up to where the speech goes on.
std::vector<QuoteDraft> FindDialogue(const Words& words, std::size_t first, std::size_t last,
                                     const Lexicon& lexicon);

}  // namespace koppel::speakers
