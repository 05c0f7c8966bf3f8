#pragma once

namespace koppel {

struct Program;

// `plugins list`, `plugins describe` and `plugins doctor`.
void AddPluginsCommand(Program& program);

}  // namespace koppel
