// All quotations of a document.
#pragma once

#include <vector>

#include "lexicon.h"
#include "quote_draft.h"
#include "registry.h"
#include "speaker_decoder.h"
#include "words.h"

namespace koppel::speakers {

struct QuotationTurn : TurnRange {
  bool article = false;  // what comments quote from
  bool comment = false;
};

// `turns`: ascending and disjoint; a text without turns is one turn. No mark inside a turn is paired with one outside. People who
// speak are added to the registry. Quotations in the order of their first words.
std::vector<QuoteDraft> FindQuotations(const Words& words, const std::vector<QuotationTurn>& turns, const Lexicon& lexicon,
                                       Registry& registry);

}  // namespace koppel::speakers
