// The values of `limits`.
#pragma once

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

// `seconds` and `megabytes`; what is not given stays as in `otherwise`.
Limits ReadLimits(const YamlNode& node, const Limits& otherwise, Problems& problems);

}  // namespace koppel::internal
