#pragma once

#include <string>

#include "koppel/diff/run_diff.h"

namespace koppel {

// The difference of two runs as JSON, with a line break at its end. docs/reference/diff.md lists
// the keys.
std::string DiffJson(const RunDiff& diff);

}  // namespace koppel
