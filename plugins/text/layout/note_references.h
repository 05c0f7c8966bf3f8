// Where the text refers to its footnotes.
#pragma once

#include <string_view>
#include <vector>

#include "koppel/span.h"
#include "lines/lines.h"

namespace koppel::text {

// The marks behind words ("volgens de raad1 en") that footnotes on the same page begin with, each
// behind that of the note before, in ascending order. Precondition: the roles of lines are told.
std::vector<Span> NoteReferences(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace koppel::text
