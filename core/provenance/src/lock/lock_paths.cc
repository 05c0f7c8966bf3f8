#include "lock/lock_paths.h"

#include <algorithm>

namespace koppel::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPluginPrefix = "plugin:";

fs::path Whole(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

bool IsBelow(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

fs::path CommonFolder(const fs::path& a, const fs::path& b) {
  fs::path common;
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  for (auto part = a.begin(); part != ends.first; ++part) common /= *part;
  return common;
}

}  // namespace

std::map<std::string, const PluginInfo*> UsedPlugins(const Pipeline& pipeline) {
  std::map<std::string, const PluginInfo*> used;
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    for (const Step& step : *steps) used[step.component->plugin->name] = step.component->plugin;
  }
  return used;
}

LockPaths::LockPaths(const LockScope& scope)
    : folder_(Whole(scope.file).parent_path()),
      project_(CommonFolder(folder_, Whole(scope.pipeline.file).parent_path())) {
  // Where the two have nothing in common, the lock file's folder is the project.
  if (project_ == project_.root_path()) project_ = folder_;
  for (const auto& [name, plugin] : UsedPlugins(scope.pipeline))
    plugins_[name] = Whole(plugin->library).parent_path();
}

std::string LockPaths::NameOf(const fs::path& path) const {
  const fs::path whole = Whole(path);
  return ValidName(
      (IsBelow(whole, project_) ? whole.lexically_relative(folder_) : whole).generic_string());
}

std::string LockPaths::ResourceName(const fs::path& path) const {
  const fs::path whole = Whole(path);
  for (const auto& [name, folder] : plugins_) {
    if (!IsBelow(whole, folder)) continue;
    return std::string(kPluginPrefix) + name + '/' +
           ValidName(whole.lexically_relative(folder).generic_string());
  }
  return NameOf(path);
}

fs::path LockPaths::PathOf(const std::string& name) const {
  if (!name.starts_with(kPluginPrefix)) return (folder_ / name).lexically_normal();
  const std::string_view rest = std::string_view(name).substr(kPluginPrefix.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const auto plugin = plugins_.find(std::string(rest.substr(0, slash)));
  if (plugin == plugins_.end()) return {};
  return plugin->second / rest.substr(std::min(slash + 1, rest.size()));
}

}  // namespace koppel::internal
