// Labels that name who wrote a comment: "Hetty Kamperman schreef op 3 maart om 21:14:".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "turns/letters.h"
#include "turns/lines.h"

namespace koppel::speakers {

struct CommentLabel {
  Address who;
  std::size_t end = 0;    // first word behind the label
  std::size_t lines = 1;  // that it takes
};

// A label at word `first` of line `line`: a name with a verb of writing or a time, up to the line's
// end or a colon; or a name alone with a time alone on the next line.
std::optional<CommentLabel> MatchCommentLabel(const Words& words, const std::vector<Line>& lines,
                                              std::size_t line, std::size_t first,
                                              const Lexicon& lexicon);

}  // namespace koppel::speakers
