// What a layer holds: plain data, declared once beside its typed view, read by the host without
// running code.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace koppel {

enum class FeatureType : std::uint8_t {
  kEnum,
  kString,
  kInt,
  kFloat,
  kBool,
  kReference,
  kReferences
};

// "enum", "string", "int", "float", "bool", "reference", "references".
std::string_view Name(FeatureType type);

struct FeatureInfo {
  std::string_view name;
  FeatureType type;
  std::string_view help;                          // one line
  std::span<const std::string_view> values = {};  // of an enum; its code is the index
  std::string_view target = {};                   // layer that a reference points into
  std::string_view unit = {};
};

struct LayerSchema {
  std::string_view name;
  std::string_view help;  // one line
  std::span<const FeatureInfo> features;
};

// Most features that one layer may have; keeps a layer's columns in one small block.
inline constexpr std::size_t kMaxFeatures = 12;

// Position of the feature called `name`, or -1.
int FindFeature(const LayerSchema& schema, std::string_view name);

}  // namespace koppel
