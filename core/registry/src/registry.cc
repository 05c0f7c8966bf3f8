#include "koppel/registry/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/registry/library.h"
#include "koppel/registry/sidecar.h"

namespace koppel {
namespace fs = std::filesystem;

struct Registry::State {
  std::vector<std::unique_ptr<PluginInfo>> plugins;
  std::vector<Status> problems;
  std::map<std::string, const ComponentInfo*, std::less<>> by_id;
  std::map<std::string, std::string, std::less<>> duplicates;  // id to the message about it

  std::mutex mutex;  // guards what follows
  std::map<const PluginInfo*, const Manifest*> loaded;

  void Add(std::unique_ptr<PluginInfo> plugin);
  bool Duplicates(const PluginInfo& plugin);
  Result<const Manifest*> Library(const PluginInfo& plugin);
};

namespace {

Status LoadError(std::string message) { return {ErrorKind::kPluginLoad, std::move(message)}; }

// In order of path, so that the outcome does not depend on the file system.
std::vector<fs::path> Sidecars(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& plugin : fs::directory_iterator(folder, error)) {
    std::error_code inner;
    for (const auto& file : fs::directory_iterator(plugin.path(), inner)) {
      if (file.path().filename().string().ends_with(kSidecarSuffix)) found.push_back(file.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// What is wrong with a folder that should hold plugins, or ok.
Status CheckFolder(const fs::path& folder, const std::vector<fs::path>& sidecars) {
  std::error_code error;
  if (!folder.is_absolute()) {
    return LoadError(fmt::format(
        "plugin folder '{}' is not searched: it is relative to wherever the program happens to be "
        "started; give it from the root",
        folder.string()));
  }
  if (!fs::is_directory(folder, error)) {
    return LoadError(fmt::format("there is no plugin folder {}", folder.string()));
  }
  if (!sidecars.empty()) return Ok();
  return LoadError(
      fmt::format("no plugin is in {}: a plugin is a folder below it, as NAME/NAME.so beside "
                  "NAME/NAME{}",
                  folder.string(), kSidecarSuffix));
}

Status CheckDigest(const PluginInfo& plugin) {
  std::error_code error;
  if (!fs::exists(plugin.library, error)) {
    return LoadError(fmt::format(
        "there is no library {}, though its sidecar {} stands; rebuild or reinstall the plugin",
        plugin.library.string(), plugin.sidecar.string()));
  }
  Result<std::string> bytes = ReadFile(plugin.library);
  if (!bytes.ok()) return std::move(bytes).status();
  const std::string digest = Hex(Sha256(*bytes));
  if (digest == plugin.sha256) return Ok();
  return LoadError(fmt::format(
      "{} is not the library that its sidecar {} describes (SHA-256 {} instead of {}); rebuild or "
      "reinstall the plugin",
      plugin.library.string(), plugin.sidecar.string(), digest, plugin.sha256));
}

}  // namespace

bool Registry::State::Duplicates(const PluginInfo& plugin) {
  bool any = false;
  for (const ComponentInfo& component : plugin.components) {
    const auto other = by_id.find(component.id);
    if (other == by_id.end()) continue;
    any = true;
    std::string message =
        fmt::format("component '{}' is in both {} and {}; remove one of the plugins", component.id,
                    other->second->plugin->library.string(), plugin.library.string());
    problems.push_back(LoadError(message));
    duplicates.emplace(component.id, std::move(message));
  }
  return any;
}

void Registry::State::Add(std::unique_ptr<PluginInfo> plugin) {
  if (Duplicates(*plugin)) return;
  std::sort(plugin->components.begin(), plugin->components.end(),
            [](const ComponentInfo& a, const ComponentInfo& b) { return a.id < b.id; });
  for (const ComponentInfo& component : plugin->components) by_id.emplace(component.id, &component);
  plugins.push_back(std::move(plugin));
}

Result<const Manifest*> Registry::State::Library(const PluginInfo& plugin) {
  const std::lock_guard lock(mutex);
  if (const auto found = loaded.find(&plugin); found != loaded.end()) return found->second;
  // All that can be checked from outside comes first: loading already runs the library's
  // constructors.
  KOPPEL_RETURN_IF_ERROR(CheckAbi(plugin.library, plugin.api_version, plugin.fingerprint));
  KOPPEL_RETURN_IF_ERROR(CheckDigest(plugin));
  Result<const Manifest*> manifest = OpenLibrary(plugin.library);
  if (manifest.ok()) loaded.emplace(&plugin, *manifest);
  return manifest;
}

Registry::Registry() : state_(std::make_unique<State>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

Registry Registry::Scan(const std::vector<fs::path>& folders) {
  Registry registry;
  State& state = *registry.state_;
  std::set<fs::path> seen;
  for (const fs::path& folder : folders) {
    std::error_code error;
    // The same folder under two names is not two sets of plugins.
    if (const fs::path real = fs::canonical(folder, error); !error && !seen.insert(real).second)
      continue;
    const std::vector<fs::path> sidecars =
        folder.is_absolute() ? Sidecars(folder) : std::vector<fs::path>();
    if (Status status = CheckFolder(folder, sidecars); !status.ok()) {
      state.problems.push_back(std::move(status));
      continue;
    }
    for (const fs::path& path : sidecars) {
      Result<std::unique_ptr<PluginInfo>> plugin = ReadSidecar(path);
      if (plugin.ok()) {
        state.Add(*std::move(plugin));
      } else {
        state.problems.push_back(std::move(plugin).status());
      }
    }
  }
  std::stable_sort(state.plugins.begin(), state.plugins.end(),
                   [](const auto& a, const auto& b) { return a->name < b->name; });
  return registry;
}

const std::vector<std::unique_ptr<PluginInfo>>& Registry::plugins() const {
  return state_->plugins;
}
const std::vector<Status>& Registry::problems() const { return state_->problems; }

const ComponentInfo* Registry::Find(std::string_view id) const {
  const auto found = state_->by_id.find(id);
  return found == state_->by_id.end() ? nullptr : found->second;
}

std::vector<const ComponentInfo*> Registry::components() const {
  std::vector<const ComponentInfo*> all;
  for (const auto& [id, component] : state_->by_id) all.push_back(component);
  return all;
}

std::vector<LayerDescription> Registry::KnownLayers() const {
  std::vector<LayerDescription> layers;
  for (const LayerSchema* schema : StandardLayers()) layers.push_back(FromSchema(*schema));
  for (const auto& plugin : state_->plugins) {
    layers.insert(layers.end(), plugin->layers.begin(), plugin->layers.end());
  }
  return layers;
}

Result<const Component*> Registry::Load(const ComponentInfo& component) const {
  if (const auto twice = state_->duplicates.find(component.id); twice != state_->duplicates.end()) {
    return LoadError(twice->second);
  }
  const PluginInfo& plugin = *component.plugin;
  Result<const Manifest*> manifest = state_->Library(plugin);
  if (!manifest.ok()) return std::move(manifest).status();
  for (const Component& held : (*manifest)->components) {
    if (held.id == component.id && held.role == component.role) return &held;
  }
  return LoadError(fmt::format(
      "{} holds no {} '{}', though its sidecar {} lists it; rebuild or reinstall the plugin",
      plugin.library.string(), Name(component.role), component.id, plugin.sidecar.string()));
}

std::vector<const LayerSchema*> Registry::LoadedLayers() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<const LayerSchema*> layers;
  for (const auto& [plugin, manifest] : state_->loaded) {
    layers.insert(layers.end(), manifest->layers.begin(), manifest->layers.end());
  }
  // Not in the order of addresses, which differs from run to run.
  std::sort(layers.begin(), layers.end(),
            [](const auto* a, const auto* b) { return a->name < b->name; });
  return layers;
}

}  // namespace koppel
