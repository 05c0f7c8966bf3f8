// Takes stock, section by section.
#pragma once

#include <string>
#include <vector>

#include "koppel/provenance/lock.h"
#include "lock/lock_paths.h"

namespace koppel::internal {

class LockBuilder {
 public:
  explicit LockBuilder(const LockScope& scope);

  // All sections but resources and inputs. Runs no code of plugins.
  void AddConfiguration();
  void AddResources(const std::vector<Resource>& resources);
  // The files that a lock names as resources, as they are now. Runs no code of plugins.
  void AddResourcesOf(const Lock& locked);
  void AddInputs(const std::vector<InputFile>& inputs);

  const Lock& lock() const { return lock_; }
  // Where the file of that name is; empty for what is no file.
  std::filesystem::path FileOf(LockSection section, const std::string& name) const;

 private:
  void AddSequence(const std::vector<InputFile>& inputs);
  void AddValue(LockSection section, const std::string& name, std::string json);
  void AddText(LockSection section, const std::string& name, std::string_view text);
  void AddFile(LockSection section, const std::string& name, const std::filesystem::path& path);
  void AddParameters();
  void AddSdk();

  const LockScope& scope_;
  LockPaths paths_;
  Lock lock_;
};

}  // namespace koppel::internal
