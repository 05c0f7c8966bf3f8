// Large first letters, which extraction leaves on a line of their own.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Sets `drop_cap` of lines whose word lost its first letter to the line before, where the letter
// stands alone, or behind a quotation mark, at the beginning of a paragraph. A letter that may be a
// word itself (A, I, O, U, Y) is joined only to what is none: the text has the whole elsewhere and
// the rest nowhere, or the rest has no vowel.
void MarkDropCaps(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
