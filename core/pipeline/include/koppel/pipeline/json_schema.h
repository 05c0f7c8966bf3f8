// JSON Schemas (draft 2020-12) made from what the installed plugins declare.
#pragma once

#include <string>

#include "koppel/registry/registry.h"

namespace koppel {

// Of pipeline files: gives completion, help and checking in editors. It accepts every file that
// LoadPipeline accepts, and refuses wrong keys, components, parameters and values, and names of
// layers that there are not; whether a layer is made, what columns it has, and ids are
// LoadPipeline's alone.
std::string PipelineSchema(const Registry& registry);

// Of a line of `documents.jsonl`: the standard layers and those that plugins declare.
std::string DocumentSchema(const Registry& registry);

}  // namespace koppel
