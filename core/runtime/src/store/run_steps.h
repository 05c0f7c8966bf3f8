// What a run was made of.
//
//   <out>/.koppel/steps.json   v1.RunSteps; of the run whose states were added last
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "koppel/codec.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

// Without `program`, models and keys. `resources` as for StepIdentities.
RunSteps RunStepsOf(const Pipeline& pipeline, const std::vector<Resource>& resources);

// `schemas`: of the layers that documents of the run may have; the standard ones are left out.
Status WriteRunSteps(const RunSteps& steps, std::span<const LayerSchema* const> schemas,
                     const std::filesystem::path& file);

struct StoredSteps {
  RunSteps steps;
  std::unique_ptr<SchemaLibrary> schemas;
};
// io if there is no file; bad_input if it is damaged.
Result<StoredSteps> ReadRunSteps(const std::filesystem::path& file);

}  // namespace koppel
