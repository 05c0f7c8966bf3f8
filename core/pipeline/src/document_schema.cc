#include <array>
#include <string_view>

#include "koppel/json/json_writer.h"
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

constexpr std::array<std::string_view, 4> kOffsetNames = {"begin", "end", "source_begin",
                                                          "source_end"};

class LayerWriter {
 public:
  std::string Write(const Registry& registry) {
    json_.Object([&] {
      json_.Field("description",
                  "Annotations; an item is a stretch of the text with its features.");
      json_.Field("type", "object");
      json_.Object("properties", [&] {
        for (const LayerDescription& layer : registry.KnownLayers()) Layer(layer);
      });
    });
    return std::string(json_.text());
  }

 private:
  void Layer(const LayerDescription& layer) {
    json_.Object(layer.name, [&] {
      json_.Field("description", layer.help);
      json_.Field("type", "array");
      json_.Object("items", [&] {
        json_.Field("type", "object");
        json_.Field("required", kOffsetNames);
        json_.Object("properties", [&] {
          for (const std::string_view name : kOffsetNames) json_.Object(name, [&] { Index(); });
          for (const FeatureDescription& feature : layer.features) Feature(feature);
        });
        json_.Field("additionalProperties", false);
      });
    });
  }

  void Feature(const FeatureDescription& feature) {
    json_.Object(feature.name, [&] {
      std::string help = feature.help;
      if (!feature.unit.empty()) help += " Unit: " + feature.unit + ".";
      if (!feature.target.empty()) help += " Index into " + feature.target + ".";
      json_.Field("description", help);
      Type(feature);
    });
  }

  void Type(const FeatureDescription& feature) {
    switch (feature.type) {
      case FeatureType::kEnum:
        json_.Field("enum", feature.values);
        break;
      case FeatureType::kString:
        json_.Field("type", "string");
        break;
      case FeatureType::kInt:
        json_.Field("type", "integer");
        break;
      case FeatureType::kFloat:
        json_.Field("type", "number");
        break;
      case FeatureType::kBool:
        json_.Field("type", "boolean");
        break;
      case FeatureType::kReference:
        Index();
        break;
      case FeatureType::kReferences:
        json_.Field("type", "array");
        json_.Object("items", [&] { Index(); });
        break;
    }
  }

  void Index() {
    json_.Field("type", "integer");
    json_.Field("minimum", 0);
  }

  Json json_;
};

}  // namespace
}  // namespace internal

std::string DocumentSchema(const Registry& registry) {
  std::string schema(internal::kBeforeLayers);
  schema += internal::LayerWriter().Write(registry);
  return schema.append(internal::kAfterLayers);
}

}  // namespace koppel
