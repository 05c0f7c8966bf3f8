#include "koppel/json/json_writer.h"
#include "koppel/registry/describe.h"
#include "koppel/registry/sidecar.h"
#include "sidecar_names.h"

namespace koppel {

static void Write(Json& json, const ParamInfo& param) {
  json.Object([&] {
    json.Field("name", param.name);
    json.Field("type", kParamTypeNames[param.default_value.index()]);
    json.Field("help", param.help);
    json.Field("default", param.default_value);
    if (param.at_least) json.Field("at_least", *param.at_least);
    if (param.at_most) json.Field("at_most", *param.at_most);
    if (!param.choices.empty()) json.Field("choices", param.choices);
    json.Field("names", kNameKindNames[static_cast<std::size_t>(param.names)]);
    if (!param.columns.empty()) json.Field("columns", param.columns);
    if (!param.column_layers.empty()) json.Field("column_layers", param.column_layers);
    json.Field("path", param.path);
    json.Field("required", param.required);
  });
}

static void Write(Json& json, const LayerNeed& need) {
  json.Object([&] {
    json.Field("layer", need.layer);
    json.Field("features", need.features);
    json.Field("optional", need.optional);
    json.Field("later", need.later);
  });
}

static void Write(Json& json, const MetadataInfo& key) {
  json.Object([&] {
    json.Field("name", key.name);
    json.Field("values", key.values);
  });
}

static void Write(Json& json, const ComponentInfo& component) {
  json.Object([&] {
    json.Field("id", component.id);
    json.Field("role", Name(component.role));
    json.Field("help", component.help);
    json.Field("parameters", component.params);
    json.Field("requires", component.requires_layers);
    json.Field("provides", component.provides_layers);
    json.Field("edits_text", component.edits_text);
    json.Field("concurrency", Name(component.concurrency));
    json.Field("deterministic", component.deterministic);
    json.Field("extensions", component.extensions);
    json.Field("stored_layers", component.stored_layers);
    json.Field("metadata", component.metadata);
  });
}

static void Write(Json& json, const FeatureDescription& feature) {
  json.Object([&] {
    json.Field("name", feature.name);
    json.Field("type", Name(feature.type));
    json.Field("help", feature.help);
    json.Field("values", feature.values);
    json.Field("target", feature.target);
    json.Field("unit", feature.unit);
  });
}

static void Write(Json& json, const LayerDescription& layer) {
  json.Object([&] {
    json.Field("name", layer.name);
    json.Field("help", layer.help);
    json.Field("features", layer.features);
  });
}

static void Write(Json& json, const PluginInfo& plugin) {
  json.Object([&] {
    json.Field("format", kSidecarFormat);
    json.Field("name", plugin.name);
    json.Field("version", plugin.version);
    json.Field("licence", plugin.licence);
    json.Field("api_version", plugin.api_version);
    json.Field("fingerprint", plugin.fingerprint);
    json.Field("library", plugin.library.filename().string());
    json.Field("sha256", plugin.sha256);
    json.Field("components", plugin.components);
    json.Field("layers", plugin.layers);
  });
}

template <class T>
static std::string Written(const T& value) {
  Json json;
  json.Value(value);
  return json.Line();
}

std::string ToJson(const PluginInfo& plugin) { return Written(plugin); }

std::string ToJson(const ComponentInfo& component) { return Written(component); }

std::string ToJson(const Registry& registry) {
  Json json;
  json.Object([&] {
    json.Objects("plugins", registry.plugins(), [&](const auto& plugin) {
      json.Field("sidecar", plugin->sidecar.string());
      json.Field("manifest", *plugin);
    });
    json.Array("problems", registry.problems(),
               [&](const Status& problem) { json.Value(problem.ToString()); });
  });
  return json.Line();
}

}  // namespace koppel
