// What a run would use again of the work that an output folder holds, and why not the rest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "koppel/runtime/run_options.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

// What is different in a step, one line each: "parameter language: nl → de". Empty if nothing is.
std::vector<std::string> ChangesOf(const RunStep& before, const RunStep& after);
// The same of what stands beside the steps: "limits of heal: 2 s → 5 s". No step runs for it.
std::vector<std::string> ChangesOf(const RunSettings& before, const RunSettings& after);

struct StepForecast {
  RunStep step;
  std::vector<std::string> reasons;  // why it has to run where it stands; empty: as before
  bool follows = false;              // it is as before itself, but a step before it is not
  bool waits = false;                // an observer that has to learn its model again
  std::uint64_t stored = 0;          // documents whose state after it is stored
  std::uint64_t first = 0;           // documents that would be worked on from here on
};

struct Forecast {
  bool unchanged = false;  // the folder holds this very run, complete: nothing would be done
  std::string since;       // when the run was completed (UTC), if one was
  std::vector<std::string> reasons;  // why the folder as a whole is not what it would be
  std::vector<StepForecast> readers, steps;
  std::vector<StepForecast> writers;  // they always write, unless nothing is done
  // Documents of today: used again whole (also as filtered or quarantined), in part, or not at all.
  std::uint64_t documents = 0, whole = 0, part = 0, none = 0;
  // Against the run before. `failed`: quarantined for what the document may not be to blame for.
  std::uint64_t added = 0, changed = 0, gone = 0, failed = 0;
};

// Opens the components, in a folder for the occasion, to see their resources, and reads the inputs
// as far as their digests need it; runs no step and writes nothing. `options` as for Run; its
// folder is not used. `program`: digest of the host. Errors as those of Run.
Result<Forecast> ForecastRun(const Pipeline& pipeline, const Registry& registry,
                             const RunOptions& options, const std::string& program);

}  // namespace koppel
