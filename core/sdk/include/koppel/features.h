// The values of an annotation's features, whatever their types: for exporters and for whatever
// shows or compares annotations of layers that it does not know.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "koppel/document.h"

namespace koppel {

// Rows of another layer: one for a feature of type kReference, at least one for kReferences.
struct FeatureRef {
  std::string_view layer;
  std::span<const std::int32_t> rows;
};

// Of an enum, the name of the value. Views and spans point into the document and hold until it is
// changed.
using FeatureValue = std::variant<std::string_view, std::int64_t, double, bool, FeatureRef>;

// Nothing where the row has no value: a feature that was never set, a missing number, an empty list
// of references. A float may be infinite. Precondition: `feature` is a position in
// layer.schema->features and `row` a row of the layer.
std::optional<FeatureValue> FeatureAt(const Document& document, const internal::LayerData& layer,
                                      std::size_t feature, std::uint32_t row);

// Calls visit(const FeatureInfo&, const FeatureValue&) with each feature that has a value, in the
// order of the schema.
template <class Visit>
void ForEachFeature(const Document& document, const internal::LayerData& layer, std::uint32_t row,
                    Visit visit) {
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    if (const auto value = FeatureAt(document, layer, f, row))
      visit(layer.schema->features[f], *value);
  }
}

// What a person knows a row by: the value of its feature `name`, or else the text that it covers.
struct Referent {
  std::string_view text;
  bool named;
};

// Nothing if the document has no such layer or the layer no such row.
std::optional<Referent> ReferentOf(const Document& document, std::string_view layer,
                                   std::int32_t row);

}  // namespace koppel
