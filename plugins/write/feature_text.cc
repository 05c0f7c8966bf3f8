#include "feature_text.h"

#include <fmt/format.h>

#include <cmath>

namespace koppel::write {
namespace {

// Of the layer `target`, the row's name or text.
std::string_view Referred(const Document& document, std::string_view target, std::int32_t row) {
  const internal::LayerData* layer = internal::FindLayer(document, target);
  const auto index = static_cast<std::uint32_t>(row);
  if (!layer || index >= layer->rows) return {};
  if (const int name = FindFeature(*layer->schema, "name"); name >= 0) {
    const internal::ColumnData& column = layer->columns[name];
    if (column.codes && column.codes[index] >= 0)
      return internal::StringAt(document, column.codes[index]);
  }
  return Span{layer->begin[index], layer->end[index]}.In(document.text());
}

std::string List(const Document& document, const FeatureInfo& info,
                 const internal::ColumnData& column, std::uint32_t row) {
  std::string text;
  const std::uint32_t from = row ? column.list_end[row - 1] : 0;
  for (std::uint32_t i = from; i < column.list_end[row]; ++i) {
    if (i > from) text += "; ";
    text += Referred(document, info.target, column.list[i]);
  }
  return text;
}

std::string Code(const Document& document, const FeatureInfo& info, std::int32_t code) {
  if (code < 0) return {};
  switch (info.type) {
    case FeatureType::kEnum:
      return std::string(info.values[static_cast<std::size_t>(code)]);
    case FeatureType::kString:
      return std::string(internal::StringAt(document, code));
    case FeatureType::kBool:
      return code ? "true" : "false";
    default:
      return std::string(Referred(document, info.target, code));
  }
}

}  // namespace

std::string FeatureText(const Document& document, const internal::LayerData& layer,
                        std::size_t feature, std::uint32_t row) {
  const FeatureInfo& info = layer.schema->features[feature];
  const internal::ColumnData& column = layer.columns[feature];
  if (!column.present()) return {};
  switch (info.type) {
    case FeatureType::kInt:
      return column.ints[row] == kNoInt ? "" : fmt::format("{}", column.ints[row]);
    case FeatureType::kFloat:
      return std::isnan(column.floats[row]) ? "" : fmt::format("{:.6g}", column.floats[row]);
    case FeatureType::kReferences:
      return List(document, info, column, row);
    default:
      return Code(document, info, column.codes[row]);
  }
}

}  // namespace koppel::write
