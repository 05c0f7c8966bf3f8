#pragma once

#include <cstdint>
#include <string>

#include "koppel/document.h"

namespace koppel::write {

// A feature's value as a person reads it: a reference is the `name` of the row that it leads to, or
// that row's text; the elements of a list are separated by "; ". Empty where there is no value.
std::string FeatureText(const Document& document, const internal::LayerData& layer,
                        std::size_t feature, std::uint32_t row);

}  // namespace koppel::write
