// Text columns that stand side by side in the lines of an extraction, as `pdftotext -layout` prints
// them.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Finds the gutters of each page and cuts its rows there: a page's lines come out column after
// column (up to four), each line with `woven`, its column and its indent inside the column. A row
// that crosses the gutter (a heading over all columns) stands between what is above and below it.
// Tables stay as they are: their cells are short and do not run on from row to row. Lines that are
// no body text are left alone. Indents of all lines become relative to the left edge of their page
// and column.
//
// Linear in the size of the text.
std::vector<TextLine> SeparateColumns(std::string_view text, std::vector<TextLine> lines);

}  // namespace koppel::text
