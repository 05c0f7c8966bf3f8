// Reader comments as the mark-up of a page tells them apart.
#pragma once

#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "turns/comments.h"
#include "turns/lines.h"
#include "turns/page_marks.h"

namespace koppel::speakers {

// One comment for each that is marked, whatever the heading above says, by the author that is
// marked in it, else by a label. The heading is the first line of the boilerplate before them. None
// where nothing is marked.
std::optional<CommentSection> FindMarkedComments(const Words& words, const std::vector<Line>& lines,
                                                 const PageMarks& marks, const Lexicon& lexicon);

}  // namespace koppel::speakers
