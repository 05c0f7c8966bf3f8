#pragma once

namespace koppel {

struct Program;

// `trial`: one run for `check --determinism`, which calls it; --help does not show it.
void AddTrialCommand(Program& program);

}  // namespace koppel
