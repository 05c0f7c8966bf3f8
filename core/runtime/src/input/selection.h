// Some of a run's files, in an order of their own: for runs that check others.
#pragma once

#include <vector>

#include "input/inputs.h"

namespace koppel {

// At most `sample` of the files (0: all of them), the first and the last included, evenly between;
// in reverse order if `backwards`.
std::vector<SourceFile> Select(std::vector<SourceFile> files, std::size_t sample, bool backwards);

}  // namespace koppel
