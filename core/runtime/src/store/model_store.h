// Frozen models of earlier work on an output folder.
//
//   <out>/.koppel/models/<key>.model   what Model::Save wrote, as a zstd frame with a checksum
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "koppel/status.h"

namespace koppel {

// Used by one thread. Keys are those of StepKeys::ModelKey.
class ModelStore {
 public:
  explicit ModelStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // What was saved under the key; empty if there is nothing that is whole.
  std::string Find(std::string_view key);
  Status Add(std::string_view key, std::string_view saved);
  // Takes away what was neither found nor added.
  void Trim();

 private:
  std::filesystem::path PathOf(std::string_view key) const;

  std::filesystem::path folder_;
  std::set<std::filesystem::path> used_;
};

}  // namespace koppel
