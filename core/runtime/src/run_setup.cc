#include "run_setup.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/io.h"

namespace koppel {

Status RunResources::Record(const std::filesystem::path& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  digests_.try_emplace(path.string(), Hex(Sha256(bytes)));
  return Ok();
}

Status RunResources::Record(const std::filesystem::path& path) {
  {
    const std::lock_guard lock(mutex_);
    if (digests_.contains(path.string())) return Ok();
  }
  Result<std::string> bytes = ReadFile(path);
  return bytes.ok() ? Record(path, *bytes) : std::move(bytes).status();
}

void RunResources::Note(std::string message) {
  const std::lock_guard lock(mutex_);
  if (std::find(notes_.begin(), notes_.end(), message) == notes_.end())
    notes_.push_back(std::move(message));
}

bool RunResources::Claim(const std::filesystem::path& path) {
  const std::lock_guard lock(mutex_);
  return claimed_.insert(path).second;
}

std::vector<Resource> RunResources::resources() const {
  const std::lock_guard lock(mutex_);
  std::vector<Resource> list;
  for (const auto& [path, digest] : digests_) list.push_back({path, digest});
  return list;
}

std::vector<std::string> RunResources::notes() const {
  const std::lock_guard lock(mutex_);
  return notes_;
}

Result<std::filesystem::path> RunSetup::OutputPath(std::string_view relative) {
  Result<std::filesystem::path> path = PathBelow(output_folder_, relative);
  if (!path.ok()) return path;
  const std::filesystem::path below = path->lexically_relative(output_folder_);
  for (const std::string_view own : {"run.json", "report.html", "quarantine"}) {
    if (*below.begin() != own) continue;
    return InvalidParameter(
        fmt::format("'{}' is what the run itself writes; give another name", relative));
  }
  if (resources_.Claim(below)) return path;
  return InvalidParameter(
      fmt::format("another writer has '{}' already; give one of them another name", relative));
}

Result<std::string> RunSetup::ReadResource(const std::filesystem::path& path) {
  Result<std::string> bytes = ReadFile(path);
  if (bytes.ok()) KOPPEL_RETURN_IF_ERROR(resources_.Record(path, *bytes));
  return bytes;
}

std::shared_ptr<const void> RunSetup::FindShared(const std::string& key) {
  const auto found = resources_.shared.find(key);
  return found == resources_.shared.end() ? nullptr : found->second;
}

void RunSetup::KeepShared(const std::string& key, std::shared_ptr<const void> object) {
  resources_.shared[key] = std::move(object);
}

}  // namespace koppel
