// The features of one annotation.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "koppel/document.h"

namespace koppel {

struct FeatureRef {
  std::string_view layer;
  std::vector<std::int32_t> rows;
  bool list = false;
};
using FeatureValue = std::variant<std::string_view, std::int64_t, double, bool, FeatureRef>;

// Calls `visit` with each feature that has a value, in the order of the schema.
void ForEachFeature(const Document& document, const internal::LayerData& layer, std::uint32_t row,
                    const std::function<void(std::string_view, const FeatureValue&)>& visit);

// All but references, which change when other rows come or go: annotations that are told apart by
// it are different.
std::string OwnFeatures(const Document& document, const internal::LayerData& layer,
                        std::uint32_t row);

// For a reader: as in a dump, and with the names of entities that are referred to.
std::string ReadableFeatures(const Document& document, const internal::LayerData& layer,
                             std::uint32_t row);

}  // namespace koppel
