#include "step_reader.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>

#include "fields.h"
#include "limits_reader.h"
#include "yaml_value.h"

namespace koppel::internal {
namespace {

// "layout" of "text.layout".
std::string_view LastPart(std::string_view id) {
  const std::size_t dot = id.rfind('.');
  return dot == id.npos ? id : id.substr(dot + 1);
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Whether a name means a component with its family wrong or left out, its parts exchanged, or in
// capitals.
bool SameComponent(std::string_view id, std::string_view name) {
  const std::string lower = Lower(name);
  const std::string swapped =
      fmt::format("{}.{}", LastPart(lower), std::string_view(lower).substr(0, lower.find('.')));
  return LastPart(id) == LastPart(lower) || id == lower || id == swapped;
}

std::vector<std::string_view> KnownKeys(Section section) {
  switch (section) {
    case Section::kRead:
      return {"use", "id", "with", "on_error", "limits"};
    case Section::kSteps:
      return {"use", "id", "with", "when", "on_error", "limits"};
    case Section::kWrite:
      return {"use", "id", "with"};
  }
  return {};
}

std::string_view What(Section section) {
  static constexpr std::array<std::string_view, 3> kNames = {"a reader", "a step", "a writer"};
  return kNames[static_cast<std::size_t>(section)];
}

// What an unknown key of a step was probably meant for.
std::string MisplacedKey(const YamlNode& key, Section section, const ComponentInfo* component) {
  if (section != Section::kSteps && key.text == "when") return "; only steps can have conditions";
  if (section == Section::kWrite && key.text == "on_error") {
    return "; a writer that fails ends the run";
  }
  if (component != nullptr && FindParam(component->params, key.text).ok()) {
    return fmt::format("; it is a parameter of {}: put it under 'with'", component->id);
  }
  return {};
}

const ComponentInfo* FindUsed(const Registry& registry, const YamlNode& node) {
  for (const YamlEntry& entry : node.entries) {
    if (entry.key->text == "use") return registry.Find(entry.value->text);
  }
  return nullptr;
}

ParamPlace PlaceOf(const GivenParam& given) {
  ParamPlace place{given.node->location};
  if (const auto* texts = std::get_if<std::vector<std::string>>(&given.value)) {
    for (std::size_t i = 0; i < texts->size(); ++i) {
      place.elements.emplace_back((*texts)[i], given.node->items[i]->location);
    }
  }
  return place;
}

std::string NoComponentHint(const Registry& registry) {
  if (!registry.problems().empty()) {
    return "; some plugins can't be used, `koppel plugins doctor` says why";
  }
  if (registry.components().empty()) {
    return "; no plugins were found, `koppel plugins doctor` says where they are searched";
  }
  return "; `koppel plugins list` names those that are installed";
}

}  // namespace

std::string_view Name(Section section) {
  static constexpr std::array<std::string_view, 3> kNames = {"read", "steps", "write"};
  return kNames[static_cast<std::size_t>(section)];
}

Section SectionOf(Role role) {
  if (role == Role::kReader) return Section::kRead;
  return role == Role::kWriter ? Section::kWrite : Section::kSteps;
}

StepDraft StepReader::Read(const YamlNode& node, Section section, const StepDefaults& defaults) {
  StepDraft draft{section};
  Step& step = draft.step;
  step.location = node.location;
  step.on_error = defaults.on_error;
  if (section != Section::kWrite) step.limits = defaults.limits;
  const ComponentInfo* used = FindUsed(registry_, node);
  Fields fields(node, What(section), KnownKeys(section), problems_,
                [&](const YamlNode& key) { return MisplacedKey(key, section, used); });
  const YamlNode* use = fields.Require("use", "the component that it runs");
  if (use != nullptr) ResolveComponent(*use, section, draft);
  draft.id = step.location;
  if (const YamlNode* id = fields.Find("id")) ReadId(*id, draft);
  if (const YamlNode* when = fields.Find("when"); when && section == Section::kSteps) {
    step.when = ReadCondition(*when, draft.asked, problems_);
  }
  if (const YamlNode* action = fields.Find("on_error"); action && section != Section::kWrite) {
    step.on_error = ReadOnError(*action, problems_).value_or(defaults.on_error);
  }
  if (const YamlNode* limits = fields.Find("limits"); limits && section != Section::kWrite) {
    step.limits = ReadLimits(*limits, defaults.limits, problems_);
  }
  if (step.component == nullptr) return draft;
  const YamlNode* with = fields.Find("with");
  if (with != nullptr) ReadWith(*step.component, folder_, *with, draft.given, problems_);
  overrides_.Apply(step.id, *step.component, folder_, draft.given, problems_);
  for (const auto& [name, given] : draft.given) {
    if (given.setting.empty()) step.places.emplace(name, PlaceOf(given));
  }
  step.params = WithDefaults(*step.component, step.location, with, draft.given, problems_);
  return draft;
}

void StepReader::ResolveComponent(const YamlNode& use, Section section, StepDraft& draft) {
  draft.step.location = use.location;
  const std::optional<std::string> name = ReadText(use, "'use'", problems_);
  if (!name) return;
  draft.step.id = *name;
  const ComponentInfo* component = registry_.Find(*name);
  draft.likely = component;
  if (component == nullptr) {
    const Guess guess = Likely(*name, section);
    draft.likely = guess.component;
    problems_.Add(use.location, fmt::format("no component '{}'{}", *name, guess.hint));
  } else if (SectionOf(component->role) != section) {
    problems_.Add(use.location,
                  fmt::format("'{}' is {} {}; put it under '{}'", *name,
                              component->role == Role::kObserver ? "an" : "a",
                              Name(component->role), Name(SectionOf(component->role))));
  } else {
    draft.step.component = component;
  }
}

StepReader::Guess StepReader::Likely(std::string_view name, Section section) const {
  std::vector<std::string_view> fitting, all;
  for (const ComponentInfo* component : registry_.components()) {
    all.push_back(component->id);
    if (SectionOf(component->role) == section) fitting.push_back(component->id);
  }
  for (const auto& ids : {fitting, all}) {
    const std::string_view near = NearestName(name, ids);
    if (!near.empty()) return {registry_.Find(near), DidYouMean(name, ids)};
  }
  for (const std::string_view id : fitting) {
    if (!SameComponent(id, name)) continue;
    return {registry_.Find(id), fmt::format("; did you mean '{}'?", id)};
  }
  return {nullptr, NoComponentHint(registry_)};
}

void StepReader::ReadId(const YamlNode& id, StepDraft& draft) {
  static const RE2 kShape(R"([A-Za-z0-9_][A-Za-z0-9_.-]*)");
  std::optional<std::string> text = ReadText(id, "'id'", problems_);
  if (!text) return;
  if (!RE2::FullMatch(*text, kShape)) {
    problems_.Add(id.location, fmt::format("'id' must be made of letters, digits, '_', '-' and "
                                           "'.'; got \"{}\"",
                                           *text));
    return;
  }
  draft.step.id = *std::move(text);
  draft.id = id.location;
}

}  // namespace koppel::internal
