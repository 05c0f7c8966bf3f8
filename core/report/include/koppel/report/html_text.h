#pragma once

#include <string>
#include <string_view>

namespace koppel {

// Appends text with the characters that HTML gives a meaning replaced, and control characters that
// HTML can't hold left out.
void AppendHtml(std::string_view text, std::string& out);
std::string Html(std::string_view text);

}  // namespace koppel
