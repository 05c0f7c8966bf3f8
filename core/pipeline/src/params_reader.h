// Parameters of a step, from `with` and `--set`.
#pragma once

#include <filesystem>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

// Reads one parameter into `params`. Paths are made absolute below `folder`. Unknown names and
// wrong values are problems.
void ReadInto(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlEntry& entry, ParamValues& params, Problems& problems);

// All of `with`.
void ReadWith(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlNode& with, ParamValues& params, Problems& problems);

// Puts the default where nothing is given. A required parameter that is missing is told at `use`,
// unless `with` names something that looks like it. `with` may be null.
void FillDefaults(const ComponentInfo& component, Location use, const YamlNode* with,
                  ParamValues& params, Problems& problems);

}  // namespace koppel::internal
