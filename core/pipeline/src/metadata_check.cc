#include "metadata_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "given_names.h"

namespace koppel::internal {
namespace {

constexpr std::string_view kAnyKey = "*";

bool Sets(const ComponentInfo& component, std::string_view key) {
  const auto& keys = component.metadata;
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class MetadataCheck {
 public:
  MetadataCheck(const std::vector<StepDraft>& drafts, const Registry& registry, Problems& problems)
      : drafts_(drafts), registry_(registry), problems_(problems) {}

  void Run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const ComponentInfo* component = drafts_[i].likely;
      if (component == nullptr) return;
      for (const ConditionKey& key : drafts_[i].asked) {
        if (set_.count(key.name) == 0) Refuse(i, key);
      }
      if (!AddKeys(drafts_[i], *component)) return;
    }
  }

 private:
  // False if there may be any key from here on.
  bool AddKeys(const StepDraft& draft, const ComponentInfo& component) {
    if (component.stored_layers) return false;
    const std::vector<GivenName> chosen = NamesIn(draft, NameKind::kMetadata);
    if (Sets(component, kAnyKey) && chosen.empty()) return false;
    for (const GivenName& name : chosen) set_.insert(std::string(name.text));
    for (const std::string& key : component.metadata) {
      if (key != kAnyKey) set_.insert(key);
    }
    return true;
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
    const std::vector<std::string_view> known(set_.begin(), set_.end());
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
  std::set<std::string, std::less<>> set_;
};

}  // namespace

void CheckMetadata(const std::vector<StepDraft>& drafts, const Registry& registry,
                   Problems& problems) {
  MetadataCheck(drafts, registry, problems).Run();
}

}  // namespace koppel::internal
