// Drawings of a resolved pipeline: steps in order, the layers that flow between them, and the passes over the corpus.
#pragma once

#include <string>

#include "koppel/pipeline/pipeline.h"

namespace koppel {

// Precondition of all: the pipeline was loaded without problems.
// For a terminal: UTF-8, no colours.
std::string DrawText(const Pipeline& pipeline);
// Graphviz. Thick edges carry documents, thin ones are labelled with a layer.
std::string DrawDot(const Pipeline& pipeline);
// As above, for Markdown pages.
std::string DrawMermaid(const Pipeline& pipeline);

}  // namespace koppel
