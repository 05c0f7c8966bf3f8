// The values of `when` and `on_error`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

// A key of metadata that a condition asks for, and the value that it must have.
struct ConditionKey {
  std::string name;
  Location location;
  const YamlNode* value = nullptr;  // as long as the file's tree lives
};

// What could be read, and the keys that it asks for; the rest is told in `problems`.
Condition ReadCondition(const YamlNode& node, std::vector<ConditionKey>& asked, Problems& problems);

std::optional<OnError> ReadOnError(const YamlNode& node, Problems& problems);

}  // namespace koppel::internal
