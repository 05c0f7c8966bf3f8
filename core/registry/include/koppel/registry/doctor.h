// Whether plugins really load, found out in child processes so that one that crashes can be
// reported.
#pragma once

#include <string>
#include <vector>

#include "koppel/registry/registry.h"

namespace koppel {

struct Checkup {
  const PluginInfo* plugin = nullptr;
  std::string fault;  // empty: every component loads, and can be made with its defaults
};

// Checks every plugin of the registry, one after the other. A plugin that takes longer than
// `seconds` has a fault. The calling process must have no other threads.
std::vector<Checkup> CheckPlugins(const Registry& registry, unsigned seconds = 30);

// With the registry's problems.
std::string ToJson(const std::vector<Checkup>& checkups, const Registry& registry);

}  // namespace koppel
