// What few lines have, told eight bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace koppel::text {

// Offset of the first tab or of the first of two adjacent spaces, or npos. Most text has none, and
// this is how it is told cheaply.
std::size_t FindWideSpace(std::string_view text);

// Whether an ASCII digit occurs.
bool HasDigit(std::string_view text);

inline bool IsAsciiLetter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

// Number of spaces behind an ASCII letter; appends the offsets of all other spaces but one at the
// very beginning.
std::uint32_t CountPlainWordEnds(std::string_view line, std::vector<std::uint32_t>& others);

}  // namespace koppel::text
