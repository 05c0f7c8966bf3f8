#pragma once

#include <string_view>

#include "koppel/edits.h"

namespace koppel::text {

// Finds UTF-8 that was read as Windows-1252 (or Latin-1), once or twice: "Ã©" for "é", "â€™" for
// "’". A stretch counts if its characters, taken as bytes, are well-formed UTF-8 of a character
// that texts have; "CAFÉ”", which is well-formed too, is left alone. One edit for each stretch,
// under `rule`.
void MendMojibake(std::string_view text, std::string_view rule, Edits& edits);

}  // namespace koppel::text
