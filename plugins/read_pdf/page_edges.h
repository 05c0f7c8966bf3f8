// Which lines belong to a page and not to its text.
#pragma once

#include <vector>

#include "pdf_file.h"
#include "reading_order.h"

namespace koppel::read_pdf {

enum class EdgeKind { kNone, kHeader, kFooter, kPageNumber };

// The size that most bytes of the page are set in; 0 where it is not known.
double TextSize(const PdfPage& page);

// For each line of the page, as ReadingOrder gave them (`words` are positions in the page's words).
// One page is enough: a lone number in the margin is a page number; another line above or below all
// text is a running head or foot if much white separates it, and either its type is smaller than
// that of the text, or it falls into two parts at the two margins. Titles are neither.
std::vector<EdgeKind> EdgeKinds(const PdfPage& page, const std::vector<Line>& lines);

}  // namespace koppel::read_pdf
