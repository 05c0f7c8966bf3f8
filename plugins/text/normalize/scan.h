#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::text {

// Offset of the first byte from `pos` on that is neither printable ASCII nor tab, newline or form
// feed; the size if there is none.
std::size_t FindUnclean(std::string_view text, std::size_t pos);

}  // namespace koppel::text
