// What a run recorded about itself, so that it can be run again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/status.h"

namespace koppel {

struct RecordedRun {
  std::string pipeline;             // a pipeline file that says all that the resolved one said
  std::filesystem::path file;       // the pipeline file that it came from
  std::string file_sha256;          // of that file then; empty: not recorded
  std::vector<std::string> inputs;  // absolute; given on the command line, or empty
};

// From <out>/run.json. io if it can't be read; bad_input if it does not record what is needed, as
// those of older releases.
Result<RecordedRun> ReadRecordedRun(const std::filesystem::path& out);

}  // namespace koppel
