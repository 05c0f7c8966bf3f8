// The values of `when` and `on_error`.
#pragma once

#include <optional>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

// What could be read; the rest is told in `problems`.
Condition ReadCondition(const YamlNode& node, Problems& problems);

std::optional<OnError> ReadOnError(const YamlNode& node, Problems& problems);

}  // namespace koppel::internal
