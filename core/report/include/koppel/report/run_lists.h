// What stands beside run.json because it may be long: the files that a run read and wrote, and the
// pipeline file as it was.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/runtime/input_files.h"
#include "koppel/runtime/output_files.h"
#include "koppel/status.h"

namespace koppel {

inline constexpr char kInputList[] = "run.inputs.jsonl";
inline constexpr char kOutputList[] = "run.outputs.jsonl";
inline constexpr char kPipelineCopy[] = "run.pipeline.yaml";

// A list as run.json tells of it.
struct ListFacts {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  // of these
  std::string sha256;       // of the list itself
};

// A line for each: `path`, and `sha256` and `size`, or `missing` where it could not be read; of a
// mended copy also `in_place_of`.
Result<ListFacts> WriteInputList(const std::vector<InputFile>& inputs,
                                 const std::vector<InputFile>& mended,
                                 const std::filesystem::path& out);
Result<ListFacts> WriteOutputList(const std::vector<WrittenFile>& outputs,
                                  const std::filesystem::path& out);

}  // namespace koppel
