// Running heads, running feet and page numbers.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Gives the lines that belong to the page and not to the text the role kHeader, kFooter or
// kPageNumber.
//
// With form feeds, a line at the edge of a page is furniture if it comes back at the same edge of
// other pages: word for word, or with a number that grows as the pages do. Without them, pages are
// inferred from lone numbers that grow by one at a steady distance and from lines that stand beside
// those, or that come back steadily and interrupt sentences. A number that is labelled ("blz. 5")
// needs no other page. Linear in the number of lines.
void MarkFurniture(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
