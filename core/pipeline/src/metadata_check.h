// Whether the metadata that conditions ask for are set by anything.
#pragma once

#include <vector>

#include "problems.h"
#include "step_reader.h"

namespace koppel::internal {

// unmet_layer at each key of a `when` (the language is the key `language`) that no reader and no
// step before it sets, with the nearest that is set, or who sets it. As with layers, nothing is
// told after a step whose component is unknown, nor where a reader takes any key.
void CheckMetadata(const std::vector<StepDraft>& drafts, const Registry& registry,
                   Problems& problems);

}  // namespace koppel::internal
