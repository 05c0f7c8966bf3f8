#include "wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace koppel {

std::string_view Explain(Concurrency concurrency) {
  switch (concurrency) {
    case Concurrency::kParallel:
      return "one instance serves all threads";
    case Concurrency::kPerThread:
      return "one instance for each thread";
    case Concurrency::kSerial:
      return "one document at a time";
  }
  return {};
}

std::string_view Explain(const LayerNeed& need, bool provided) {
  if (provided) return need.optional ? "provided where possible" : "provided";
  return need.optional ? "used where present" : "required";
}

std::string Metadata(const ComponentInfo& component) {
  std::string text;
  for (const MetadataInfo& key : component.metadata) {
    if (key.name == "*") return "that the input has";
    text += text.empty() ? key.name : ", " + key.name;
    if (!key.values.empty()) text += fmt::format(" ({})", fmt::join(key.values, " or "));
  }
  return text;
}

std::string Allowed(const ParamInfo& param) {
  std::string allowed = Expectation(param);
  if (param.path) allowed += ", naming files relative to the pipeline file";
  if (param.names == NameKind::kColumns) {
    allowed += fmt::format("; a column is a feature of the layers, or one of {}",
                           fmt::join(param.columns, ", "));
  }
  return allowed;
}

std::vector<const LayerDescription*> OwnLayers(const ComponentInfo& component) {
  std::vector<const LayerDescription*> own;
  for (const LayerDescription& layer : component.plugin->layers) {
    const auto& provides = component.provides_layers;
    if (std::any_of(provides.begin(), provides.end(),
                    [&](const LayerNeed& need) { return need.layer == layer.name; })) {
      own.push_back(&layer);
    }
  }
  return own;
}

}  // namespace koppel
