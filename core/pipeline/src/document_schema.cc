#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string_view>

#include "koppel/pipeline/json_schema.h"

namespace koppel {
namespace internal {
namespace {

// Everything outside `layers`, up to the place where they are put.
constexpr std::string_view kBeforeLayers = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Koppel document",
  "description": "One line of documents.jsonl.",
  "type": "object",
  "required": ["id", "source", "text", "metadata", "offset_unit", "layers"],
  "additionalProperties": false,
  "properties": {
    "id": {"type": "string"},
    "source": {
      "type": "object",
      "required": ["uri", "sha256"],
      "properties": {
        "uri": {"type": "string"},
        "sha256": {"description": "Of the file as stored.", "type": "string", "pattern": "^([0-9a-f]{64})?$"},
        "media_type": {"type": "string"},
        "content": {"description": "What source offsets count in.", "enum": ["file", "decompressed", "value", "extraction"]},
        "size": {"description": "Bytes as stored.", "type": "integer", "minimum": 0}
      }
    },
    "text": {"type": "string"},
    "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
    "offset_unit": {"description": "What begin and end count.", "enum": ["utf8_bytes", "code_points", "utf16"]},
    "layers": )json";
constexpr std::string_view kAfterLayers = "\n  }\n}\n";

class LayerWriter {
 public:
  std::string Write(const Registry& registry) {
    json_.SetIndent(' ', 2);
    json_.StartObject();
    Field("description", "Annotations; an item is a stretch of the text with its features.");
    Field("type", "object");
    Key("properties");
    json_.StartObject();
    for (const LayerDescription& layer : registry.KnownLayers()) Layer(layer);
    json_.EndObject();
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void Key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void String(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void Field(std::string_view name, std::string_view text) {
    Key(name);
    String(text);
  }

  void Layer(const LayerDescription& layer) {
    Key(layer.name);
    json_.StartObject();
    Field("description", layer.help);
    Field("type", "array");
    Key("items");
    json_.StartObject();
    Field("type", "object");
    Key("required");
    json_.StartArray();
    for (const std::string_view name : kOffsets) String(name);
    json_.EndArray();
    Key("properties");
    json_.StartObject();
    for (const std::string_view name : kOffsets) Offset(name);
    for (const FeatureDescription& feature : layer.features) Feature(feature);
    json_.EndObject();
    Key("additionalProperties");
    json_.Bool(false);
    json_.EndObject();
    json_.EndObject();
  }

  void Offset(std::string_view name) {
    Key(name);
    json_.StartObject();
    Index();
    json_.EndObject();
  }

  void Feature(const FeatureDescription& feature) {
    Key(feature.name);
    json_.StartObject();
    std::string help = feature.help;
    if (!feature.unit.empty()) help += " Unit: " + feature.unit + ".";
    if (!feature.target.empty()) help += " Index into " + feature.target + ".";
    Field("description", help);
    Type(feature);
    json_.EndObject();
  }

  void Type(const FeatureDescription& feature) {
    switch (feature.type) {
      case FeatureType::kEnum:
        Values(feature.values);
        break;
      case FeatureType::kString:
        Field("type", "string");
        break;
      case FeatureType::kInt:
        Field("type", "integer");
        break;
      case FeatureType::kFloat:
        Field("type", "number");
        break;
      case FeatureType::kBool:
        Field("type", "boolean");
        break;
      case FeatureType::kReference:
        Index();
        break;
      case FeatureType::kReferences:
        Field("type", "array");
        Key("items");
        json_.StartObject();
        Index();
        json_.EndObject();
        break;
    }
  }

  void Values(const std::vector<std::string>& names) {
    Key("enum");
    json_.StartArray();
    for (const std::string& name : names) String(name);
    json_.EndArray();
  }

  void Index() {
    Field("type", "integer");
    Key("minimum");
    json_.Int(0);
  }

  static constexpr std::string_view kOffsets[] = {"begin", "end", "source_begin", "source_end"};

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace
}  // namespace internal

std::string DocumentSchema(const Registry& registry) {
  std::string schema(internal::kBeforeLayers);
  schema += internal::LayerWriter().Write(registry);
  return schema.append(internal::kAfterLayers);
}

}  // namespace koppel
