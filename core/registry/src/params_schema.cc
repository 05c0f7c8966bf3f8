#include "koppel/json/json_writer.h"
#include "koppel/registry/describe.h"

namespace koppel {
namespace {

// The type, and what the type's values are limited to.
void WriteType(Json& json, const ParamInfo& param) {
  static constexpr std::string_view kTypes[] = {"boolean", "integer", "number", "string", "array"};
  json.Field("type", kTypes[param.default_value.index()]);
  if (param.type() == ParamType::kStrings) {
    json.Object("items", [&] {
      json.Field("type", "string");
      if (!param.choices.empty()) json.Field("enum", param.choices);
    });
    if (param.required) json.Field("minItems", 1);
  } else if (!param.choices.empty()) {
    json.Field("enum", param.choices);
  }
  if (param.at_least) json.Field("minimum", *param.at_least);
  if (param.at_most) json.Field("maximum", *param.at_most);
}

void WriteParam(Json& json, const ParamInfo& param) {
  json.Object(param.name, [&] {
    json.Field("description", param.help);
    WriteType(json, param);
    if (!param.required) json.Field("default", param.default_value);
  });
}

void WriteComponent(Json& json, const ComponentInfo& component) {
  std::vector<std::string> required;
  json.Object([&] {
    json.Field("title", component.id);
    json.Field("description", component.help);
    json.Field("type", "object");
    json.Object("properties", [&] {
      for (const ParamInfo& param : component.params) {
        WriteParam(json, param);
        if (param.required) required.push_back(param.name);
      }
    });
    if (!required.empty()) json.Field("required", required);
    json.Field("additionalProperties", false);
  });
}

}  // namespace

std::string ParamsSchema(const ComponentInfo& component) {
  Json json;
  WriteComponent(json, component);
  return json.Line();
}

std::string ParamsSchema(const PluginInfo& plugin) {
  Json json;
  json.Object([&] {
    json.Field("title", plugin.name);
    json.Field("type", "object");
    json.Object("properties", [&] {
      for (const ComponentInfo& component : plugin.components) {
        json.Key(component.id);
        WriteComponent(json, component);
      }
    });
    json.Field("additionalProperties", false);
  });
  return json.Line();
}

}  // namespace koppel
