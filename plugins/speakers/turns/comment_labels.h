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
  bool dated = false;     // names a day or time
  bool whole = false;     // nothing else stands on its lines
};

// A label at word `first` of line `line`: a name with a verb of writing or a time, up to the line's
// end or a colon; or a name, perhaps with a verb, and a time alone on the next line. What stands
// without spaces before a verb ("jan_83 schreef:") is a name too, and so it is before a date with a
// time. "Ingediend door" may stand before a name with a time.
std::optional<CommentLabel> MatchCommentLabel(const Words& words, const std::vector<Line>& lines,
                                              std::size_t line, std::size_t first,
                                              const Lexicon& lexicon);

// Word `i`, or the first behind what can stand between the name and the words of a comment on the
// same line: a verb of writing, a time, marks.
std::size_t SkipLabelRest(const Words& words, std::size_t i, std::size_t last,
                          const Lexicon& lexicon);

}  // namespace koppel::speakers
