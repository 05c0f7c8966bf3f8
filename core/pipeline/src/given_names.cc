#include "given_names.h"

namespace koppel::internal {

std::vector<GivenName> NamesIn(const StepDraft& draft, NameKind kind) {
  std::vector<GivenName> names;
  if (draft.step.component == nullptr) return names;
  for (const ParamInfo& info : draft.step.component->params) {
    if (info.names != kind) continue;
    const auto& texts = std::get<std::vector<std::string>>(draft.step.params.at(info.name));
    const auto given = draft.given.find(info.name);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      GivenName& name = names.emplace_back(GivenName{&info, texts[i], draft.step.location, {}});
      if (given == draft.given.end()) continue;
      name.location = given->second.node->items[i]->location;
      name.setting = given->second.setting;
    }
  }
  return names;
}

void Tell(const GivenName& name, ErrorKind kind, std::string message, Problems& problems) {
  if (name.setting.empty()) {
    problems.Add(name.location, kind, std::move(message));
  } else {
    problems.AddSetting(name.setting, kind, message);
  }
}

}  // namespace koppel::internal
