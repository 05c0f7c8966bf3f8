// The difference of two runs for a terminal of 80 columns.
#pragma once

#include <string>

#include "koppel/diff/run_diff.h"

namespace koppel {

// Without colour the stretch that differs stands between ‹ and ›. What could steer a terminal is
// replaced.
std::string TerminalPage(const RunDiff& diff, bool color);

}  // namespace koppel
