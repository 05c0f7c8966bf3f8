#include "params_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "fields.h"
#include "yaml_value.h"

namespace koppel::internal {
namespace {

// Globs pass unharmed: only "." and ".." are resolved. An empty text stands for no file.
std::string MakeAbsolute(const std::filesystem::path& folder, const std::string& path) {
  return path.empty() ? path : (folder / path).lexically_normal().string();
}

void ResolvePaths(const std::filesystem::path& folder, ParamValue& value) {
  if (auto* text = std::get_if<std::string>(&value)) *text = MakeAbsolute(folder, *text);
  if (auto* list = std::get_if<std::vector<std::string>>(&value)) {
    for (std::string& text : *list) text = MakeAbsolute(folder, text);
  }
}

std::vector<std::string_view> KeysOf(const YamlNode* map) {
  std::vector<std::string_view> keys;
  if (map == nullptr) return keys;
  for (const YamlEntry& entry : map->entries) keys.push_back(entry.key->text);
  return keys;
}

}  // namespace

void ReadInto(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlEntry& entry, GivenParams& given, Problems& problems) {
  const Result<std::size_t> index = FindParam(component.params, entry.key->text);
  if (!index.ok()) {
    problems.Add(entry.key->location, ErrorKind::kInvalidParameter,
                 fmt::format("{}: {}", component.id, index.status().message()));
    return;
  }
  const ParamInfo& info = component.params[*index];
  std::optional<ParamValue> value = ReadParam(component.id, info, *entry.value, problems);
  if (!value) return;
  if (info.path) ResolvePaths(folder, *value);
  given.insert_or_assign(info.name, GivenParam{*std::move(value), entry.value, {}});
}

void ReadWith(const ComponentInfo& component, const std::filesystem::path& folder,
              const YamlNode& with, GivenParams& given, Problems& problems) {
  if (with.kind != YamlNode::Kind::kMap) {
    problems.Add(with.location, fmt::format("'with' must be a map of parameters of {}; got {}",
                                            component.id, Show(with)));
    return;
  }
  ReportRepeatedKeys(with, problems);
  for (const YamlEntry& entry : with.entries) ReadInto(component, folder, entry, given, problems);
}

ParamValues WithDefaults(const ComponentInfo& component, Location use, const YamlNode* with,
                         const GivenParams& given, Problems& problems) {
  const std::vector<std::string_view> keys = KeysOf(with);
  ParamValues params;
  for (const ParamInfo& info : component.params) {
    const auto found = given.find(info.name);
    params.emplace(info.name, found == given.end() ? info.default_value : found->second.value);
    if (found != given.end() || !info.required || !NearestName(info.name, keys).empty()) continue;
    problems.Add(
        use, ErrorKind::kInvalidParameter,
        fmt::format("{}: '{}' must be given: {}", component.id, info.name, Expectation(info)));
  }
  return params;
}

}  // namespace koppel::internal
