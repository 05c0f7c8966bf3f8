#pragma once

#include <string>
#include <string_view>

namespace koppel::write {

// The text itself, or, where it is not UTF-8 (a file's name, a slice that a plugin made), a copy in
// `scratch` with U+FFFD for each byte that belongs to no character.
std::string_view ValidUtf8(std::string_view text, std::string& scratch);

}  // namespace koppel::write
