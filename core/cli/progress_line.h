// What the progress of a run reads like.
#pragma once

#include <cstddef>
#include <string>

#include "koppel/runtime/run_options.h"

namespace koppel {

// Shown as one line of at most `width` columns: what fits of bar, pass, documents, speed, time left
// and quarantined, the last ones dropped first. `seconds`: since the pass began. Passes cost
// different times, so bar and time left are those of the pass at hand.
std::string ProgressLine(const Progress& progress, double seconds, std::size_t width);

}  // namespace koppel
