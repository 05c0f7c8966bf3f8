#include "feature_text.h"

#include <fmt/format.h>

#include "koppel/features.h"

namespace koppel::write {
namespace {

std::string Referred(const Document& document, const FeatureRef& ref) {
  std::string text;
  for (const std::int32_t& row : ref.rows) {
    if (&row != ref.rows.data()) text += "; ";
    if (const auto referent = ReferentOf(document, ref.layer, row)) text += referent->text;
  }
  return text;
}

}  // namespace

std::string FeatureText(const Document& document, const internal::LayerData& layer,
                        std::size_t feature, std::uint32_t row) {
  const auto value = FeatureAt(document, layer, feature, row);
  if (!value) return {};
  if (const auto* text = std::get_if<std::string_view>(&*value)) return std::string(*text);
  if (const auto* number = std::get_if<double>(&*value)) return fmt::format("{:.6g}", *number);
  if (const auto* number = std::get_if<std::int64_t>(&*value)) return fmt::format("{}", *number);
  if (const auto* flag = std::get_if<bool>(&*value)) return *flag ? "true" : "false";
  return Referred(document, std::get<FeatureRef>(*value));
}

}  // namespace koppel::write
