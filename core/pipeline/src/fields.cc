#include "fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "koppel/params.h"
#include "yaml_value.h"

namespace koppel::internal {
namespace {

bool Contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "use:text.layout" is one text to YAML; nobody means that.
std::string ShapeHint(const YamlNode& node) {
  const bool glued =
      node.kind == YamlNode::Kind::kScalar && node.text.find(':') != std::string::npos;
  return glued ? "; put a space after the colon" : "";
}

}  // namespace

Fields::Fields(const YamlNode& map, std::string_view what, std::vector<std::string_view> known,
               Problems& problems, const Advice& advice)
    : map_(map), what_(what), known_(std::move(known)), problems_(problems) {
  if (map.kind != YamlNode::Kind::kMap) {
    problems_.Add(map.location, fmt::format("{} must be a map of {}; got {}{}", what_,
                                            Alternatives(known_), Show(map), ShapeHint(map)));
    return;
  }
  ReportRepeatedKeys(map, problems_);
  for (const YamlEntry& entry : map.entries) {
    if (!Contains(known_, entry.key->text)) ReportUnknown(entry, advice);
  }
}

void Fields::ReportUnknown(const YamlEntry& entry, const Advice& advice) {
  const std::string& key = entry.key->text;
  std::string hint = advice ? advice(*entry.key) : "";
  if (hint.empty()) {
    const std::string_view near = NearestName(key, known_);
    if (!near.empty()) meant_.emplace(near, entry.value);
    hint = Suggestion(key, known_);
  }
  problems_.Add(entry.key->location, fmt::format("{} has no key '{}'{}", what_, key, hint));
}

const YamlNode* Fields::FindExactly(std::string_view name) const {
  for (const YamlEntry& entry : map_.entries) {
    if (entry.key->text == name) return entry.value;
  }
  return nullptr;
}

const YamlNode* Fields::Find(std::string_view name) const {
  if (const YamlNode* value = FindExactly(name)) return value;
  const auto meant = meant_.find(name);
  return meant == meant_.end() ? nullptr : meant->second;
}

const YamlNode* Fields::Require(std::string_view name, std::string_view why) {
  const YamlNode* value = Find(name);
  if (value == nullptr && map_.kind == YamlNode::Kind::kMap) {
    problems_.Add(map_.location, fmt::format("{} needs the key '{}': {}", what_, name, why));
  }
  return value;
}

void ReportRepeatedKeys(const YamlNode& map, Problems& problems) {
  std::map<std::string_view, int> first_line;
  for (const YamlEntry& entry : map.entries) {
    const auto [place, is_new] = first_line.emplace(entry.key->text, entry.key->location.line);
    if (is_new) continue;
    problems.Add(entry.key->location,
                 fmt::format("key '{}' stands here again; it was given on line {}", entry.key->text,
                             place->second));
  }
}

}  // namespace koppel::internal
