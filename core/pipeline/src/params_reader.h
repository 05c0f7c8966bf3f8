// Parameters of a step, from `with` and `--set`.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

struct GivenParam {
  ParamValue value;
  const YamlNode* node;  // where the value stands; a list's elements are its items, in order
  std::string setting;   // text of the `--set` that the node belongs to; empty: the pipeline file
};

using GivenParams = std::map<std::string, GivenParam, std::less<>>;

// Reads one parameter into `given`. Paths are made absolute below `folder`. Unknown names and wrong
// values are problems.
void ReadInto(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlEntry& entry, GivenParams& given, Problems& problems);

// All of `with`.
void ReadWith(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlNode& with, GivenParams& given, Problems& problems);

// What is given, and the default where nothing is. A required parameter that is missing is told at
// `use`, unless `with` names it or something that looks like it. `with` may be null.
ParamValues WithDefaults(const ComponentInfo& component, Location use, const YamlNode* with,
                         const GivenParams& given, Problems& problems);

}  // namespace koppel::internal
