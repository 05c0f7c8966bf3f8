#pragma once

#include <string_view>

#include "koppel/edits.h"

namespace koppel::text {

// Finds double quotes that were read or typed as two single ones: ‚‚ ,, `` '' ‘‘ ’’ ´´. One edit
// for each, under `rule`. Two marks count only at the edge of a word and not where they are
// something else: 5'' is a measure, ''' the markup of a wiki, '' alone an empty text.
void MendQuotes(std::string_view text, std::string_view rule, Edits& edits);

}  // namespace koppel::text
