#pragma once

#include <string>
#include <string_view>

namespace koppel {

// The text as a POSIX shell takes it for one word: in quotes where it must be.
std::string ShellWord(std::string_view text);

}  // namespace koppel
