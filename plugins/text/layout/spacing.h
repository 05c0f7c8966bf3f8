// Which blank lines mean a paragraph break.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Sets `break_before` of the lines that stay in the text, and `spaced_out`. A blank line is a
// break, unless the text around it is printed with blank lines between all its lines (double
// spacing; it may begin or end halfway), or unless page furniture, a page boundary or a part that
// stands aside is there, which says nothing about paragraphs. Every part that is set apart begins
// with a break.
//
// Double spacing shows where most lines nearby have the same number of blank lines before them and
// many of those run on across the blank. Web text, with one paragraph to a line, has the first but
// not the second.
void MarkBreaks(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
