#include "metadata_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "given_names.h"
#include "yaml_value.h"

namespace koppel::internal {
namespace {

constexpr std::string_view kAnyKey = "*";

bool Sets(const ComponentInfo& component, std::string_view name) {
  const auto& keys = component.metadata;
  return std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.name == name; });
}

// The values that a key may have; none: any.
using Values = std::set<std::string, std::less<>>;

class MetadataCheck {
 public:
  MetadataCheck(const std::vector<StepDraft>& drafts, const Registry& registry, Problems& problems)
      : drafts_(drafts), registry_(registry), problems_(problems) {}

  void Run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const ComponentInfo* component = drafts_[i].likely;
      if (component == nullptr) return;
      for (const ConditionKey& key : drafts_[i].asked) Check(i, key);
      if (!AddKeys(drafts_[i], *component)) return;
    }
  }

 private:
  // False if there may be any key from here on.
  bool AddKeys(const StepDraft& draft, const ComponentInfo& component) {
    if (component.stored_layers) return false;
    const std::vector<GivenName> chosen = NamesIn(draft, NameKind::kMetadata);
    if (Sets(component, kAnyKey) && chosen.empty()) return false;
    for (const GivenName& name : chosen) Add(std::string(name.text), {});
    for (const MetadataInfo& key : component.metadata) {
      if (key.name != kAnyKey) Add(key.name, {key.values.begin(), key.values.end()});
    }
    return true;
  }

  void Add(const std::string& name, Values values) {
    const auto [known, is_new] = set_.try_emplace(name, values);
    if (is_new || known->second.empty()) return;
    if (values.empty()) {
      known->second.clear();
    } else {
      known->second.merge(values);
    }
  }

  void Check(std::size_t index, const ConditionKey& key) {
    const auto known = set_.find(key.name);
    if (known == set_.end()) return Refuse(index, key);
    const Values& values = known->second;
    if (values.empty() || key.value->kind != YamlNode::Kind::kScalar ||
        values.contains(key.value->text))
      return;
    const std::vector<std::string_view> names(values.begin(), values.end());
    problems_.Add(key.value->location, fmt::format("the metadata '{}' is {}; it is never {}{}",
                                                   key.name, Alternatives(names), Show(*key.value),
                                                   DidYouMean(key.value->text, names)));
  }

  void Refuse(std::size_t index, const ConditionKey& key) {
    problems_.Add(key.location, ErrorKind::kUnmetLayer,
                  fmt::format("{} asks for the metadata '{}', which nothing before it sets{}",
                              drafts_[index].step.id, key.name, Advice(index, key.name)));
  }

  std::string Advice(std::size_t index, const std::string& key) const {
    for (std::size_t later = index + 1; later < drafts_.size(); ++later) {
      const StepDraft& draft = drafts_[later];
      if (draft.likely == nullptr || !Sets(*draft.likely, key)) continue;
      return fmt::format("; {} on line {} sets it: move that up, before {}", draft.step.id,
                         draft.step.location.line, drafts_[index].step.id);
    }
    std::vector<std::string_view> known;
    for (const auto& [name, values] : set_) known.push_back(name);
    if (const std::string near = DidYouMean(key, known); !near.empty()) return near;
    const std::string makers = Makers(key);
    if (!makers.empty()) return makers;
    return known.empty() ? "; nothing here sets any metadata"
                         : fmt::format("; there is {}", Alternatives(known));
  }

  std::string Makers(const std::string& key) const {
    std::vector<std::string_view> steps, readers;
    for (const ComponentInfo* component : registry_.components()) {
      if (!Sets(*component, key)) continue;
      (component->role == Role::kReader ? readers : steps).push_back(component->id);
    }
    std::string text;
    if (!steps.empty()) {
      text = fmt::format("; put {} before it, under 'steps'", Alternatives(steps));
    }
    if (!readers.empty()) {
      text += fmt::format("{} read with {}", text.empty() ? ";" : ", or", Alternatives(readers));
    }
    return text;
  }

  const std::vector<StepDraft>& drafts_;
  const Registry& registry_;
  Problems& problems_;
  std::map<std::string, Values, std::less<>> set_;
};

}  // namespace

void CheckMetadata(const std::vector<StepDraft>& drafts, const Registry& registry,
                   Problems& problems) {
  MetadataCheck(drafts, registry, problems).Run();
}

}  // namespace koppel::internal
