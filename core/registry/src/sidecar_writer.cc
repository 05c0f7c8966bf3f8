#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "koppel/registry/sidecar.h"
#include "sidecar_names.h"

namespace koppel {
namespace {

class Json {
 public:
  Json() : writer_(buffer_) {
    writer_.SetIndent(' ', 2);
    writer_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  }

  void Key(std::string_view key) { writer_.Key(key.data(), Size(key)); }
  void Value(std::string_view text) { writer_.String(text.data(), Size(text)); }
  void Value(const std::string& text) { Value(std::string_view(text)); }
  void Value(bool value) { writer_.Bool(value); }
  void Value(std::int64_t value) { writer_.Int64(value); }
  void Value(double value) { writer_.Double(value); }
  template <class T>
  void Value(const std::vector<T>& values) {
    writer_.StartArray();
    for (const T& value : values) Value(value);
    writer_.EndArray();
  }
  void Value(const ParamValue& value) {
    std::visit([this](const auto& held) { Value(held); }, value);
  }
  void Value(const ParamInfo& param);
  void Value(const LayerNeed& need);
  void Value(const ComponentInfo& component);
  void Value(const FeatureDescription& feature);
  void Value(const LayerDescription& layer);
  void Value(const PluginInfo& plugin);

  std::string Text() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  static rapidjson::SizeType Size(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }
  template <class T>
  void Field(std::string_view key, const T& value) {
    Key(key);
    Value(value);
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

void Json::Value(const ParamInfo& param) {
  writer_.StartObject();
  Field("name", param.name);
  Field("type", kParamTypeNames[param.default_value.index()]);
  Field("help", param.help);
  Field("default", param.default_value);
  if (param.at_least) Field("at_least", *param.at_least);
  if (param.at_most) Field("at_most", *param.at_most);
  if (!param.choices.empty()) Field("choices", param.choices);
  Field("path", param.path);
  Field("required", param.required);
  writer_.EndObject();
}

void Json::Value(const LayerNeed& need) {
  writer_.StartObject();
  Field("layer", need.layer);
  Field("features", need.features);
  Field("optional", need.optional);
  writer_.EndObject();
}

void Json::Value(const ComponentInfo& component) {
  writer_.StartObject();
  Field("id", component.id);
  Field("role", Name(component.role));
  Field("help", component.help);
  Field("parameters", component.params);
  Field("requires", component.requires_layers);
  Field("provides", component.provides_layers);
  Field("edits_text", component.edits_text);
  Field("concurrency", Name(component.concurrency));
  Field("deterministic", component.deterministic);
  Field("extensions", component.extensions);
  writer_.EndObject();
}

void Json::Value(const FeatureDescription& feature) {
  writer_.StartObject();
  Field("name", feature.name);
  Field("type", Name(feature.type));
  Field("help", feature.help);
  Field("values", feature.values);
  Field("target", feature.target);
  Field("unit", feature.unit);
  writer_.EndObject();
}

void Json::Value(const LayerDescription& layer) {
  writer_.StartObject();
  Field("name", layer.name);
  Field("help", layer.help);
  Field("features", layer.features);
  writer_.EndObject();
}

void Json::Value(const PluginInfo& plugin) {
  writer_.StartObject();
  Field("format", kSidecarFormat);
  Field("name", plugin.name);
  Field("version", plugin.version);
  Field("licence", plugin.licence);
  Field("api_version", std::int64_t{plugin.api_version});
  Field("fingerprint", plugin.fingerprint);
  Field("library", plugin.library.filename().string());
  Field("sha256", plugin.sha256);
  Field("components", plugin.components);
  Field("layers", plugin.layers);
  writer_.EndObject();
}

template <class T>
std::string Write(const T& value) {
  Json json;
  json.Value(value);
  return json.Text();
}

}  // namespace

std::string ToJson(const PluginInfo& plugin) { return Write(plugin); }
std::string ToJson(const ComponentInfo& component) { return Write(component); }

}  // namespace koppel
