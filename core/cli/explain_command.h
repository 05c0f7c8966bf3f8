#pragma once

namespace koppel {

struct Program;

// `explain`: what was done to a document, or to a place in it.
void AddExplainCommand(Program& program);

}  // namespace koppel
