#pragma once

namespace koppel {

struct Program;

// `plan`: draws a resolved pipeline.
void AddPlanCommand(Program& program);

}  // namespace koppel
