#pragma once

namespace koppel {

struct Program;

void AddRepairsCommand(Program& program);

}  // namespace koppel
