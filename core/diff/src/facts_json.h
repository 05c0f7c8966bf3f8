// A document's facts as JSON with one row, edit or line of the text on a line.
#pragma once

#include <string>
#include <string_view>

#include "koppel/diff/facts.h"
#include "koppel/status.h"

namespace koppel::internal {

std::string ToJson(const DocumentFacts& facts);
// bad_input, with what is wrong.
Result<DocumentFacts> FactsFromJson(std::string_view json);

}  // namespace koppel::internal
