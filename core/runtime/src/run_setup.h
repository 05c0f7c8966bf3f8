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
#include "koppel/runtime/run_report.h"

namespace koppel {

// Shared by all components of a run. Thread-safe.
class RunResources {
 public:
  // Digests of resources, as they were when somebody asked first.
  Status Record(const std::filesystem::path& path);
  void Record(const std::filesystem::path& path, std::string_view bytes);
  void RecordAbsence(const std::filesystem::path& path);
  // Says that a step uses resources that are on record.
  void AddUser(const std::string& step, const std::set<std::string>& paths);
  void Note(std::string message);
  // Claims an output path. Gives the path that was claimed before and is the same, above it or
  // below it; then nothing is claimed. Empty: there is none.
  std::filesystem::path Claim(const std::filesystem::path& path);
  std::set<std::filesystem::path> claimed() const;
  // In order of path.
  std::vector<Resource> resources() const;
  std::vector<std::string> notes() const;

  struct SharedObject {
    std::shared_ptr<const void> object;
    std::set<std::string> resources;  // that it was made from
  };
  // Held while a component is opened: components are opened one at a time, so that a shared object
  // is loaded once.
  std::mutex opening;
  std::map<std::string, SharedObject> shared;  // guarded by `opening`

 private:
  struct Use {
    std::string sha256;
    std::set<std::string> steps;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Use> uses_;  // by path
  std::vector<std::string> notes_;
  std::set<std::filesystem::path> claimed_;
};

// Whose component is opened: only the host's own writers may write what the run itself writes.
enum class Owner { kPlugin, kHost };

// For one instance of a step, while it is opened.
class RunSetup final : public Setup {
 public:
  RunSetup(std::string step, std::filesystem::path plugin_folder,
           std::filesystem::path output_folder, RunResources& resources,
           Owner owner = Owner::kPlugin)
      : step_(std::move(step)),
        plugin_folder_(std::move(plugin_folder)),
        output_folder_(std::move(output_folder)),
        resources_(resources),
        owner_(owner) {}

  const std::filesystem::path& plugin_folder() const override { return plugin_folder_; }
  Result<std::filesystem::path> OutputPath(std::string_view relative) override;
  Result<std::string> ReadResource(const std::filesystem::path& path) override;
  Status RecordResource(const std::filesystem::path& path) override;
  bool FindResource(const std::filesystem::path& path) override;
  void Note(std::string message) override { resources_.Note(std::move(message)); }

 protected:
  std::shared_ptr<const void> FindShared(const std::string& key) override;
  void KeepShared(const std::string& key, std::shared_ptr<const void> object) override;

 private:
  // The resources count for the step, and for the objects that are being loaded.
  void Use(const std::set<std::string>& paths);

  std::string step_;
  std::filesystem::path plugin_folder_, output_folder_;
  RunResources& resources_;
  Owner owner_;
  std::vector<std::set<std::string>> loading_;  // resources of each, the innermost last
};

}  // namespace koppel
