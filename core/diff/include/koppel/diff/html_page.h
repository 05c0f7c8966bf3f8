// The difference of two runs as one self-contained page.
#pragma once

#include <filesystem>

#include "koppel/diff/run_diff.h"
#include "koppel/status.h"

namespace koppel {

// io if the file can't be written.
Status WriteHtmlPage(const RunDiff& diff, const std::filesystem::path& file);

}  // namespace koppel
