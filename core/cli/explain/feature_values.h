// The features of one annotation as text.
#pragma once

#include <cstdint>
#include <string>

#include "koppel/document.h"

namespace koppel {

// All but references, which change when other rows come or go: annotations that are told apart by
// it are different.
std::string OwnFeatures(const Document& document, const internal::LayerData& layer,
                        std::uint32_t row);

// For a reader: as in a dump, and with the names of entities that are referred to.
std::string ReadableFeatures(const Document& document, const internal::LayerData& layer,
                             std::uint32_t row);

}  // namespace koppel
