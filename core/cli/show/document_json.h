// Documents as write.jsonl writes them, read back.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "inferred_schema.h"
#include "koppel/document.h"
#include "koppel/status.h"

namespace koppel {

// Makes the document of one line. Layers that are not standard get a schema from what their values
// look like, kept in `schemas`, which must outlive the document. What the line does not hold, the
// history of the text, is empty. bad_input with what is wrong; the document is then empty.
Status ParseJson(std::string_view line, InferredSchemas& schemas, Document& document);

// The id alone.
Result<std::string> IdOfJson(std::string_view line);

}  // namespace koppel
