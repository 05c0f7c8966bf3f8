// Halves of words that have lost each other.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "koppel/span.h"
#include "lines/lines.h"

namespace koppel::text {

// A word part before a line-end hyphen whose other part does not follow.
struct LeftHalf {
  Span word;  // the part
  Span hyphen;
  std::string_view before;  // the word before it
};

// The beginning of a line that may be the rest of a word.
struct RightHalf {
  Span word;                // the part
  std::size_t line = 0;     // that it begins
  std::string_view before;  // the last word of the line before
  std::string_view after;   // the word behind it
  bool apart = false;       // a blank line stands before it
  bool after_end = false;   // the line before it ends a sentence
};

// The word that ends last before `pos`, on the same line.
std::string_view WordBefore(std::string_view text, std::size_t pos);

// Every line that begins in lower case, ascending.
std::vector<RightHalf> FindRightHalves(std::string_view text, const std::vector<TextLine>& lines);

// What belongs together from the beginning of `line` on: up to the first line end that ends a
// sentence, before a blank line. Empty if there is none near.
Span BlockFrom(std::string_view text, const std::vector<TextLine>& lines, std::size_t line);

}  // namespace koppel::text
