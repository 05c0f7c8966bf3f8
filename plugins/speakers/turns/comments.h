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

// Words of the number that the line begins with ("3.", "3)"), or 0.
std::size_t NumberLength(const Words& words, const Line& line);

struct CommentSection {
  std::size_t heading = 0;  // its line
  std::vector<Comment> comments;
};

// Finds the heading of the list and the comments below it: numbered ones, else those under a label
// with a name and a time, or a name and a verb of writing. The first comment stands right below its
// heading: "Reacties" over an ordinary paragraph is no such heading. The numbers run from 1 without
// gaps; of lines that could carry the next number, those are taken that fit the number of comments
// in the heading, the indents and the blank lines best: lists inside a comment are part of it. The
// last comment ends where boilerplate begins. Linear in the lines but for headings, of which a few
// are tried.
std::optional<CommentSection> FindComments(const Words& words, const std::vector<Line>& lines,
                                           const Lexicon& lexicon);

}  // namespace koppel::speakers
