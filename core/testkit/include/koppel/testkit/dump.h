// A document as text that a person can read and a golden file can hold.
#pragma once

#include <string>

#include "koppel/document.h"

namespace koppel::testkit {

// One line per annotation, layers in the order in which they were made:
//   token 0 3 kind=word "een"
// Floats have three decimals; references are written as layer#row; line breaks in covered text as \n.
std::string DumpLayers(const Document& document);

// Every edit of every revision:
//   edit dehyphenate join 0.980 12 14 "-\n" -> ""
std::string DumpEdits(const Document& document);

}  // namespace koppel::testkit
