// How wide text would be in print.
#pragma once

#include <string_view>

namespace koppel::text {

// Width in ems in an average proportional face for Latin script; other characters count as a digit.
// Only differences between lines of one document matter, so no particular face is needed: against
// the real widths of a justified page the error of a line is about 2 %, where counting characters
// has 5 %.
float TypeWidth(std::string_view text);

}  // namespace koppel::text
