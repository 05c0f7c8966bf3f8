#pragma once

namespace koppel {

struct Program;

void AddExportCommand(Program& program);

}  // namespace koppel
