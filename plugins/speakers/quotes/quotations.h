// All quotations of a document.
#pragma once

#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"
#include "quotes/draft.h"
#include "quotes/speaker_decoder.h"

namespace koppel::speakers {

struct QuotationTurn : TurnRange {
  bool article = false;  // what comments quote from
  bool comment = false;
};

// `turns`: ascending and disjoint; a text without turns is one turn. No mark inside a turn is
// paired with one outside. People who speak are added to the registry. Quotations in the order of
// their first words.
std::vector<QuoteDraft> FindQuotations(const Words& words, const std::vector<QuotationTurn>& turns,
                                       const Lexicon& lexicon, Registry& registry);

}  // namespace koppel::speakers
