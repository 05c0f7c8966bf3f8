// What lines are by their place and type: headings, footnotes, captions and pull quotes.
#pragma once

#include <string_view>
#include <vector>

#include "layout/print.h"
#include "lines/lines.h"

namespace koppel::text {

// Gives roles to lines of the text that are set in another type than most of it. All of these are
// apart from the text around them, by white or by the edge of a column, and
//
// kFootnote: smaller, at the foot of their column, from a mark on that the text above refers to;
// kCaption: labelled ("Figuur 3"), or smaller and in the middle of a sentence;
// kPullQuote: in the middle of a sentence, or repeating what the text says, or larger and in
// quotes; kHeading: larger or bolder, few, and above text.
//
// Items of lists are none of these, and a poem in italics is none. `places`: one for each line.
// Linear in the size of the text.
void MarkByPrint(std::string_view text, const Print& print, const std::vector<LineOnPage>& places,
                 std::vector<TextLine>& lines);

}  // namespace koppel::text
