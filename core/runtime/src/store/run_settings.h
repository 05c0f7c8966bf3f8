// What a pipeline file says beside its steps.
#pragma once

#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/stored_run.h"

namespace koppel {

RunSettings SettingsOf(const Pipeline& pipeline);

}  // namespace koppel
