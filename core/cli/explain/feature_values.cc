#include "feature_values.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "koppel/dump.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

FeatureRef RefOf(const FeatureInfo& feature, const internal::ColumnData& column,
                 std::uint32_t row) {
  FeatureRef ref{feature.target, {}, feature.type == FeatureType::kReferences};
  if (!ref.list) {
    if (column.codes[row] >= 0) ref.rows.push_back(column.codes[row]);
    return ref;
  }
  for (std::uint32_t i = row ? column.list_end[row - 1] : 0; i < column.list_end[row]; ++i)
    ref.rows.push_back(column.list[i]);
  return ref;
}

std::optional<FeatureValue> ValueOf(const Document& document, const FeatureInfo& feature,
                                    const internal::ColumnData& column, std::uint32_t row) {
  switch (feature.type) {
    case FeatureType::kInt:
      if (column.ints[row] == kNoInt) return std::nullopt;
      return column.ints[row];
    case FeatureType::kFloat:
      if (std::isnan(column.floats[row])) return std::nullopt;
      return column.floats[row];
    case FeatureType::kReference:
    case FeatureType::kReferences: {
      FeatureRef ref = RefOf(feature, column, row);
      if (ref.rows.empty()) return std::nullopt;
      return ref;
    }
    default:
      break;
  }
  const std::int32_t code = column.codes[row];
  if (code < 0) return std::nullopt;
  if (feature.type == FeatureType::kBool) return code > 0;
  if (feature.type == FeatureType::kString) return internal::StringAt(document, code);
  return feature.values[static_cast<std::size_t>(code)];
}

std::string NameOf(const Document& document, std::int32_t entity) {
  const auto entities = document.layer<Entity>();
  if (static_cast<std::uint32_t>(entity) >= entities.size()) return {};
  return std::string(entities[Ref<Entity>{entity}][Entity::name]);
}

std::string Text(const Document& document, const FeatureRef& ref) {
  std::string text;
  for (const std::int32_t row : ref.rows) {
    const std::string name = ref.layer == "entity" ? NameOf(document, row) : std::string();
    text += fmt::format("{}{}#{}{}", text.empty() ? "" : ",", ref.layer, row,
                        name.empty() ? "" : fmt::format(" ({})", name));
  }
  return text;
}

std::string Text(const Document& document, const FeatureValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return Quoted(*text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.3f}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return Text(document, std::get<FeatureRef>(value));
}

}  // namespace

void ForEachFeature(const Document& document, const internal::LayerData& layer, std::uint32_t row,
                    const std::function<void(std::string_view, const FeatureValue&)>& visit) {
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    if (!layer.columns[f].present()) continue;
    const FeatureInfo& feature = layer.schema->features[f];
    const auto value = ValueOf(document, feature, layer.columns[f], row);
    if (value) visit(feature.name, *value);
  }
}

std::string OwnFeatures(const Document& document, const internal::LayerData& layer,
                        std::uint32_t row) {
  std::string all;
  ForEachFeature(document, layer, row, [&](std::string_view name, const FeatureValue& value) {
    if (!std::holds_alternative<FeatureRef>(value))
      all += fmt::format(" {}={}", name, Text(document, value));
  });
  return all + '\n';
}

std::string ReadableFeatures(const Document& document, const internal::LayerData& layer,
                             std::uint32_t row) {
  std::string all;
  ForEachFeature(document, layer, row, [&](std::string_view name, const FeatureValue& value) {
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", name, Text(document, value));
  });
  return all;
}

}  // namespace koppel
