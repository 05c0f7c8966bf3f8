// Lines that are no running text although they stand among it: stray marks, pull quotes behind a
// tab, and captions.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Sets `item` of lines whose list mark ("•", "–") stands alone on the line before, as extraction
// from pages leaves lists, and `begins_part` of the line with the mark. Lists are told by the same
// mark a few lines further, each before a line of text; dashes also by text that does not run on
// past them.
void MarkListMarks(std::string_view text, std::vector<TextLine>& lines);

// Gives the role kStrayMark to lines that are one or two marks ("-", "<", "•") and no list marks. A
// row of three or more ("* * *") is a separator and stays. Precondition: MarkListMarks.
void MarkStrayMarks(std::string_view text, std::vector<TextLine>& lines);

// Gives the role kPullQuote to lines behind a tab, in text where few lines are, that neither
// continue the line before nor run on in the next.
void MarkPullQuotes(std::string_view text, std::vector<TextLine>& lines);

// Gives the role kCaption to captions ("Figuur 3. …") that stand in the middle of a sentence: to
// what white separates from the text around it, or a line that ends a sentence of its own.
void MarkCaptions(std::string_view text, std::vector<TextLine>& lines);

// Where the mark begins that ends an article in print ("<", "■") behind the last sentence of a
// line; the line's size where there is none. The white space before the mark counts to it.
std::size_t EndMark(std::string_view line);

}  // namespace koppel::text
