#pragma once

#include <string_view>

#include "koppel/edits.h"

namespace koppel::text {

// Replaces every long s (U+017F), under `rule`.
void MendLongS(std::string_view text, std::string_view rule, Edits& edits);

// Spells the ligatures U+0132 and U+0133 out, under `rule`.
void SpellIj(std::string_view text, std::string_view rule, Edits& edits);

}  // namespace koppel::text
