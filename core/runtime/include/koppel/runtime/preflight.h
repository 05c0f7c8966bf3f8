// What `run` would refuse and the pipeline file alone does not show.
#pragma once

#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "koppel/runtime/run_report.h"

namespace koppel {

// Loads and opens every component as a run does, writers in a folder for the occasion, and (unless
// `inputs_given`, which replaces them) looks for the inputs that the file names. Runs plugin code;
// reads no input. In order of location. `resources` becomes what the components asked for.
std::vector<Problem> Preflight(const Pipeline& pipeline, const Registry& registry,
                               bool inputs_given = false,
                               std::vector<Resource>* resources = nullptr);

}  // namespace koppel
