// What a finished run was made from and what it wrote, so that the same run need not be done again.
//
//   <out>/.koppel/complete.json   stands only while all that it says holds
//   <out>/.koppel/former.json     the last that stood: what the run now going on writes over
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

// Digests as lower-case hexadecimal.
struct Completion {
  struct Output {
    std::string path;  // below the output folder
    std::uint64_t size = 0;
    std::int64_t modified = 0;  // nanoseconds
    std::string xxh3;           // 128 bits: against damage, not against forgers

    bool SameFile(const Output& other) const {
      return path == other.path && size == other.size && modified == other.modified;
    }
  };

  std::string configuration;        // of program, components, parameters
  std::string inputs;               // of their names and bytes
  std::vector<Resource> resources;  // `steps` are not kept
  std::vector<Output> outputs;      // in order of path
  std::uint64_t read = 0, output = 0, filtered = 0, quarantined = 0, bytes = 0;
  std::string since;  // when it was completed, UTC
};

// bad_input if there is none that can be read.
Result<Completion> ReadCompletion(const std::filesystem::path& file);
Status WriteCompletion(const Completion& completion, const std::filesystem::path& file);

// Whether the resources and outputs still are what they were. `threads` read at the same time.
bool StillHolds(const Completion& completion, const std::filesystem::path& out, int threads);

// The files at and below the `claimed` paths of `out` that changed since `start` (nanoseconds of
// the file system's clock), in order of path, without their hashes.
std::vector<Completion::Output> FindOutputs(const std::filesystem::path& out,
                                            const std::set<std::filesystem::path>& claimed,
                                            std::int64_t start);
// Reads them all, `threads` at a time. io if one can't be read.
Status HashOutputs(const std::filesystem::path& out, int threads,
                   std::vector<Completion::Output>& outputs);

// Removes the files that the former run wrote, that nobody touched since and that are none of
// `outputs`; and folders that are empty then.
void RemoveFormer(const Completion& former, const std::vector<Completion::Output>& outputs,
                  const std::filesystem::path& out);

// When a file changed last, in nanoseconds; 0 if it is not there.
std::int64_t ModifiedAt(const std::filesystem::path& path);

}  // namespace koppel
