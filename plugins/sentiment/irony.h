// Signs of irony. They make a flag, never another value: who reads it decides.
#pragma once

#include <vector>

#include "parse.h"
#include "weigh.h"

namespace koppel::sentiment {

// Praise that opens the sentence ("Prachtig om weer …"), with a cue of irony or with a contrast, a
// negation or blame after it; or a set phrase.
bool LooksIronic(const Words& words, const Parse& parse, const std::vector<Finding>& findings,
                 const Modifiers& modifiers);

}  // namespace koppel::sentiment
