// What few lines have, told eight bytes at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::text {

// Offset of the first tab or of the first of two adjacent spaces, or npos. Most text has none, and
// this is how it is told cheaply.
std::size_t FindWideSpace(std::string_view text);

// Whether an ASCII digit occurs.
bool HasDigit(std::string_view text);

}  // namespace koppel::text
