// Texts made short enough to be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koppel {

// Byte offset of the code point with that number; the text's size if it has no more. Valid UTF-8.
std::size_t OffsetOf(std::string_view text, std::size_t code_point);

// With … in the middle of what is longer than `most` code points. Valid UTF-8.
std::string Shortened(std::string_view text, std::size_t most);

}  // namespace koppel
