// The command that gives a run's quarantine in again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/status.h"
#include "recorded_command.h"

namespace koppel {

// The command that made `run` (run.json), with --retry, these overrides, and `run` for its output.
// bad_input if the run did not leave it.
Result<RecordedCommand> ReplayOf(const std::filesystem::path& run,
                                 const std::vector<std::string>& overrides);

}  // namespace koppel
