// Whether words in quotation marks are somebody's speech, or a term, a title, irony.
#pragma once

#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "quotes/draft.h"

namespace koppel::speakers {

// Sets the kind of every quotation in marks: direct (a sentence of its own), mixed (a piece of
// another's words inside the reporter's sentence), or not_speech. A weighted sum of observations,
// each with a weight that kinds.cc explains; what most quotations in double and in single
// marks of this document are, counts too.
void JudgeKinds(const Words& words, const std::vector<QuoteDraft*>& quotes, const Lexicon& lexicon);

}  // namespace koppel::speakers
