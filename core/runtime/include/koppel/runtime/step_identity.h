// All that the result of a step depends on, apart from the document.
#pragma once

#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run_report.h"

namespace koppel {

struct StepResource {
  // Relative to the folder of the plugin's library if it is below it ("data/nl.yaml"), otherwise
  // absolute.
  std::string name;
  std::string sha256;  // empty: it was looked for and not there

  bool operator==(const StepResource&) const = default;
};

// Equal identities of a step and of all before it make equal results, wherever the program, the
// plugins and the pipeline file stand.
struct StepIdentity {
  std::string id;  // the step's: the ledger and the seeds of chance hold it
  std::string component;
  std::string plugin_sha256;  // of its library
  // Canonical JSON of all parameters but the `paths` of a reader, which say where the documents
  // are and not what becomes of them. Parameters that name files do it relative to the folder of
  // the pipeline file if they are below it.
  std::string params;
  std::string when;  // canonical JSON; "{}" holds always
  std::string on_error;
  std::vector<StepResource> resources;  // in order of name

  bool operator==(const StepIdentity&) const = default;
};

// Of readers, steps and writers, in the order of the pipeline. `resources` are those of a run for
// which the components were opened.
std::vector<StepIdentity> StepIdentities(const Pipeline& pipeline,
                                         const std::vector<Resource>& resources);

// The path relative to `folder` if it is below it, otherwise absolute; with '/'.
std::string PathFrom(const std::filesystem::path& folder, const std::filesystem::path& path);

}  // namespace koppel
