// `koppel quarantine`: what a run put aside.
#pragma once

namespace koppel {

struct Program;

void AddQuarantineCommand(Program& program);

}  // namespace koppel
