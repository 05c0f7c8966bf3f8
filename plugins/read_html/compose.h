// Two steps of decoding as one alignment.
#pragma once

#include "koppel/alignment.h"

namespace koppel::read_html {

// From A's source to B's text, where B's source is A's text. Stretches of B end where stretches of
// A do.
Alignment Compose(const Alignment& a, const Alignment& b);

}  // namespace koppel::read_html
