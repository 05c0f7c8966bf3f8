#pragma once

#include <string>
#include <string_view>

namespace koppel {

// The text without what could steer a terminal: control characters but line feed and tab become
// U+FFFD, and so do bytes that are not UTF-8. File names, ids and texts come from anywhere.
std::string Printable(std::string_view text);

// The same on one line: line ends as ⏎, tabs as spaces.
std::string OnOneLine(std::string_view text);

}  // namespace koppel
