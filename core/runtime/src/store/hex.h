#pragma once

#include <string>
#include <string_view>

namespace koppel {

// The bytes that Hex (koppel/io.h) wrote; empty for anything else.
std::string FromHex(std::string_view hex);

}  // namespace koppel
