// From what a library declares to data that outlives it.
#include <fmt/format.h>

#include <set>

#include "koppel/io.h"
#include "koppel/registry/sidecar.h"

namespace koppel {
namespace {

std::vector<std::string> SplitNames(std::string_view names) {
  std::vector<std::string> parts;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    std::string_view part = names.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return parts;
}

std::vector<LayerNeed> Needs(std::span<const LayerUse> uses) {
  std::vector<LayerNeed> needs;
  for (const LayerUse& use : uses) {
    needs.push_back({std::string(use.layer), SplitNames(use.features), use.optional, use.later});
  }
  return needs;
}

ComponentInfo FromComponent(const Component& component) {
  const Traits& traits = *component.traits;
  ComponentInfo info;
  info.id = component.id;
  info.role = component.role;
  info.help = traits.help;
  info.params = component.params();
  info.requires_layers = Needs(traits.requires_layers);
  info.provides_layers = Needs(traits.provides_layers);
  info.edits_text = traits.edits_text;
  info.concurrency = traits.concurrency;
  info.deterministic = traits.deterministic;
  info.extensions.assign(traits.extensions.begin(), traits.extensions.end());
  info.stored_layers = traits.stored_layers;
  for (const MetadataKey& key : traits.metadata)
    info.metadata.push_back({std::string(key.name), {key.values.begin(), key.values.end()}});
  return info;
}

Status Refuse(std::string message) { return {ErrorKind::kPluginLoad, std::move(message)}; }

// "<family>.<name>" in lower case, digits and underscores.
bool IsComponentId(std::string_view id) {
  const std::size_t dot = id.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == id.size()) return false;
  if (id.find('.', dot + 1) != std::string_view::npos) return false;
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string_view::npos;
}

Status CheckParams(const ComponentInfo& component) {
  std::set<std::string_view> names;
  for (const ParamInfo& param : component.params) {
    const std::string where = fmt::format("parameter '{}' of {}", param.name, component.id);
    if (!names.insert(param.name).second) return Refuse(where + " is declared twice");
    if (param.help.empty()) return Refuse(where + " has no help");
    if (param.names != NameKind::kAny && param.type() != ParamType::kStrings) {
      return Refuse(where + " names layers, columns or metadata, and must be a list of texts");
    }
    if (param.required) continue;
    ParamValue value = param.default_value;
    if (Status status = CheckParam(param, value); !status.ok()) {
      return Refuse(
          fmt::format("the default of {} breaks its own rule: {}", where, status.message()));
    }
  }
  return Ok();
}

Status CheckComponent(const ComponentInfo& component) {
  if (!IsComponentId(component.id)) {
    return Refuse(
        fmt::format("component id '{}' must be <family>.<name>, in a-z, 0-9 and _", component.id));
  }
  if (component.help.empty()) return Refuse(component.id + " has no help");
  return CheckParams(component);
}

}  // namespace

LayerDescription FromSchema(const LayerSchema& schema) {
  LayerDescription layer{std::string(schema.name), std::string(schema.help), {}};
  for (const FeatureInfo& feature : schema.features) {
    layer.features.push_back({std::string(feature.name),
                              feature.type,
                              std::string(feature.help),
                              {feature.values.begin(), feature.values.end()},
                              std::string(feature.target),
                              std::string(feature.unit)});
  }
  return layer;
}

std::unique_ptr<PluginInfo> FromManifest(const Manifest& manifest) {
  auto plugin = std::make_unique<PluginInfo>();
  plugin->name = manifest.name;
  plugin->version = manifest.version;
  plugin->licence = manifest.licence;
  plugin->fingerprint = manifest.fingerprint;
  plugin->api_version = manifest.api_version;
  for (const Component& component : manifest.components) {
    plugin->components.push_back(FromComponent(component));
  }
  for (const LayerSchema* schema : manifest.layers) plugin->layers.push_back(FromSchema(*schema));
  return plugin;
}

Status CheckManifest(const PluginInfo& plugin) {
  std::set<std::string_view> ids;
  for (const ComponentInfo& component : plugin.components) {
    KOPPEL_RETURN_IF_ERROR(CheckComponent(component));
    if (!ids.insert(component.id).second) return Refuse(component.id + " is declared twice");
  }
  for (const LayerDescription& layer : plugin.layers) {
    if (layer.features.size() > kMaxFeatures) {
      return Refuse(fmt::format("layer '{}' has {} features; at most {} are possible", layer.name,
                                layer.features.size(), kMaxFeatures));
    }
  }
  return Ok();
}

Status Complete(const std::filesystem::path& library, PluginInfo& plugin) {
  Result<std::string> bytes = ReadFile(library);
  if (!bytes.ok()) return std::move(bytes).status();
  plugin.sha256 = Hex(Sha256(*bytes));
  plugin.library = library;
  plugin.sidecar = library.parent_path() / (library.stem().string() + std::string(kSidecarSuffix));
  return Ok();
}

}  // namespace koppel
