// Trials in processes of their own, which have a locale, a time zone and memory of their own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "koppel/provenance/determinism.h"

namespace koppel {

struct TrialInput {
  std::string pipeline;                // file
  std::vector<std::string> inputs;     // as for `run`
  std::vector<std::string> overrides;  // `--set`
  std::size_t sample = 0;              // files; 0: all
};

// Each call runs this program anew with `koppel trial` and reads what it leaves in a folder below
// `scratch`, which is gone afterwards. io or internal, with what the process said, if it fails;
// cancelled if it was interrupted.
Trial ChildTrial(TrialInput input, std::filesystem::path scratch);

// The arguments of `koppel trial` for an excerpt and circumstances; `out` is the folder to write
// to.
std::vector<std::string> TrialArguments(const TrialInput& input, const Circumstances& circumstances,
                                        const Excerpt& excerpt, const std::filesystem::path& out);

}  // namespace koppel
