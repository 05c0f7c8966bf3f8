#include "koppel/schema.h"

#include <array>

#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel {

std::string_view Name(FeatureType type) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "enum", "string", "int", "float", "bool", "reference", "references"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view Name(Role role) {
  static constexpr std::array<std::string_view, 4> kNames = {"reader", "processor", "observer",
                                                             "writer"};
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view Name(Concurrency concurrency) {
  static constexpr std::array<std::string_view, 3> kNames = {"parallel", "per_thread", "serial"};
  return kNames[static_cast<std::size_t>(concurrency)];
}

int FindFeature(const LayerSchema& schema, std::string_view name) {
  for (std::size_t i = 0; i < schema.features.size(); ++i) {
    if (schema.features[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

std::span<const LayerSchema* const> StandardLayers() {
  static constexpr const LayerSchema* kLayers[] = {
      &Page::kSchema,     &Box::kSchema,       &Region::kSchema,   &Paragraph::kSchema,
      &Sentence::kSchema, &Token::kSchema,     &Language::kSchema, &Artefact::kSchema,
      &Entity::kSchema,   &Mention::kSchema,   &Turn::kSchema,     &QuotePart::kSchema,
      &Quote::kSchema,    &Sentiment::kSchema, &Evidence::kSchema};
  return kLayers;
}

}  // namespace koppel
