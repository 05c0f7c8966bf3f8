#include "run_setup.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/io.h"
#include "koppel/runtime/quarantine_index.h"

namespace koppel {

Status RunResources::Record(const std::filesystem::path& path) {
  {
    const std::lock_guard lock(mutex_);
    if (uses_.contains(path.string())) return Ok();
  }
  Result<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return std::move(bytes).status();
  Record(path, *bytes);
  return Ok();
}

void RunResources::Record(const std::filesystem::path& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  const auto [use, is_new] = uses_.try_emplace(path.string());
  if (is_new) use->second.sha256 = Hex(Sha256(bytes));
}

void RunResources::RecordAbsence(const std::filesystem::path& path) {
  const std::lock_guard lock(mutex_);
  uses_.try_emplace(path.string());
}

void RunResources::AddUser(const std::string& step, const std::set<std::string>& paths) {
  const std::lock_guard lock(mutex_);
  for (const std::string& path : paths) uses_.at(path).steps.insert(step);
}

void RunResources::Note(std::string message) {
  const std::lock_guard lock(mutex_);
  if (std::find(notes_.begin(), notes_.end(), message) == notes_.end())
    notes_.push_back(std::move(message));
}

std::filesystem::path RunResources::Claim(const std::filesystem::path& path) {
  const std::lock_guard lock(mutex_);
  for (const std::filesystem::path& other : claimed_) {
    const auto [rest, other_rest] =
        std::mismatch(path.begin(), path.end(), other.begin(), other.end());
    if (rest == path.end() || other_rest == other.end()) return other;
  }
  claimed_.insert(path);
  return {};
}

std::set<std::filesystem::path> RunResources::claimed() const {
  const std::lock_guard lock(mutex_);
  return claimed_;
}

std::vector<Resource> RunResources::resources() const {
  const std::lock_guard lock(mutex_);
  std::vector<Resource> list;
  for (const auto& [path, use] : uses_)
    list.push_back({path, use.sha256, {use.steps.begin(), use.steps.end()}});
  return list;
}

std::vector<std::string> RunResources::notes() const {
  const std::lock_guard lock(mutex_);
  return notes_;
}

Result<std::filesystem::path> RunSetup::OutputPath(std::string_view relative) {
  Result<std::filesystem::path> path = PathBelow(output_folder_, relative);
  if (!path.ok()) return path;
  std::filesystem::path below = path->lexically_relative(output_folder_);
  if (!below.has_filename()) below = below.parent_path();  // "text/" is "text"
  for (const std::string_view own :
       {"run.json", "run.inputs.jsonl", "run.outputs.jsonl", "run.pipeline.yaml", "digests.jsonl",
        "report.html", "quarantine", kMendedFolder, ".koppel"}) {
    if (owner_ == Owner::kHost || *below.begin() != own) continue;
    return InvalidParameter(
        fmt::format("'{}' is what the run itself writes; give another name", relative));
  }
  const std::filesystem::path taken = resources_.Claim(below);
  if (taken.empty()) return path;
  if (taken == below) {
    return InvalidParameter(
        fmt::format("another writer has '{}' already; give one of them another name", relative));
  }
  return InvalidParameter(
      fmt::format("'{}' and '{}', which another writer has, can't lie in one another; give one of "
                  "them another name",
                  relative, taken.string()));
}

Result<std::string> RunSetup::ReadResource(const std::filesystem::path& path) {
  Result<std::string> bytes = ReadFile(path);
  if (bytes.ok()) {
    resources_.Record(path, *bytes);
  } else {
    resources_.RecordAbsence(path);
  }
  Use({path.string()});
  return bytes;
}

Status RunSetup::RecordResource(const std::filesystem::path& path) {
  Status status = resources_.Record(path);
  if (!status.ok()) resources_.RecordAbsence(path);
  Use({path.string()});
  return status;
}

bool RunSetup::FindResource(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return true;
  resources_.RecordAbsence(path);
  Use({path.string()});
  return false;
}

void RunSetup::Use(const std::set<std::string>& paths) {
  resources_.AddUser(step_, paths);
  for (std::set<std::string>& loading : loading_) loading.insert(paths.begin(), paths.end());
}

std::shared_ptr<const void> RunSetup::FindShared(const std::string& key) {
  const auto found = resources_.shared.find(key);
  if (found == resources_.shared.end()) {
    loading_.emplace_back();
    return nullptr;
  }
  Use(found->second.resources);
  return found->second.object;
}

void RunSetup::KeepShared(const std::string& key, std::shared_ptr<const void> object) {
  if (object) resources_.shared[key] = {std::move(object), std::move(loading_.back())};
  loading_.pop_back();
}

}  // namespace koppel
