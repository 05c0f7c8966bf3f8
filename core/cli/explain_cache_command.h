#pragma once

namespace koppel {

struct Program;

// `explain-cache`: what a run would use again of earlier work, and why not the rest.
void AddExplainCacheCommand(Program& program);

}  // namespace koppel
