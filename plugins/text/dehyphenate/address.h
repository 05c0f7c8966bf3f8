#pragma once

#include <string_view>

#include "lines/breaks.h"

namespace koppel::text {

// Whether a line-end hyphen stands inside the address of a page or a mailbox: www.wijk-⏎centrum.nl,
// info@wijk-⏎centrum.nl. An address shows itself by what its beginning says (`https://`, `www.`),
// by an `@` between two names, or by the end of its host (`.nl`).
bool IsInAddress(const LineBreak& place, std::string_view text);

}  // namespace koppel::text
