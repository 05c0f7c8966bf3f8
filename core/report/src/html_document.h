// One document as HTML: paragraphs grouped by turn, annotations as marks in the running text.
#pragma once

#include <string>

#include "koppel/document.h"
#include "koppel/report/html_report.h"

namespace koppel {

// Appends the document to `out` and returns what it adds to the totals.
DocumentTotals AppendDocument(const Document& document, std::string& out);

}  // namespace koppel
