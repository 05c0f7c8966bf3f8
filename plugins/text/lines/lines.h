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
  kFootnote
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
  bool drop_cap = false;       // its first letter stands on the line before
  LineRole role = LineRole::kBody;
  float confidence = 1;  // in the role
};

// Lines end at LF, CR LF and form feed.
std::vector<TextLine> SplitLines(std::string_view text);

// Whether the line stays in the text.
inline bool IsKept(const TextLine& line) {
  return line.role == LineRole::kBody || line.role == LineRole::kPullQuote ||
         line.role == LineRole::kFootnote;
}

// Whether the line stays in the text but is not part of what runs on around it.
inline bool IsSetApart(const TextLine& line) {
  return line.role == LineRole::kPullQuote || line.role == LineRole::kFootnote;
}

}  // namespace koppel::text
