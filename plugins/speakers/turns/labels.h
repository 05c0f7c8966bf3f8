// Turns that open with the speaker's label and a colon: minutes ("De heer Van Dijk (PvdO):"),
// interviews
// ("Ten Cate:"), questions and answers ("Q:").
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "koppel/layers.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "people/names.h"
#include "turns/lines.h"

namespace koppel::speakers {

struct LabelledTurn {
  Turn::Kind kind = Turn::Kind::kAnswer;
  std::size_t first = 0, last = 0;  // words, label included
  std::size_t body = 0;             // first word behind the colon
  Span label;                       // without the colon
  std::optional<Name> name;         // none for "De voorzitter", "Q"
};

// A label with a title and name, or one of [voice], is sure: two of them make minutes (or one of
// [voice] of several words, at the start of a line), and they are found inside a paragraph too,
// behind the end of a sentence. Any other short text before a colon at the start of a line counts
// if it comes back, and another label does so too. A turn reaches to the next label, to a line in
// brackets (a stage direction, which is returned as a turn of its own) or to a line that narrates
// ([narration]). Looks at lines [first, last); linear. Empty where the text has no such turns.
std::vector<LabelledTurn> FindLabelledTurns(const Words& words, const std::vector<Line>& lines,
                                            std::size_t first, std::size_t last,
                                            const Lexicon& lexicon);

}  // namespace koppel::speakers
