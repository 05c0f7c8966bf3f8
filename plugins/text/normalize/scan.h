#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::text {

// Offset of the first character from `pos` on that a rule of text.normalize may touch; the size if
// there is none. Nothing else may be touched: control characters, what looks like the beginning of
// mojibake, spaces and invisible characters, ligatures, and whatever Normalization Form C may
// change or compose with what stands before it. `text` is valid UTF-8, `pos` on a boundary.
//
// Latin, Greek, Cyrillic and Han text with ordinary punctuation has no suspects; scripts with marks
// of their own have many, which costs time and nothing else.
std::size_t FindSuspect(std::string_view text, std::size_t pos);

}  // namespace koppel::text
