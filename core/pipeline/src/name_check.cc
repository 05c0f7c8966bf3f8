#include "name_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "given_names.h"

namespace koppel::internal {
namespace {

using Names = std::vector<std::string_view>;

bool Contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class NameCheck {
 public:
  NameCheck(const StepDraft& draft, const std::vector<LayerDescription>& layers, Problems& problems)
      : draft_(draft), layers_(layers), problems_(problems) {}

  void Run() {
    const Names named = CheckLayerNames();
    const Names features = FeaturesOf(named);
    std::set<std::string_view> headers;
    for (const GivenName& name : NamesIn(draft_, NameKind::kColumns)) {
      CheckColumn(name, features, headers);
    }
  }

 private:
  // All, or none if any is wrong: a column may be meant for the layer that should stand there.
  Names CheckLayerNames() {
    Names known, named;
    bool right = true;
    for (const LayerDescription& layer : layers_) known.push_back(layer.name);
    for (const GivenName& name : NamesIn(draft_, NameKind::kLayers)) {
      if (!Contains(known, name.text)) {
        Refuse(name, fmt::format("no layer '{}'{}", name.text, Suggestion(name.text, known)));
        right = false;
      } else if (Contains(named, name.text)) {
        Refuse(name, fmt::format("the layer '{}' stands here twice", name.text));
        right = false;
      }
      named.push_back(name.text);
    }
    return right ? named : Names();
  }

  // Of all layers if none is named.
  Names FeaturesOf(const Names& named) const {
    Names features;
    for (const LayerDescription& layer : layers_) {
      if (!named.empty() && !Contains(named, layer.name)) continue;
      for (const FeatureDescription& feature : layer.features) {
        if (!Contains(features, feature.name)) features.push_back(feature.name);
      }
    }
    return features;
  }

  void CheckColumn(const GivenName& name, const Names& features,
                   std::set<std::string_view>& headers) {
    const auto [header, column] = SplitColumn(name.text);
    Names known(name.param->columns.begin(), name.param->columns.end());
    known.insert(known.end(), features.begin(), features.end());
    if (!Contains(known, column)) {
      Refuse(name, fmt::format("no column '{}'{}", column, Suggestion(column, known)));
    } else if (header.empty()) {
      Refuse(name, fmt::format("'{}' has no header before the '='", name.text));
    } else if (const auto space = header.rfind(' ');
               space != header.npos && Contains(known, header.substr(0, space))) {
      Refuse(name, fmt::format("'{}' begins with the column '{}'; put a comma behind that",
                               name.text, header.substr(0, space)));
    } else if (!headers.insert(header).second) {
      Refuse(name, fmt::format("two columns have the header '{0}'; write another one before the "
                               "column: other={1}",
                               header, column));
    }
  }

  void Refuse(const GivenName& name, std::string_view message) {
    Tell(name, ErrorKind::kInvalidParameter,
         fmt::format("{}: {}", draft_.step.component->id, message), problems_);
  }

  const StepDraft& draft_;
  const std::vector<LayerDescription>& layers_;
  Problems& problems_;
};

}  // namespace

void CheckNames(const std::vector<StepDraft>& drafts, const std::vector<LayerDescription>& layers,
                Problems& problems) {
  for (const StepDraft& draft : drafts) NameCheck(draft, layers, problems).Run();
}

}  // namespace koppel::internal
