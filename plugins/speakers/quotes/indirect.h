// Speech that is reported without quotation marks.
#pragma once

#include <cstddef>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "quotes/draft.h"

namespace koppel::speakers {

// Reports in words [first, last), ascending; at most one in a sentence, and one more where a second
// subject shares its verb. By rule:
//   that_clause   X stelt dat …                     (its clause, to the sentence's end)
//   according_to  volgens X …                       (the rest of the sentence)
//   parenthesis   …, zegt X, …                      (the sentence around it)
//   passive       er wordt gesteld dat …            (reported; the speaker only if an agent is
//   named) gapping       X noemt dat …, Y …                (what follows Y)
// A first person reports nobody else, and an impersonal subject ("je kunt zeggen dat") nobody.
// Sentences that hold any of `quoted` (ascending) with a reporting clause of its own are left
// alone.
std::vector<QuoteDraft> FindIndirect(const Words& words, std::size_t first, std::size_t last,
                                     const std::vector<WordRange>& quoted, const Lexicon& lexicon);

}  // namespace koppel::speakers
