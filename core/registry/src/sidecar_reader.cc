#include <fmt/format.h>
#include <simdjson.h>

#include <array>

#include "koppel/io.h"
#include "koppel/registry/sidecar.h"
#include "sidecar_names.h"

namespace koppel {
namespace {

using simdjson::dom::element;

constexpr std::uint64_t kLargestSidecar = std::uint64_t{1} << 24;

// Takes fields of the JSON text. The first thing that is missing or of another type is kept as the
// error; what is read after it is empty.
class Fields {
 public:
  template <class T>
  void Get(element object, std::string_view key, T& out) {
    element value;
    if (Find(object, key, value)) Convert(value, key, out);
  }
  template <class T>
  void GetIfPresent(element object, std::string_view key, T& out) {
    if (element value; object[key].get(value) == simdjson::SUCCESS) Convert(value, key, out);
  }
  template <class T, class Read>
  void Each(element object, std::string_view key, std::vector<T>& out, Read read) {
    element value;
    simdjson::dom::array items;
    if (!Find(object, key, value)) return;
    if (value.get(items) != simdjson::SUCCESS) return Wrong(key);
    for (const element item : items) read(item, out.emplace_back());
  }
  template <class E, std::size_t N>
  void GetName(element object, std::string_view key, const std::array<std::string_view, N>& names,
               E& out) {
    std::string text;
    Get(object, key, text);
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return Wrong(key);
    out = static_cast<E>(found - names.begin());
  }
  void Wrong(std::string_view key) {
    if (error_.empty()) error_ = fmt::format("'{}' is missing or has a wrong value", key);
  }
  const std::string& error() const { return error_; }

 private:
  bool Find(element object, std::string_view key, element& value) {
    const bool found = object[key].get(value) == simdjson::SUCCESS;
    if (!found) Wrong(key);
    return found;
  }
  void Convert(element value, std::string_view key, std::string& out) {
    std::string_view text;
    value.get(text) == simdjson::SUCCESS ? void(out = text) : Wrong(key);
  }
  void Convert(element value, std::string_view key, std::vector<std::string>& out) {
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) return Wrong(key);
    for (const element item : items) Convert(item, key, out.emplace_back());
  }
  void Convert(element value, std::string_view key, std::optional<double>& out) {
    Convert(value, key, out.emplace());
  }
  template <class T>
  void Convert(element value, std::string_view key, T& out) {
    if (value.get(out) != simdjson::SUCCESS) Wrong(key);
  }

  std::string error_;
};

template <class E, std::size_t N>
constexpr std::array<std::string_view, N> NamesOf(std::string_view (*name)(E)) {
  std::array<std::string_view, N> names;
  for (std::size_t i = 0; i < N; ++i) names[i] = name(static_cast<E>(i));
  return names;
}

void ReadParam(Fields& fields, element json, ParamInfo& param) {
  fields.Get(json, "name", param.name);
  fields.Get(json, "help", param.help);
  ParamType type = ParamType::kBool;
  fields.GetName(json, "type", std::to_array(kParamTypeNames), type);
  switch (type) {
    case ParamType::kBool:
      fields.Get(json, "default", param.default_value.emplace<bool>());
      break;
    case ParamType::kInt:
      fields.Get(json, "default", param.default_value.emplace<std::int64_t>());
      break;
    case ParamType::kFloat:
      fields.Get(json, "default", param.default_value.emplace<double>());
      break;
    case ParamType::kString:
      fields.Get(json, "default", param.default_value.emplace<std::string>());
      break;
    case ParamType::kStrings:
      fields.Get(json, "default", param.default_value.emplace<std::vector<std::string>>());
      break;
  }
  fields.GetIfPresent(json, "at_least", param.at_least);
  fields.GetIfPresent(json, "at_most", param.at_most);
  fields.GetIfPresent(json, "choices", param.choices);
  fields.GetName(json, "names", std::to_array(kNameKindNames), param.names);
  fields.GetIfPresent(json, "columns", param.columns);
  fields.GetIfPresent(json, "column_layers", param.column_layers);
  fields.Get(json, "path", param.path);
  fields.Get(json, "required", param.required);
}

void ReadNeed(Fields& fields, element json, LayerNeed& need) {
  fields.Get(json, "layer", need.layer);
  fields.Get(json, "features", need.features);
  fields.Get(json, "optional", need.optional);
  fields.Get(json, "later", need.later);
}

void ReadComponent(Fields& fields, element json, ComponentInfo& component) {
  static const auto kRoles = NamesOf<Role, 4>(&Name);
  static const auto kConcurrencies = NamesOf<Concurrency, 3>(&Name);
  fields.Get(json, "id", component.id);
  fields.GetName(json, "role", kRoles, component.role);
  fields.Get(json, "help", component.help);
  fields.Each(json, "parameters", component.params,
              [&](element item, ParamInfo& param) { ReadParam(fields, item, param); });
  const auto read_need = [&](element item, LayerNeed& need) { ReadNeed(fields, item, need); };
  fields.Each(json, "requires", component.requires_layers, read_need);
  fields.Each(json, "provides", component.provides_layers, read_need);
  fields.Get(json, "edits_text", component.edits_text);
  fields.GetName(json, "concurrency", kConcurrencies, component.concurrency);
  fields.Get(json, "deterministic", component.deterministic);
  fields.Get(json, "extensions", component.extensions);
  fields.Get(json, "stored_layers", component.stored_layers);
  fields.Each(json, "metadata", component.metadata, [&](element item, MetadataInfo& key) {
    fields.Get(item, "name", key.name);
    fields.Get(item, "values", key.values);
  });
}

void ReadLayer(Fields& fields, element json, LayerDescription& layer) {
  static const auto kTypes = NamesOf<FeatureType, 7>(&Name);
  fields.Get(json, "name", layer.name);
  fields.Get(json, "help", layer.help);
  fields.Each(json, "features", layer.features, [&](element item, FeatureDescription& feature) {
    fields.Get(item, "name", feature.name);
    fields.GetName(item, "type", kTypes, feature.type);
    fields.Get(item, "help", feature.help);
    fields.Get(item, "values", feature.values);
    fields.Get(item, "target", feature.target);
    fields.Get(item, "unit", feature.unit);
  });
}

// The library stands beside its sidecar; a path in its place would let the sidecar name any file.
void ReadLibrary(Fields& fields, element json, PluginInfo& plugin) {
  std::string library;
  fields.Get(json, "library", library);
  const std::filesystem::path name(library);
  if (library.empty() || library == ".." || name.has_parent_path()) fields.Wrong("library");
  plugin.library = plugin.sidecar.parent_path() / name;
}

void ReadPlugin(Fields& fields, element json, PluginInfo& plugin) {
  std::int64_t format = 0, api_version = 0;
  fields.Get(json, "format", format);
  if (format != kSidecarFormat) return fields.Wrong("format");
  fields.Get(json, "name", plugin.name);
  fields.Get(json, "version", plugin.version);
  fields.Get(json, "licence", plugin.licence);
  fields.Get(json, "api_version", api_version);
  plugin.api_version = static_cast<std::uint32_t>(api_version);
  fields.Get(json, "fingerprint", plugin.fingerprint);
  ReadLibrary(fields, json, plugin);
  fields.Get(json, "sha256", plugin.sha256);
  fields.Each(json, "components", plugin.components, [&](element item, ComponentInfo& component) {
    ReadComponent(fields, item, component);
  });
  fields.Each(json, "layers", plugin.layers,
              [&](element item, LayerDescription& layer) { ReadLayer(fields, item, layer); });
  for (ComponentInfo& component : plugin.components) component.plugin = &plugin;
}

Status Unusable(const std::filesystem::path& path, std::string_view reason) {
  return {ErrorKind::kPluginLoad,
          fmt::format("can't use sidecar {}: {}; rebuild the plugin, or remove its folder",
                      path.string(), reason)};
}

}  // namespace

Result<std::unique_ptr<PluginInfo>> ReadSidecar(const std::filesystem::path& path) {
  Result<std::string> text = ReadFile(path, kLargestSidecar);
  if (!text.ok()) return Unusable(path, text.status().message());
  simdjson::dom::parser parser;
  element json;
  if (const auto error = parser.parse(*text).get(json)) {
    return Unusable(path, fmt::format("it is not JSON: {}", simdjson::error_message(error)));
  }
  auto plugin = std::make_unique<PluginInfo>();
  plugin->sidecar = path;
  Fields fields;
  ReadPlugin(fields, json, *plugin);
  if (!fields.error().empty()) return Unusable(path, fields.error());
  return plugin;
}

}  // namespace koppel
