#pragma once

#include <string_view>

#include "koppel/edits.h"
#include "koppel/status.h"

namespace koppel::text {

// Adds the edits that bring `text` into Unicode Normalization Form C, under `rule`. None for text
// that is in it already.
Status Compose(std::string_view text, std::string_view rule, Edits& edits);

}  // namespace koppel::text
