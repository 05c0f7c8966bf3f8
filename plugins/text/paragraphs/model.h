// Where paragraphs end in text whose lines were broken to a width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel::text {

// A line as it was printed. Repair may since have joined it to its neighbour in the middle of a
// word; `span` is what became of it.
struct PrintedLine {
  Span span;
  std::uint32_t indent = 0;    // columns, from the left edge of its text column
  std::uint32_t trailing = 0;  // bytes of white space that stood behind it
  float width = 0;             // ems, as printed
};

// What stands between a line and the next one now.
enum class Joint { kJoined, kLineBreak, kBlankLine };

struct Boundary {
  Joint joint = Joint::kLineBreak;
  bool is_break = false;    // a paragraph ends here
  bool keeps_line = false;  // none does, and the line break stays as it is
  float confidence = 1;
};

// Decides for the boundary behind every line but the last (result: one fewer than lines). Blank
// lines are breaks and joined lines are not; in between, evidence is added up as log-odds: how the
// next word would have fitted, how often what the line ends in ends paragraphs elsewhere in this
// text, indents, trailing spaces, item marks, capitals. Where the text was not broken to a width,
// every line break ends a paragraph but one behind a long line in the middle of a sentence.
//
// Precondition: lines are in ascending order. Linear in the size of the text.
std::vector<Boundary> FindParagraphEnds(std::string_view text,
                                        const std::vector<PrintedLine>& lines);
// The same where more is known than the text tells: `joints` stand between the lines (one fewer).
std::vector<Boundary> FindParagraphEnds(std::string_view text,
                                        const std::vector<PrintedLine>& lines,
                                        const std::vector<Joint>& joints);

}  // namespace koppel::text
