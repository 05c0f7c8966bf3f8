#include "overrides.h"

#include <fmt/format.h>

namespace koppel::internal {
namespace {

// Problems of a value on the command line, told by its whole text instead of a place in it.
void Retell(std::string_view text, Problems&& from, Problems& to) {
  for (Problem& problem : std::move(from).Take()) {
    to.AddSetting(text, problem.status.kind(), problem.status.message());
  }
}

}  // namespace

Overrides::Overrides(const std::vector<Override>& overrides, Problems& problems) {
  for (const Override& given : overrides) {
    const std::string& text = given.text;
    const std::size_t equals = text.find('=');
    // Ids have dots, parameters have none.
    const std::size_t dot = equals == text.npos ? text.npos : text.rfind('.', equals);
    if (dot == text.npos || dot == 0 || dot + 1 == equals) {
      problems.Add({}, ErrorKind::kInvalidParameter,
                   fmt::format("--set {}: expected step.parameter=value", text));
      continue;
    }
    Problems wrong;
    Setting setting{text, text.substr(0, dot), text.substr(dot + 1, equals - dot - 1),
                    ParseYaml(std::string_view(text).substr(equals + 1), wrong)};
    if (wrong.empty() && setting.value.root == nullptr) {
      wrong.Add({}, ErrorKind::kInvalidParameter,
                "the value is missing; write '' for an empty text");
    }
    if (wrong.empty()) settings_.push_back(std::move(setting));
    Retell(text, std::move(wrong), problems);
  }
}

void Overrides::Apply(std::string_view id, const ComponentInfo& component,
                      const std::filesystem::path& folder, GivenParams& given, Problems& problems) {
  for (Setting& setting : settings_) {
    if (setting.who != id) continue;
    setting.used = true;
    Problems wrong;
    YamlNode key;
    key.text = setting.param;
    ReadInto(component, folder, {&key, setting.value.root}, given, wrong);
    if (wrong.empty()) given.at(setting.param).setting = setting.text;
    Retell(setting.text, std::move(wrong), problems);
  }
}

void Overrides::ReportUnused(const std::vector<std::string_view>& ids, Problems& problems) const {
  for (const Setting& setting : settings_) {
    if (setting.used) continue;
    problems.Add({}, ErrorKind::kInvalidParameter,
                 fmt::format("--set {}: no step '{}'{}", setting.text, setting.who,
                             Suggestion(setting.who, ids)));
  }
}

}  // namespace koppel::internal
