// The host's side of koppel::Setup.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "koppel/runtime/run.h"

namespace koppel {

// Shared by all components of a run. Thread-safe.
class RunResources {
 public:
  Status Record(const std::filesystem::path& path);
  Status Record(const std::filesystem::path& path, std::string_view bytes);
  void Note(std::string message);
  // False if the output path was claimed before.
  bool Claim(const std::filesystem::path& path);
  std::vector<Resource> resources() const;
  std::vector<std::string> notes() const;

  // Held while a component is opened: components are opened one at a time, so that a shared object
  // is loaded once.
  std::mutex opening;
  std::map<std::string, std::shared_ptr<const void>> shared;  // guarded by `opening`

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> digests_;
  std::vector<std::string> notes_;
  std::set<std::filesystem::path> claimed_;
};

class RunSetup final : public Setup {
 public:
  RunSetup(std::filesystem::path plugin_folder, std::filesystem::path output_folder,
           RunResources& resources)
      : plugin_folder_(std::move(plugin_folder)),
        output_folder_(std::move(output_folder)),
        resources_(resources) {}

  const std::filesystem::path& plugin_folder() const override { return plugin_folder_; }
  Result<std::filesystem::path> OutputPath(std::string_view relative) override;
  Result<std::string> ReadResource(const std::filesystem::path& path) override;
  Status RecordResource(const std::filesystem::path& path) override {
    return resources_.Record(path);
  }
  void Note(std::string message) override { resources_.Note(std::move(message)); }

 protected:
  std::shared_ptr<const void> FindShared(const std::string& key) override;
  void KeepShared(const std::string& key, std::shared_ptr<const void> object) override;

 private:
  std::filesystem::path plugin_folder_, output_folder_;
  RunResources& resources_;
};

}  // namespace koppel
