// Footnotes of pages, from text alone.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Gives the role kFootnote to the last lines of a page, from the first that begins with the mark of
// a note that the text of the page refers to, where that text runs on at the top of the next page.
// They stay where they are. Linear in the size of the text.
void MarkFootnotes(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
