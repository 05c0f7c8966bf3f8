#include "identity_json.h"

#include <algorithm>
#include <array>

#include "koppel/diff/baseline.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace internal {
namespace {

using Value = rapidjson::Value;
using Texts = std::map<std::string, std::string>;

constexpr int kFormat = 1;
constexpr std::array<std::string_view, 3> kDetails = {"digests", "annotations", "ledger"};

Texts Map(const Value& object, const char* key) {
  Texts texts;
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsObject()) return texts;
  for (const auto& [name, value] : at->value.GetObject()) {
    if (value.IsString())
      texts.emplace(std::string(name.GetString(), name.GetStringLength()),
                    std::string(value.GetString(), value.GetStringLength()));
  }
  return texts;
}

StepFacts ReadStep(const Value& item) {
  return {TextAt(item, "id"),     TextAt(item, "use"),    TextAt(item, "section"),
          Map(item, "with"),      TextAt(item, "when"),   TextAt(item, "on_error"),
          TextAt(item, "plugin"), TextAt(item, "sha256"), Map(item, "resources"),
          TextAt(item, "model")};
}

}  // namespace

std::string ToJson(const BaselineHead& head) {
  Json json(1);
  json.Object([&] {
    json.Field("koppel_baseline", kFormat);
    json.Field("pipeline", head.identity.pipeline);
    json.Field("detail", kDetails[static_cast<std::size_t>(head.detail)]);
    json.Objects("steps", head.identity.steps, [&](const StepFacts& step) {
      json.Field("section", step.section);
      json.Field("id", step.id);
      json.Field("use", step.component);
      json.Field("with", step.params);
      json.Field("when", step.when);
      json.Field("on_error", step.on_error);
      json.Field("plugin", step.plugin);
      json.Field("sha256", step.plugin_sha256);
      json.Field("resources", step.resources);
      json.Field("model", step.model);
    });
    json.Field("program", head.identity.program);
    json.Field("versions", head.identity.versions);
  });
  return json.Line();
}

Result<BaselineHead> HeadFromJson(std::string_view json) {
  const rapidjson::Document root = ParseJson(json);
  if (!root.IsObject()) return BadInput("it is no JSON object");
  const auto format = root.FindMember("koppel_baseline");
  if (format == root.MemberEnd() || !format->value.IsInt() || format->value.GetInt() != kFormat)
    return BadInput("it is no baseline of the format that this program reads, 1");
  BaselineHead head;
  const auto detail = std::find(kDetails.begin(), kDetails.end(), TextAt(root, "detail"));
  if (detail == kDetails.end()) return BadInput("'detail' is none that this program knows");
  head.detail = static_cast<Detail>(detail - kDetails.begin());
  head.identity.pipeline = TextAt(root, "pipeline");
  head.identity.program = TextAt(root, "program");
  head.identity.versions = Map(root, "versions");
  const auto steps = root.FindMember("steps");
  if (steps == root.MemberEnd() || !steps->value.IsArray()) return BadInput("there are no 'steps'");
  for (const Value& item : steps->value.GetArray()) {
    if (item.IsObject()) head.identity.steps.push_back(ReadStep(item));
  }
  return head;
}

}  // namespace internal

namespace {

// The name alone of a path that leads from the root.
std::string WithoutFolders(const std::string& path) {
  return path.starts_with('/') ? path.substr(path.rfind('/') + 1) : path;
}

// The same of every text in the JSON of a parameter.
std::string JsonWithoutFolders(std::string_view json) {
  std::string out;
  for (std::size_t begin = 0; begin < json.size();) {
    const std::size_t path = json.find("\"/", begin);
    if (path == json.npos) return out.append(json.substr(begin));
    const std::size_t end = std::min(json.find('"', path + 1), json.size());
    out += json.substr(begin, path - begin);
    out += '"' + WithoutFolders(std::string(json.substr(path + 1, end - path - 1)));
    begin = end;
  }
  return out;
}

}  // namespace

RunIdentity Portable(RunIdentity identity) {
  for (StepFacts& step : identity.steps) {
    for (auto& [name, value] : step.params) value = JsonWithoutFolders(value);
    std::map<std::string, std::string> resources;
    for (const auto& [name, sha256] : step.resources)
      resources[name.substr(name.rfind('/') + 1)] += sha256;
    step.resources = std::move(resources);
  }
  return identity;
}

}  // namespace koppel
