// A document as text that a person can read and a golden file can hold.
#pragma once

#include <cstdint>
#include <string>

#include "koppel/document.h"

namespace koppel {

// One line per annotation, layers in the order in which they were made:
//   token 0 3 kind=word "een"
// Floats have three decimals; references are written as layer#row; in quoted text line breaks are
// \n, other control characters \u001b.
std::string DumpLayers(const Document& document);

// The features of one annotation, in the order of the schema, each with a space before it: "
// kind=word".
std::string DumpFeatures(const Document& document, const internal::LayerData& layer,
                         std::uint32_t row);

// Every edit of every revision:
//   edit dehyphenate join 0.980 12 14 "-\n" -> ""
std::string DumpEdits(const Document& document);

// As it stands in a dump, with its quotes.
std::string Quoted(std::string_view text);

}  // namespace koppel
