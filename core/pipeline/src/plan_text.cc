#include <fmt/format.h>

#include <algorithm>

#include "graph.h"
#include "koppel/pipeline/plan.h"
#include "koppel/registry/describe.h"

namespace koppel {
namespace internal {
namespace {

constexpr std::size_t kLineWidth = 80;  // of a terminal as it opens

// Items as lines of at most `width` columns, broken after a comma. They are ASCII, by the rules for
// ids and layers.
std::vector<std::string> Wrap(const std::vector<std::string>& items, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = i + 1 < items.size() ? items[i] + "," : items[i];
    if (!lines.empty() && lines.back().size() + 1 + item.size() <= width) {
      lines.back() += " " + item;
    } else {
      lines.push_back(item);
    }
  }
  return lines;
}

// "page (2 3)", "sentence (4)": the numbers are of the nodes that make the layer, from 1.
std::vector<std::string> Uses(const Graph& graph, std::size_t node) {
  std::vector<std::string> layers;
  std::string_view layer;
  for (const GraphEdge& edge : graph.edges) {
    if (edge.to != node) continue;
    if (edge.layer == layer) {
      layers.back().insert(layers.back().size() - 1, fmt::format(" {}", edge.from + 1));
    } else {
      layers.push_back(fmt::format("{} ({})", edge.layer, edge.from + 1));
    }
    layer = edge.layer;
  }
  return layers;
}

std::vector<std::string> Makes(const ComponentInfo& component) {
  std::vector<std::string> layers;
  for (const LayerNeed& made : component.provides_layers) layers.push_back(made.layer);
  return layers;
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
  static constexpr std::size_t kIdColumn = 8;

 public:
  explicit TextPlan(const Pipeline& pipeline) : pipeline_(pipeline), graph_(MakeGraph(pipeline)) {
    for (const GraphNode& node : graph_.nodes) {
      id_width_ = std::max(id_width_, node.step->id.size());
    }
  }

  std::string Draw() {
    out_ = fmt::format("{}: {}\n\n", pipeline_.name, DescribePasses(pipeline_));
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
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
    const std::string makes(kIdColumn + id_width_ + 4, ' ');
    std::string line =
        fmt::format("  {} {:>2}  {}", Symbol(step.component->role), index + 1, step.id);
    const std::size_t left = kLineWidth - std::min(kLineWidth / 2, makes.size());
    const std::vector<std::string> made = Wrap(Makes(*step.component), left);
    if (!made.empty()) line += fmt::format("{:{}}  → {}", "", id_width_ - step.id.size(), made[0]);
    out_ += line + "\n";
    for (std::size_t i = 1; i < made.size(); ++i) Note(index, makes.substr(kIdColumn) + made[i]);
    const std::vector<std::string> used = Wrap(Uses(graph_, index), kLineWidth - kIdColumn - 5);
    for (std::size_t i = 0; i < used.size(); ++i) {
      Note(index, fmt::format("{} {}", i == 0 ? "uses" : "    ", used[i]));
    }
    const std::vector<std::string>& notes = graph_.nodes[index].notes;
    if (!notes.empty()) Note(index, fmt::format("{}", fmt::join(notes, " · ")));
    for (const std::string& setting : Settings(step)) Note(index, setting);
  }

  // Beside the line along which documents flow; it ends at the last node.
  void Note(std::size_t index, std::string_view text) {
    out_ += fmt::format("  {}     {}\n", index + 1 < graph_.nodes.size() ? "│" : " ", text);
  }

  const Pipeline& pipeline_;
  const Graph graph_;
  std::size_t id_width_ = 0;
  std::string out_;
};

}  // namespace
}  // namespace internal

std::string DrawText(const Pipeline& pipeline) { return internal::TextPlan(pipeline).Draw(); }

}  // namespace koppel
