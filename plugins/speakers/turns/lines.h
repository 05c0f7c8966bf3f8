// The lines of a text, which carry its layout: headings of comments, labels, signatures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "koppel/span.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "turns/page_marks.h"

namespace koppel::speakers {

struct Line {
  std::size_t first = 0;  // words [first, last); marks of mail quoting (">") are left out
  std::size_t last = 0;
  Span span;                    // of those words
  std::uint32_t indent = 0;     // bytes of white space before it
  std::uint32_t depth = 0;      // number of ">" before it
  bool blank_before = false;    // begins a paragraph
  bool boilerplate = false;     // words of the page, not of a person
  bool heads_comments = false;  // can be the heading of a list of comments

  std::size_t size() const { return last - first; }
};

// Lines that hold at least one word or mark, in order. A line is boilerplate where marked
// boilerplate covers most of it, where it stands in a marked list of comments and in none of them,
// or where the lexicon knows it as part of a form or the heading of a list of comments; but never
// where an author or date is marked in it.
std::vector<Line> SplitLines(const Words& words, const PageMarks& marks, const Lexicon& lexicon);

// Whether the line can be the heading of a list of comments ("Reacties op dit artikel (6)", "3
// comments", "One thought on “…”"). `count` is set to the number that it names, or left alone.
bool IsCommentHeading(const Words& words, const Line& line, const Lexicon& lexicon,
                      std::size_t& count);

}  // namespace koppel::speakers
