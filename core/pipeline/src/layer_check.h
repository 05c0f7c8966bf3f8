// Whether every layer that a step needs, or is told to use, is made before it.
#pragma once

#include <vector>

#include "problems.h"
#include "step_reader.h"

namespace koppel::internal {

// unmet_layer at the step that lacks something, naming who makes it. `drafts`: readers, steps,
// writers, in that order. After a step whose component is unknown nothing is told: it might make
// anything; nor where a reader brings stored layers. A layer that is made under a condition counts.
void CheckLayers(const std::vector<StepDraft>& drafts, const Registry& registry,
                 Problems& problems);

}  // namespace koppel::internal
