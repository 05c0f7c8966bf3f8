#include "json_writer.h"
#include "koppel/registry/describe.h"
#include "koppel/registry/sidecar.h"
#include "sidecar_names.h"

namespace koppel {

static void Write(JsonWriter& json, const ParamInfo& param) {
  json.BeginObject();
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
  json.EndObject();
}

static void Write(JsonWriter& json, const LayerNeed& need) {
  json.BeginObject();
  json.Field("layer", need.layer);
  json.Field("features", need.features);
  json.Field("optional", need.optional);
  json.Field("later", need.later);
  json.EndObject();
}

static void Write(JsonWriter& json, const ComponentInfo& component) {
  json.BeginObject();
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
  json.EndObject();
}

static void Write(JsonWriter& json, const FeatureDescription& feature) {
  json.BeginObject();
  json.Field("name", feature.name);
  json.Field("type", Name(feature.type));
  json.Field("help", feature.help);
  json.Field("values", feature.values);
  json.Field("target", feature.target);
  json.Field("unit", feature.unit);
  json.EndObject();
}

static void Write(JsonWriter& json, const LayerDescription& layer) {
  json.BeginObject();
  json.Field("name", layer.name);
  json.Field("help", layer.help);
  json.Field("features", layer.features);
  json.EndObject();
}

static void Write(JsonWriter& json, const PluginInfo& plugin) {
  json.BeginObject();
  json.Field("format", kSidecarFormat);
  json.Field("name", plugin.name);
  json.Field("version", plugin.version);
  json.Field("licence", plugin.licence);
  json.Field("api_version", std::int64_t{plugin.api_version});
  json.Field("fingerprint", plugin.fingerprint);
  json.Field("library", plugin.library.filename().string());
  json.Field("sha256", plugin.sha256);
  json.Field("components", plugin.components);
  json.Field("layers", plugin.layers);
  json.EndObject();
}

std::string ToJson(const PluginInfo& plugin) {
  JsonWriter json;
  Write(json, plugin);
  return json.Text();
}

std::string ToJson(const ComponentInfo& component) {
  JsonWriter json;
  Write(json, component);
  return json.Text();
}

std::string ToJson(const Registry& registry) {
  JsonWriter json;
  json.BeginObject();
  json.Key("plugins");
  json.BeginArray();
  for (const auto& plugin : registry.plugins()) {
    json.BeginObject();
    json.Field("sidecar", plugin->sidecar.string());
    json.Field("manifest", *plugin);
    json.EndObject();
  }
  json.EndArray();
  json.Key("problems");
  json.BeginArray();
  for (const Status& problem : registry.problems()) json.String(problem.ToString());
  json.EndArray();
  json.EndObject();
  return json.Text();
}

}  // namespace koppel
