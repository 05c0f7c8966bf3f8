#include <fmt/format.h>

#include <map>

#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"
#include "koppel/runtime/forecast.h"

namespace koppel {
namespace {

using Values = std::map<std::string, std::string>;

std::string Short(const std::string& sha256) { return sha256.substr(0, 12); }

std::string ToText(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  return JsonOf(value);
}

// Of canonical JSON (StepIdentity).
Values ValuesOf(const std::string& text) {
  Values values;
  const rapidjson::Document json = ParseJson(text);
  if (!json.IsObject()) return values;
  for (const auto& member : json.GetObject())
    values[{member.name.GetString(), member.name.GetStringLength()}] = ToText(member.value);
  return values;
}

Values ValuesOf(const std::vector<StepResource>& resources) {
  Values values;
  for (const StepResource& resource : resources)
    values[resource.name] = resource.sha256.empty() ? "not there" : Short(resource.sha256);
  return values;
}

void Compare(std::string_view what, const Values& before, const Values& after,
             std::vector<std::string>& changes) {
  for (const auto& [name, value] : after) {
    const auto was = before.find(name);
    if (was == before.end()) {
      changes.push_back(fmt::format("{}{}: new, {}", what, name, value));
    } else if (was->second != value) {
      changes.push_back(fmt::format("{}{}: {} → {}", what, name, was->second, value));
    }
  }
  for (const auto& [name, value] : before) {
    if (!after.contains(name)) changes.push_back(fmt::format("{}{}: gone", what, name));
  }
}

}  // namespace

std::vector<std::string> ChangesOf(const RunStep& before, const RunStep& after) {
  const StepIdentity &was = before.identity, &is = after.identity;
  std::vector<std::string> changes;
  const auto compare = [&](std::string_view what, const std::string& a, const std::string& b) {
    if (a != b) changes.push_back(fmt::format("{}: {} → {}", what, a, b));
  };
  compare("component", was.component, is.component);
  if (was.plugin_sha256 != is.plugin_sha256) {
    changes.push_back(fmt::format("plugin {}: library changed ({} {} → {} {})", after.plugin,
                                  before.version, Short(was.plugin_sha256), after.version,
                                  Short(is.plugin_sha256)));
  }
  Compare("parameter ", ValuesOf(was.params), ValuesOf(is.params), changes);
  compare("condition", was.when, is.when);
  compare("on_error", was.on_error, is.on_error);
  Compare("resource ", ValuesOf(was.resources), ValuesOf(is.resources), changes);
  return changes;
}

std::vector<std::string> ChangesOf(const RunSettings& before, const RunSettings& after) {
  std::vector<std::string> changes;
  Compare({}, before, after, changes);
  return changes;
}

}  // namespace koppel
