#include <fmt/format.h>

#include <algorithm>

#include "graph.h"
#include "koppel/pipeline/plan.h"
#include "koppel/registry/describe.h"

namespace koppel {
namespace internal {
namespace {

// Columns of one line. They are ASCII, by the rules for ids and layers.
struct Row {
  std::string id;
  std::string uses;
  std::string makes;
};

// "page (2 3), sentence (4)": the numbers are of the nodes that make the layer, from 1.
std::string Uses(const Graph& graph, std::size_t node) {
  std::string text;
  std::string_view layer;
  for (const GraphEdge& edge : graph.edges) {
    if (edge.to != node) continue;
    if (edge.layer == layer) {
      text.insert(text.size() - 1, fmt::format(" {}", edge.from + 1));
    } else {
      text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", edge.layer, edge.from + 1);
    }
    layer = edge.layer;
  }
  return text;
}

std::string Makes(const ComponentInfo& component) {
  std::vector<std::string_view> layers;
  for (const LayerNeed& made : component.provides_layers) layers.push_back(made.layer);
  return layers.empty() ? "" : fmt::format("→ {}", fmt::join(layers, ", "));
}

// What was set away from the defaults.
std::vector<std::string> Settings(const Step& step) {
  std::vector<std::string> lines;
  for (const ParamInfo& info : step.component->params) {
    const ParamValue& value = step.params.at(info.name);
    if (value == info.default_value) continue;
    lines.push_back(fmt::format("{}: {}", info.name, ToYaml(value)));
  }
  return lines;
}

std::string_view Symbol(Role role) {
  switch (role) {
    case Role::kReader:
      return "○";
    case Role::kProcessor:
      return "●";
    case Role::kObserver:
      return "◉";
    case Role::kWriter:
      return "■";
  }
  return {};
}

class TextPlan {
 public:
  explicit TextPlan(const Pipeline& pipeline) : pipeline_(pipeline), graph_(MakeGraph(pipeline)) {
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Step& step = *graph_.nodes[i].step;
      rows_.push_back({step.id, Uses(graph_, i), Makes(*step.component)});
      id_width_ = std::max(id_width_, rows_[i].id.size());
      uses_width_ = std::max(uses_width_, rows_[i].uses.size());
    }
  }

  std::string Draw() {
    out_ = fmt::format("{}: {}\n\n", pipeline_.name, DescribePasses(pipeline_));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Section section = graph_.nodes[i].section;
      if (i > 0 && section != graph_.nodes[i - 1].section) out_ += "  │\n";
      if (i == 0 || section != graph_.nodes[i - 1].section)
        out_ += fmt::format(" {}\n", Name(section));
      DrawNode(i);
    }
    return std::move(out_);
  }

 private:
  void DrawNode(std::size_t index) {
    const Step& step = *graph_.nodes[index].step;
    const Row& row = rows_[index];
    std::string line = fmt::format("  {} {:>2}  {:<{}}  {:<{}}  {}", Symbol(step.component->role),
                                   index + 1, row.id, id_width_, row.uses, uses_width_, row.makes);
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += line + "\n";
    const std::vector<std::string>& notes = graph_.nodes[index].notes;
    if (!notes.empty()) Note(index, fmt::format("{}", fmt::join(notes, " · ")));
    for (const std::string& setting : Settings(step)) Note(index, setting);
  }

  // Beside the line along which documents flow; it ends at the last node.
  void Note(std::size_t index, std::string_view text) {
    out_ += fmt::format("  {}     {}\n", index + 1 < rows_.size() ? "│" : " ", text);
  }

  const Pipeline& pipeline_;
  const Graph graph_;
  std::vector<Row> rows_;
  std::size_t id_width_ = 0;
  std::size_t uses_width_ = 0;
  std::string out_;
};

}  // namespace
}  // namespace internal

std::string DrawText(const Pipeline& pipeline) { return internal::TextPlan(pipeline).Draw(); }

}  // namespace koppel
