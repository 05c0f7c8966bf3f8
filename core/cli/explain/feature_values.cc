#include "feature_values.h"

#include <fmt/format.h>

#include "koppel/dump.h"
#include "koppel/features.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

std::string Text(const Document& document, const FeatureRef& ref) {
  std::string text;
  for (const std::int32_t row : ref.rows) {
    text += fmt::format("{}{}#{}", text.empty() ? "" : ",", ref.layer, row);
    if (ref.layer != Entity::kSchema.name) continue;
    const auto entity = ReferentOf(document, ref.layer, row);
    if (entity && entity->named && !entity->text.empty())
      text += fmt::format(" ({})", entity->text);
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

std::string OwnFeatures(const Document& document, const internal::LayerData& layer,
                        std::uint32_t row) {
  std::string all;
  ForEachFeature(document, layer, row, [&](const FeatureInfo& info, const FeatureValue& value) {
    if (!std::holds_alternative<FeatureRef>(value))
      all += fmt::format(" {}={}", info.name, Text(document, value));
  });
  return all + '\n';
}

std::string ReadableFeatures(const Document& document, const internal::LayerData& layer,
                             std::uint32_t row) {
  std::string all;
  ForEachFeature(document, layer, row, [&](const FeatureInfo& info, const FeatureValue& value) {
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", info.name, Text(document, value));
  });
  return all;
}

}  // namespace koppel
