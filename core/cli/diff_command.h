#pragma once

namespace koppel {

struct Program;

void AddDiffCommand(Program& program);

}  // namespace koppel
