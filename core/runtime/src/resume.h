// Where a run goes on from earlier work on its output folder.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "input/inputs.h"
#include "input/mended.h"
#include "koppel/runtime/run_folder.h"
#include "koppel/runtime/run_options.h"
#include "limits/hung_list.h"
#include "store/memory.h"

namespace koppel {

// Of all that the output depends on apart from inputs and resources. `program`: digest of the host.
std::string ConfigurationDigest(const Pipeline& pipeline, const RunOptions& options,
                                const std::string& program);

// Whether the folder holds this very run, complete: the report then says what it did. Otherwise
// the folder no longer says that it is complete. Precondition: HashInputs.
bool AlreadyComplete(const Pipeline& pipeline, const RunOptions& options,
                     const std::vector<SourceFile>& files, const Mended& mended, int threads,
                     RunReport& report);

// The folder's memory for a run of these steps; null if it shall have none.
std::unique_ptr<Memory> OpenMemory(RunFolder& folder, RunSteps steps,
                                   const std::vector<std::size_t>& observers,
                                   std::vector<const LayerSchema*> schemas);

// The folder's list of documents that hung; `retry`, as a run that does all of the work again,
// forgets it.
HungList ReadHung(RunFolder& folder, bool retry);
void AddHung(RunFolder& folder, const std::string& step, const std::string& document);

}  // namespace koppel
