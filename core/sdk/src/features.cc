#include "koppel/features.h"

#include <cmath>

namespace koppel {
namespace {

using internal::ColumnData;

std::optional<FeatureValue> Rows(std::string_view layer, const std::int32_t* begin,
                                 const std::int32_t* end) {
  if (begin == end) return std::nullopt;
  return FeatureRef{layer, {begin, end}};
}

std::optional<FeatureValue> CodeAt(const Document& document, const FeatureInfo& info,
                                   const std::int32_t& code) {
  if (code < 0) return std::nullopt;
  switch (info.type) {
    case FeatureType::kEnum:
      return info.values[static_cast<std::size_t>(code)];
    case FeatureType::kString:
      return internal::StringAt(document, code);
    case FeatureType::kBool:
      return code != 0;
    default:
      return Rows(info.target, &code, &code + 1);
  }
}

}  // namespace

std::optional<FeatureValue> FeatureAt(const Document& document, const internal::LayerData& layer,
                                      std::size_t feature, std::uint32_t row) {
  const FeatureInfo& info = layer.schema->features[feature];
  const ColumnData& column = layer.columns[feature];
  if (!column.present()) return std::nullopt;
  switch (info.type) {
    case FeatureType::kInt:
      if (column.ints[row] == kNoInt) return std::nullopt;
      return column.ints[row];
    case FeatureType::kFloat:
      if (std::isnan(column.floats[row])) return std::nullopt;
      return column.floats[row];
    case FeatureType::kReferences:
      return Rows(info.target, column.list + (row ? column.list_end[row - 1] : 0),
                  column.list + column.list_end[row]);
    default:
      return CodeAt(document, info, column.codes[row]);
  }
}

std::optional<Referent> ReferentOf(const Document& document, std::string_view layer,
                                   std::int32_t row) {
  const internal::LayerData* data = internal::FindLayer(document, layer);
  const auto index = static_cast<std::uint32_t>(row);
  if (!data || row < 0 || index >= data->rows) return std::nullopt;
  if (const int name = FindFeature(*data->schema, "name"); name >= 0) {
    const auto value = FeatureAt(document, *data, static_cast<std::size_t>(name), index);
    if (value && std::holds_alternative<std::string_view>(*value))
      return Referent{std::get<std::string_view>(*value), true};
  }
  return Referent{Span{data->begin[index], data->end[index]}.In(document.text()), false};
}

}  // namespace koppel
