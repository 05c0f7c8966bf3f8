#pragma once

namespace koppel {

struct Program;

void AddLockCommand(Program& program);

}  // namespace koppel
