// Sums up what was read, and writes it to the `sentiment` and `evidence` layers.
#pragma once

#include "koppel/document.h"
#include "reader.h"
#include "voices.h"

namespace koppel::sentiment {

// Rows for each sentence, each quotation, each turn, each target that somebody judges in a
// sentence, and the document. A quotation counts for its speaker, so it is left out of another's
// turn. A row without evidence is labelled no_evidence and has no value.
void WriteReport(Document& document, const DocumentReading& reading, const Voices& voices);

}  // namespace koppel::sentiment
