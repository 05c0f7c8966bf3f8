// The list of reader comments below an article, in plain text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "turns/letters.h"
#include "turns/lines.h"

namespace koppel::speakers {

struct Comment {
  std::size_t first_line = 0, last_line = 0;  // lines [first_line, last_line)
  std::size_t body = 0;                       // first word behind number and label
  std::int64_t ordinal = 0;      // as printed, or its position where comments are not numbered
  std::optional<Address> label;  // who a label ("Hetty schreef op 3 maart:") names
};

struct CommentSection {
  std::size_t heading = 0;  // its line
  std::vector<Comment> comments;
};

// Finds the heading of the list and the comments below it: numbered ones, else those under a label
// with a name and a time. The numbers run from 1 without gaps; of lines that could carry the next
// number, those are taken that fit the number of comments in the heading, the indents and the blank
// lines best: lists inside a comment are part of it. The last comment ends where boilerplate
// begins. Linear in the lines.
std::optional<CommentSection> FindComments(const Words& words, const std::vector<Line>& lines,
                                           const Lexicon& lexicon);

}  // namespace koppel::speakers
