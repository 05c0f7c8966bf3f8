#pragma once

#include <string_view>

#include "koppel/edits.h"

namespace koppel::text {

// Finds UTF-8 that was read as Windows-1252 (or Latin-1), once or twice: "Ã©" for "é", "â€™" for
// "’". A stretch counts if its characters, taken as bytes, are well-formed UTF-8.
//
// Right texts have such characters, too: „Ä“ is one, and "é”’" is a Chinese one. So a stretch that
// right texts may have is mended only where the whole text is of that kind, and one that stands for
// itself only where the text does not have more characters that were read rightly: a text about
// "Ã©" keeps it. One edit for each stretch, under `rule`.
void MendMojibake(std::string_view text, std::string_view rule, Edits& edits);

}  // namespace koppel::text
