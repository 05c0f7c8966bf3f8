// Runs a pipeline over files.
//
// Every document that is read ends in exactly one of output, filtered or quarantined. What is
// written does not depend on the number of threads.
#pragma once

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "koppel/runtime/run_options.h"
#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

// Errors of the result: what could not even start (no input, a component that can't be opened, an
// output folder that can't be written). A run that started returns its report, with `failure` if it
// was stopped.
Result<RunReport> Run(const Pipeline& pipeline, const Registry& registry, RunOptions& options);

}  // namespace koppel
