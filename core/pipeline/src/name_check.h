// Whether the layers and columns that parameters name exist.
#pragma once

#include <vector>

#include "problems.h"
#include "step_reader.h"

namespace koppel::internal {

// invalid_parameter at each name that is in none of `layers` (or, for a column, no feature of those
// that its step names), with the nearest; and at names and headers that are given twice.
void CheckNames(const std::vector<StepDraft>& drafts, const std::vector<LayerDescription>& layers,
                Problems& problems);

}  // namespace koppel::internal
