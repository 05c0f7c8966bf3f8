#include "json_writer.h"
#include "koppel/registry/describe.h"

namespace koppel {
namespace {

// The type, and what the type's values are limited to.
void WriteType(JsonWriter& json, const ParamInfo& param) {
  static constexpr std::string_view kTypes[] = {"boolean", "integer", "number", "string", "array"};
  json.Field("type", kTypes[param.default_value.index()]);
  if (param.type() == ParamType::kStrings) {
    json.Key("items");
    json.BeginObject();
    json.Field("type", std::string_view("string"));
    if (!param.choices.empty()) json.Field("enum", param.choices);
    json.EndObject();
    if (param.required) json.Field("minItems", std::int64_t{1});
  } else if (!param.choices.empty()) {
    json.Field("enum", param.choices);
  }
  if (param.at_least) json.Field("minimum", *param.at_least);
  if (param.at_most) json.Field("maximum", *param.at_most);
}

void WriteParam(JsonWriter& json, const ParamInfo& param) {
  json.Key(param.name);
  json.BeginObject();
  json.Field("description", param.help);
  WriteType(json, param);
  if (!param.required) json.Field("default", param.default_value);
  json.EndObject();
}

void WriteComponent(JsonWriter& json, const ComponentInfo& component) {
  std::vector<std::string> required;
  json.BeginObject();
  json.Field("title", component.id);
  json.Field("description", component.help);
  json.Field("type", std::string_view("object"));
  json.Key("properties");
  json.BeginObject();
  for (const ParamInfo& param : component.params) {
    WriteParam(json, param);
    if (param.required) required.push_back(param.name);
  }
  json.EndObject();
  if (!required.empty()) json.Field("required", required);
  json.Field("additionalProperties", false);
  json.EndObject();
}

}  // namespace

std::string ParamsSchema(const ComponentInfo& component) {
  JsonWriter json;
  WriteComponent(json, component);
  return json.Text();
}

std::string ParamsSchema(const PluginInfo& plugin) {
  JsonWriter json;
  json.BeginObject();
  json.Field("title", plugin.name);
  json.Field("type", std::string_view("object"));
  json.Key("properties");
  json.BeginObject();
  for (const ComponentInfo& component : plugin.components) {
    json.Key(component.id);
    WriteComponent(json, component);
  }
  json.EndObject();
  json.Field("additionalProperties", false);
  json.EndObject();
  return json.Text();
}

}  // namespace koppel
