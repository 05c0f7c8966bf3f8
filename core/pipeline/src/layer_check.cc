#include "layer_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "given_names.h"

namespace koppel::internal {
namespace {

using Made = std::map<std::string, std::set<std::string>, std::less<>>;  // layer to features

bool Makes(const ComponentInfo& component, const LayerNeed& need) {
  const auto makes = [&need](const LayerNeed& made) {
    const auto has = [&made](const std::string& feature) {
      return std::find(made.features.begin(), made.features.end(), feature) != made.features.end();
    };
    return made.layer == need.layer && std::all_of(need.features.begin(), need.features.end(), has);
  };
  return std::any_of(component.provides_layers.begin(), component.provides_layers.end(), makes);
}

// Whether it makes a layer on its own, and not more of one that it is given.
bool Brings(const ComponentInfo& component, std::string_view layer) {
  const auto is = [layer](const LayerNeed& need) { return need.layer == layer; };
  const auto& needs = component.requires_layers;
  const auto& makes = component.provides_layers;
  return std::any_of(makes.begin(), makes.end(), is) &&
         std::none_of(needs.begin(), needs.end(), is);
}

class LayerCheck {
 public:
  LayerCheck(const std::vector<StepDraft>& drafts, const Registry& registry, Problems& problems)
      : drafts_(drafts), registry_(registry), problems_(problems) {
    for (const LayerDescription& layer : registry.KnownLayers()) {
      std::set<std::string>& features = known_[layer.name];
      for (const FeatureDescription& feature : layer.features) features.insert(feature.name);
    }
  }

  void Run() {
    if (AnyLayerIsStored()) return;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const ComponentInfo* component = drafts_[i].likely;
      if (component == nullptr) return;
      if (drafts_[i].step.component != nullptr) {
        CheckNeeds(i);
        CheckOrder(i);
        CheckNamedLayers(i);
        CheckColumns(i);
      }
      for (const LayerNeed& made : component->provides_layers) {
        made_[made.layer].insert(made.features.begin(), made.features.end());
      }
    }
  }

 private:
  bool AnyLayerIsStored() const {
    return std::any_of(drafts_.begin(), drafts_.end(), [](const StepDraft& draft) {
      return draft.likely != nullptr && draft.likely->stored_layers;
    });
  }

  void CheckNeeds(std::size_t index) {
    for (const LayerNeed& need : drafts_[index].step.component->requires_layers) {
      if (need.optional) continue;
      LayerNeed missing = Missing(need);
      if (missing.layer.empty()) continue;
      problems_.Add(drafts_[index].step.location, ErrorKind::kUnmetLayer,
                    fmt::format("{} needs {}, which nothing before it makes; {}",
                                drafts_[index].step.id, Show(missing), Advice(index, missing)));
    }
  }

  // A layer that is used where it exists, and made too late for that: told once for each step that
  // comes too late.
  void CheckOrder(std::size_t index) {
    const ComponentInfo& component = *drafts_[index].step.component;
    for (std::size_t later = index + 1; later < drafts_.size(); ++later) {
      const StepDraft& draft = drafts_[later];
      if (draft.likely == nullptr) return;
      for (const LayerNeed& need : component.requires_layers) {
        if (!need.optional || need.later || !Brings(*draft.likely, need.layer)) continue;
        problems_.Add(drafts_[index].step.location, ErrorKind::kUnmetLayer,
                      fmt::format("{0} uses the layer '{1}', which {2} on line {3} makes only "
                                  "after it; move that up, before {0}",
                                  drafts_[index].step.id, need.layer, draft.step.id,
                                  draft.step.location.line));
        break;
      }
    }
  }

  // A column that would be empty in every row.
  void CheckColumns(std::size_t index) {
    for (const GivenName& name : NamesIn(drafts_[index], NameKind::kColumns)) {
      const std::string_view column = SplitColumn(name.text).column;
      const auto& columns = name.param->columns;
      const auto at = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                               columns.begin());
      const bool feature = at >= columns.size();
      LayerNeed need;
      if (feature) need = UnmadeFeature(index, std::string(column));
      if (at < name.param->column_layers.size()) need.layer = name.param->column_layers[at];
      if (need.layer.empty() || (!feature && made_.count(need.layer) != 0)) continue;
      Tell(name, ErrorKind::kUnmetLayer,
           fmt::format("{}: the column '{}' shows {}, which nothing before it makes; {}",
                       drafts_[index].step.id, column, Show(need), Advice(index, need)),
           problems_);
    }
  }

  // `feature` of the first of the layers that step `index` names that is made without it, and none
  // of them is made with it; no layer name if there is no such layer.
  LayerNeed UnmadeFeature(std::size_t index, const std::string& feature) const {
    LayerNeed unmade;
    for (const GivenName& name : NamesIn(drafts_[index], NameKind::kLayers)) {
      const std::string layer(name.text);
      const auto known = known_.find(layer);
      const auto made = made_.find(layer);
      if (known == known_.end() || known->second.count(feature) == 0 || made == made_.end()) {
        continue;
      }
      if (made->second.count(feature) != 0) return {};
      if (unmade.layer.empty()) unmade = {layer, {feature}};
    }
    return unmade;
  }

  // A name that no layer has is left to CheckNames.
  void CheckNamedLayers(std::size_t index) {
    for (const GivenName& name : NamesIn(drafts_[index], NameKind::kLayers)) {
      const LayerNeed need{std::string(name.text), {}};
      if (made_.count(need.layer) != 0 || known_.count(need.layer) == 0) continue;
      Tell(name, ErrorKind::kUnmetLayer,
           fmt::format("{} names the layer '{}', which nothing before it makes; {}",
                       drafts_[index].step.id, need.layer, Advice(index, need)),
           problems_);
    }
  }

  // What of `need` is not made yet; no layer name if all of it is.
  LayerNeed Missing(const LayerNeed& need) const {
    const auto layer = made_.find(need.layer);
    if (layer == made_.end()) return need;
    LayerNeed missing;
    for (const std::string& feature : need.features) {
      if (layer->second.count(feature) == 0) missing.features.push_back(feature);
    }
    if (!missing.features.empty()) missing.layer = need.layer;
    return missing;
  }

  std::string Show(const LayerNeed& missing) const {
    const bool has_layer = made_.count(missing.layer) != 0;
    if (!has_layer) return fmt::format("the layer '{}'", missing.layer);
    return fmt::format("'{}' of the layer '{}'", fmt::join(missing.features, "', '"),
                       missing.layer);
  }

  std::string Advice(std::size_t index, const LayerNeed& missing) const {
    for (std::size_t later = index + 1; later < drafts_.size(); ++later) {
      const StepDraft& draft = drafts_[later];
      if (draft.likely == nullptr || !Makes(*draft.likely, missing)) continue;
      return fmt::format("{} on line {} makes it: move that up, before {}", draft.step.id,
                         draft.step.location.line, drafts_[index].step.id);
    }
    std::vector<std::string_view> steps, readers;
    for (const ComponentInfo* component : registry_.components()) {
      if (component == drafts_[index].step.component || !Makes(*component, missing)) continue;
      (component->role == Role::kReader ? readers : steps).push_back(component->id);
    }
    if (!steps.empty()) {
      return fmt::format("put {} before it, under 'steps'", Alternatives(steps));
    }
    if (!readers.empty()) return fmt::format("read with {}", Alternatives(readers));
    return "no installed component makes it";
  }

  const std::vector<StepDraft>& drafts_;
  const Registry& registry_;
  Problems& problems_;
  Made known_, made_;
};

}  // namespace

void CheckLayers(const std::vector<StepDraft>& drafts, const Registry& registry,
                 Problems& problems) {
  LayerCheck(drafts, registry, problems).Run();
}

}  // namespace koppel::internal
