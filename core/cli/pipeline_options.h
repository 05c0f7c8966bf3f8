// The command line of the commands that take a pipeline.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"

namespace koppel {

// --input, one value each: `--input a.txt my.yaml` would otherwise take the pipeline for an input.
CLI::Option* AddInputOption(CLI::App& command, std::vector<std::string>& inputs);
// --set STEP.PARAM=VALUE, one each.
CLI::Option* AddSetOption(CLI::App& command, std::vector<std::string>& overrides);

LoadedPipeline LoadWith(const std::string& file, const std::vector<std::string>& overrides,
                        const Registry& registry);
// Tells the problems on standard error, a line each. Whether there were any.
bool Told(const std::string& file, const std::vector<Problem>& problems);

}  // namespace koppel
