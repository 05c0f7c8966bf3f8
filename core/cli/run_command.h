#pragma once

namespace koppel {

struct Program;

void AddRunCommand(Program& program);

}  // namespace koppel
