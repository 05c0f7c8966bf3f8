#pragma once

namespace koppel {

struct Program;

// `check`: says everything that `run` would refuse.
void AddCheckCommand(Program& program);

}  // namespace koppel
