// Drawings that other programs lay out.
#include <fmt/format.h>

#include "graph.h"
#include "koppel/pipeline/plan.h"

namespace koppel {
namespace internal {
namespace {

// Replaces one character by a text: what both formats need in quoted labels.
std::string Escape(std::string_view text, char what, std::string_view by) {
  std::string escaped;
  for (const char c : text) {
    if (c == what) {
      escaped += by;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string DotQuote(std::string_view text) {
  return Escape(Escape(text, '\\', "\\\\"), '"', "\\\"");
}

std::string MermaidQuote(std::string_view text) { return Escape(text, '"', "#quot;"); }

// Documents go from each reader to the first step, along the steps, and from the last to each
// writer.
std::vector<GraphEdge> DocumentEdges(const Pipeline& pipeline) {
  const std::size_t readers = pipeline.readers.size();
  const std::size_t writers = readers + pipeline.steps.size();
  const std::size_t end = writers + pipeline.writers.size();
  std::vector<GraphEdge> edges;
  const bool direct = pipeline.steps.empty();
  for (std::size_t from = 0; from < readers; ++from) {
    if (!direct) edges.push_back({from, readers, {}});
    for (std::size_t to = writers; direct && to < end; ++to) edges.push_back({from, to, {}});
  }
  for (std::size_t i = readers; i + 1 < writers; ++i) edges.push_back({i, i + 1, {}});
  for (std::size_t to = writers; !direct && to < end; ++to) edges.push_back({writers - 1, to, {}});
  return edges;
}

std::string_view DotShape(Role role) {
  switch (role) {
    case Role::kReader:
      return "cds";
    case Role::kProcessor:
      return "box";
    case Role::kObserver:
      return "box3d";
    case Role::kWriter:
      return "note";
  }
  return {};
}

std::string Label(const GraphNode& node, std::string_view line_break,
                  std::string (*quote)(std::string_view)) {
  std::string label = quote(node.step->id);
  for (const std::string& note : node.notes) label += fmt::format("{}{}", line_break, quote(note));
  return label;
}

}  // namespace
}  // namespace internal

std::string DrawDot(const Pipeline& pipeline) {
  using namespace internal;
  const Graph graph = MakeGraph(pipeline);
  std::string out = fmt::format(
      "digraph pipeline {{\n"
      "  label=\"{}: {}\";\n"
      "  labelloc=t;\n"
      "  node [fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=10];\n",
      DotQuote(pipeline.name), DotQuote(DescribePasses(pipeline)));
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    out += fmt::format("  n{} [shape={}, label=\"{}\"];\n", i + 1,
                       DotShape(graph.nodes[i].step->component->role),
                       Label(graph.nodes[i], "\\n", DotQuote));
  }
  for (const GraphEdge& edge : DocumentEdges(pipeline)) {
    out += fmt::format("  n{} -> n{} [penwidth=2];\n", edge.from + 1, edge.to + 1);
  }
  for (const GraphEdge& edge : graph.edges) {
    out += fmt::format("  n{} -> n{} [style=dashed, constraint=false, label=\"{}\"];\n",
                       edge.from + 1, edge.to + 1, DotQuote(edge.layer));
  }
  return out + "}\n";
}

std::string DrawMermaid(const Pipeline& pipeline) {
  using namespace internal;
  const Graph graph = MakeGraph(pipeline);
  std::string out = fmt::format(
      "---\ntitle: '{}'\n---\nflowchart TD\n",
      Escape(fmt::format("{}: {}", pipeline.name, DescribePasses(pipeline)), '\'', "''"));
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    out += fmt::format("  n{}[\"{}\"]\n", i + 1, Label(graph.nodes[i], "<br>", MermaidQuote));
  }
  for (const GraphEdge& edge : DocumentEdges(pipeline)) {
    out += fmt::format("  n{} ==> n{}\n", edge.from + 1, edge.to + 1);
  }
  for (const GraphEdge& edge : graph.edges) {
    out += fmt::format("  n{} -. \"{}\" .-> n{}\n", edge.from + 1, MermaidQuote(edge.layer),
                       edge.to + 1);
  }
  return out;
}

}  // namespace koppel
