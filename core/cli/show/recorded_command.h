// How a run was started.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/status.h"

namespace koppel {

struct RecordedCommand {
  std::string folder;                  // in which it was given
  std::vector<std::string> arguments;  // the program's name first
};

// The command that made `run` (run.json). bad_input if the run did not leave it.
Result<RecordedCommand> RecordedCommandOf(const std::filesystem::path& run);

}  // namespace koppel
