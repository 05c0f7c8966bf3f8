// Text that runs on past a footnote, a caption or a pull quote.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Moves what stands aside between the two parts of a paragraph behind that paragraph: such lines
// are `away` at their old place, and `moved` at the new one, with the confidence that the paragraph
// runs on. Elsewhere a paragraph begins behind what stands aside. Precondition: MarkBreaks. Linear
// in the size of the text.
std::vector<TextLine> MoveAsides(std::string_view text, std::vector<TextLine> lines, bool move);

}  // namespace koppel::text
