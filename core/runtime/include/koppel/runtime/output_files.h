// The files that a run has written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "koppel/runtime/run_folder.h"
#include "koppel/status.h"

namespace koppel {

struct WrittenFile {
  std::string path;    // below the folder for output
  std::string sha256;  // lower-case hexadecimal
  std::uint64_t size = 0;
};

// What writers have written in the run that holds the folder, in order of path; nothing if the run
// did not get to its end. io if a file can't be read back.
Result<std::vector<WrittenFile>> ListWrittenFiles(RunFolder& folder, const RunReport& report);

}  // namespace koppel
