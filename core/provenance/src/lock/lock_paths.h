// How a lock names files, and where those files are.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "koppel/provenance/lock.h"

namespace koppel::internal {

class LockPaths {
 public:
  explicit LockPaths(const LockScope& scope);

  // Of inputs and the pipeline file; valid UTF-8.
  std::string NameOf(const std::filesystem::path& path) const;
  std::string ResourceName(const std::filesystem::path& path) const;
  // Of a name that one of the two gave, here or on another machine.
  std::filesystem::path PathOf(const std::string& name) const;

 private:
  std::filesystem::path folder_;   // of the lock file
  std::filesystem::path project_;  // holds the lock file and the pipeline file
  std::map<std::string, std::filesystem::path> plugins_;  // folders of those in use
};

// Plugins that the pipeline uses, by name.
std::map<std::string, const PluginInfo*> UsedPlugins(const Pipeline& pipeline);

}  // namespace koppel::internal
