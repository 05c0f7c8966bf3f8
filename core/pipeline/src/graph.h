// A pipeline as nodes and edges, for drawing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "step_reader.h"

namespace koppel::internal {

struct GraphNode {
  const Step* step;
  Section section;
  std::vector<std::string> notes;  // what is special about it, one phrase each
};

// A layer that one node makes and a later one uses.
struct GraphEdge {
  std::size_t from;
  std::size_t to;
  std::string_view layer;
};

// Points into the pipeline.
struct Graph {
  std::vector<GraphNode> nodes;  // readers, steps, writers
  std::vector<GraphEdge> edges;  // by `to`, then by layer as declared or named, then by `from`
};

Graph MakeGraph(const Pipeline& pipeline);

// "2 passes over the corpus; the first is for text.repair".
std::string DescribePasses(const Pipeline& pipeline);

}  // namespace koppel::internal
