// What an edit took out and put in, as far as taking it back asks.
#pragma once

#include <string_view>

#include "koppel/document.h"

namespace koppel {

inline constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

inline bool IsWhiteSpace(std::string_view text) {
  return text.find_first_not_of(kWhiteSpace) == std::string_view::npos;
}
inline bool HasWhiteSpace(std::string_view text) {
  return text.find_first_of(kWhiteSpace) != std::string_view::npos;
}
inline bool HasLineEnd(std::string_view text) {
  return text.find_first_of("\n\f") != std::string_view::npos;
}
// Two line ends with nothing but white space between them.
bool HasBlankLine(std::string_view text);
// A letter or a digit.
bool HasWord(std::string_view text);

// Whether the edit took whole lines out, with the line end on one side of them.
bool TakesLinesOut(const RevisionEdit& edit);

}  // namespace koppel
