// The lines of a text as the layout steps see them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel::text {

enum class LineRole : std::uint8_t {
  kBody,
  kHeader,
  kFooter,
  kPageNumber,
  kPullQuote,
  kStrayMark,
  kFootnote,
  kHeading,
  kCaption
};

// A line with something on it. Blank lines only leave their count.
struct TextLine {
  Span span;                   // without the white space around it
  std::uint32_t page = 0;      // form feeds before it
  std::uint32_t blanks = 0;    // blank lines between it and the line before it
  std::uint32_t indent = 0;    // columns of white space before it, tab stops every 8
  std::uint32_t trailing = 0;  // bytes of white space behind it
  std::uint32_t column = 0;    // which text column of the page it was taken out of; 0: none
  bool tab = false;            // a tab stands before it
  bool woven = false;          // it shared its row with another column
  bool break_before = false;   // a paragraph certainly begins here
  bool spaced_out = false;     // the blank lines before it are the spacing of the text
  bool drop_cap = false;       // its first letter stands on the line before
  bool item = false;           // its list mark stands on the line before
  bool begins_part = false;    // first line of what is set apart
  bool given = false;          // an earlier step has told its role
  bool away = false;           // it has been moved: another TextLine stands for it further down
  bool moved = false;          // it is that TextLine
  LineRole role = LineRole::kBody;
  float confidence = 1;  // in the role
};

// Lines end at LF, CR LF and form feed.
std::vector<TextLine> SplitLines(std::string_view text);

// Whether the line stays in the text.
inline bool IsKept(LineRole role) {
  return role != LineRole::kHeader && role != LineRole::kFooter && role != LineRole::kPageNumber &&
         role != LineRole::kStrayMark;
}
inline bool IsKept(const TextLine& line) { return IsKept(line.role) && !line.away; }

// Whether the line stays in the text but is a part of its own.
inline bool IsSetApart(LineRole role) { return IsKept(role) && role != LineRole::kBody; }

// Whether the text runs on past the line: where it interrupts a sentence, it can be moved.
inline bool StandsAside(LineRole role) { return IsSetApart(role) && role != LineRole::kHeading; }

}  // namespace koppel::text
