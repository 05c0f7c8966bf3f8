// Page numbers that say that they are: "blz. 5".
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Whether a line, or a part of it that wide white separates, is a page number with its label in one
// of the four languages.
bool HasPageLabel(std::string_view line);

// Gives the first and the last line of each page the role of furniture if it has such a number: a
// single page needs no other to show it. Linear in the number of lines.
void MarkPageLabels(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
