// Finds plugins by their sidecars, without running any of their code, and loads a library when one
// of its components is used.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/component.h"
#include "koppel/plugin.h"
#include "koppel/schema.h"
#include "koppel/status.h"

namespace koppel {

// What a sidecar says of a layer use; the owning form of LayerUse.
struct LayerNeed {
  std::string layer;
  std::vector<std::string> features;
  bool optional = false;
  bool later = false;
};

struct PluginInfo;

// The owning form of MetadataKey.
struct MetadataInfo {
  std::string name;
  std::vector<std::string> values = {};
};

// What a sidecar says of a component; the owning form of Component and Traits.
struct ComponentInfo {
  std::string id;
  Role role = Role::kProcessor;
  std::string help;
  ParamTable params;
  std::vector<LayerNeed> requires_layers;
  std::vector<LayerNeed> provides_layers;
  bool edits_text = false;
  Concurrency concurrency = Concurrency::kPerThread;
  bool deterministic = true;
  std::vector<std::string> extensions;
  bool stored_layers = false;
  std::vector<MetadataInfo> metadata;
  const PluginInfo* plugin = nullptr;
};

// The owning form of FeatureInfo and LayerSchema.
struct FeatureDescription {
  std::string name;
  FeatureType type = FeatureType::kString;
  std::string help;
  std::vector<std::string> values;
  std::string target;
  std::string unit;
};

struct LayerDescription {
  std::string name;
  std::string help;
  std::vector<FeatureDescription> features;
};

struct PluginInfo {
  std::string name;
  std::string version;
  std::string licence;
  std::string fingerprint;
  std::uint32_t api_version = 0;
  std::string sha256;  // of the library, lower-case hexadecimal
  std::filesystem::path library;
  std::filesystem::path sidecar;
  std::vector<ComponentInfo> components;
  std::vector<LayerDescription> layers;  // that the plugin declares itself
};

// Immutable once scanned, but for the cache of loaded libraries; Load is thread-safe. Must outlive
// everything that a plugin made: libraries are never unloaded.
class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  // Reads the sidecars `<folder>/*/*.plugin.json`. A folder that is relative, that does not
  // exist or that holds no plugin is a problem, listed by problems(), and so is a sidecar that
  // can't be read or that repeats a component id; of two plugins with a component of the same id
  // the first stands, but that component can't be loaded.
  static Registry Scan(const std::vector<std::filesystem::path>& folders);

  // In order of name; components in order of id.
  const std::vector<std::unique_ptr<PluginInfo>>& plugins() const;
  // plugin_load, each naming the paths concerned.
  const std::vector<Status>& problems() const;
  // Null if there is none.
  const ComponentInfo* Find(std::string_view id) const;
  // In order of id.
  std::vector<const ComponentInfo*> components() const;

  // The standard layers, then those that plugins declare.
  std::vector<LayerDescription> KnownLayers() const;

  // Loads the component's library, after checking that its digest equals the sidecar's, that its
  // API version and build fingerprint equal the host's, and that it holds the component.
  // plugin_load or abi_mismatch, each failure with its own message.
  Result<const Component*> Load(const ComponentInfo& component) const;
  // Schemas of the layers that a loaded plugin declares.
  std::vector<const LayerSchema*> LoadedLayers() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Folders searched: each of $KOPPEL_PLUGIN_PATH (separated by ':'), then lib/koppel beside the
// program's folder, if it exists. Never the current directory: Scan refuses relative ones.
std::vector<std::filesystem::path> DefaultPluginFolders();

}  // namespace koppel
