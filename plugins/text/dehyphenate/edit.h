#pragma once

#include <string_view>

#include "dehyphenate/decide.h"
#include "koppel/edits.h"
#include "lines/breaks.h"

namespace koppel::text {

// The two parts of a break with what the judge wants to know of their surroundings. Views into
// `text`.
BrokenWord Describe(const LineBreak& place, std::string_view text);

// Adds the edit that carries out `decision`: only bytes that change, none for an abstention.
// `decision.rule` must outlive the edits. Breaks must be added in text order.
void AddEdit(const LineBreak& place, const Decision& decision, std::string_view text, Edits& edits);

}  // namespace koppel::text
