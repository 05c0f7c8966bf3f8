#include "graph.h"

#include <fmt/format.h>

#include <algorithm>

namespace koppel::internal {
namespace {

std::string Show(const Condition& condition) {
  std::vector<std::string> parts;
  if (condition.language) parts.push_back(fmt::format("language is {}", *condition.language));
  for (const auto& [key, value] : condition.metadata) {
    parts.push_back(fmt::format("{} is {}", key, value));
  }
  return fmt::format("only if {}", fmt::join(parts, " and "));
}

std::vector<std::string> Notes(const Step& step) {
  const ComponentInfo& component = *step.component;
  std::vector<std::string> notes;
  if (step.id != component.id) notes.push_back(component.id);
  if (component.role == Role::kObserver) notes.push_back("reads the whole corpus first");
  if (component.edits_text) notes.push_back("edits the text");
  if (!step.when.empty()) notes.push_back(Show(step.when));
  if (step.on_error != OnError::kQuarantine && component.role != Role::kWriter) {
    notes.push_back(fmt::format("on error: {}", Name(step.on_error)));
  }
  return notes;
}

// That it needs, or is told to use.
std::vector<std::string_view> UsedLayers(const Step& step) {
  std::vector<std::string_view> layers;
  for (const LayerNeed& need : step.component->requires_layers) layers.push_back(need.layer);
  for (const ParamInfo& info : step.component->params) {
    if (info.names != NameKind::kLayers) continue;
    const auto& named = std::get<std::vector<std::string>>(step.params.at(info.name));
    layers.insert(layers.end(), named.begin(), named.end());
  }
  return layers;
}

bool Makes(const Step& step, std::string_view layer) {
  const auto& made = step.component->provides_layers;
  return std::any_of(made.begin(), made.end(),
                     [layer](const LayerNeed& need) { return need.layer == layer; });
}

}  // namespace

Graph MakeGraph(const Pipeline& pipeline) {
  Graph graph;
  for (const Section section : {Section::kRead, Section::kSteps, Section::kWrite}) {
    const auto& steps = section == Section::kRead    ? pipeline.readers
                        : section == Section::kSteps ? pipeline.steps
                                                     : pipeline.writers;
    for (const Step& step : steps) graph.nodes.push_back({&step, section, Notes(step)});
  }
  for (std::size_t to = 0; to < graph.nodes.size(); ++to) {
    for (const std::string_view layer : UsedLayers(*graph.nodes[to].step)) {
      for (std::size_t from = 0; from < to; ++from) {
        if (!Makes(*graph.nodes[from].step, layer)) continue;
        graph.edges.push_back({from, to, layer});
      }
    }
  }
  return graph;
}

std::string DescribePasses(const Pipeline& pipeline) {
  const std::vector<std::size_t> observers = pipeline.Observers();
  if (observers.empty()) return "1 pass over the corpus";
  std::vector<std::string_view> ids;
  for (const std::size_t position : observers) ids.push_back(pipeline.steps[position].id);
  return fmt::format("{} passes over the corpus, first for {}", observers.size() + 1,
                     fmt::join(ids, ", then for "));
}

}  // namespace koppel::internal
