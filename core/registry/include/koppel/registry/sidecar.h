// A plugin's sidecar, `<name>.plugin.json`: its manifest and the digest of its library, written
// when it is built.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "koppel/plugin.h"
#include "koppel/registry/registry.h"
#include "koppel/status.h"

namespace koppel {

inline constexpr std::string_view kSidecarSuffix = ".plugin.json";

// Copies what a loaded library declares; calls its `params` functions. `sha256`, `library` and
// `sidecar` stay empty.
std::unique_ptr<PluginInfo> FromManifest(const Manifest& manifest);

LayerDescription FromSchema(const LayerSchema& schema);

// plugin_load, naming the component and parameter, if the manifest breaks a rule of the SDK: an id
// that is not
// `<family>.<name>` or stands twice, a component or parameter without help, a default that its own
// constraint refuses, names of layers or columns that are no list, a layer with too many features.
Status CheckManifest(const PluginInfo& plugin);

// Sets the digest and the paths: the sidecar stands beside the library. io if the library can't be
// read.
Status Complete(const std::filesystem::path& library, PluginInfo& plugin);

// The sidecar's text, and the part of it for one component. Precondition of the first:
// CheckManifest.
std::string ToJson(const PluginInfo& plugin);
std::string ToJson(const ComponentInfo& component);

// Runs no plugin code. plugin_load, naming the file and what is wrong with it.
Result<std::unique_ptr<PluginInfo>> ReadSidecar(const std::filesystem::path& path);

}  // namespace koppel
