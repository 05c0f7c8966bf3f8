#pragma once

namespace koppel {

struct Program;

void AddShowCommand(Program& program);

}  // namespace koppel
