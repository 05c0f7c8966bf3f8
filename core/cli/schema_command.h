#pragma once

namespace koppel {

struct Program;

// `schema`: JSON Schemas of pipeline files and of documents.
void AddSchemaCommand(Program& program);

}  // namespace koppel
