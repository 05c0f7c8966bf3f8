#pragma once

namespace koppel {

struct Program;

void AddVerifyCommand(Program& program);

}  // namespace koppel
