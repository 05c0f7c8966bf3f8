#include "koppel/diff/run_identity.h"

#include <fmt/format.h>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

using Value = rapidjson::Value;

template <class Body>
void ForEachMember(const Value& object, Body body) {
  if (!object.IsObject()) return;
  for (const auto& [key, value] : object.GetObject())
    body(std::string(key.GetString(), key.GetStringLength()), value);
}

const Value& Member(const Value& object, const char* key) {
  static const Value kNone(rapidjson::kObjectType);
  const auto at = object.FindMember(key);
  return at == object.MemberEnd() ? kNone : at->value;
}

StepFacts ReadStep(const Value& item, const char* section) {
  StepFacts step;
  step.id = TextAt(item, "id");
  step.component = TextAt(item, "use");
  step.section = section;
  step.on_error = TextAt(item, "on_error");
  step.when = JsonOf(Member(item, "when"));
  ForEachMember(Member(item, "with"), [&](const std::string& name, const Value& value) {
    // Where the documents are, not what becomes of them.
    if (step.section == "read" && name == "paths") return;
    step.params.emplace(name, JsonOf(value));
  });
  return step;
}

void ReadResources(const Value& root, std::vector<StepFacts>& steps) {
  ForEachObjectAt(root, "resources", [&](const Value& resource) {
    const Value& users = Member(resource, "steps");
    for (StepFacts& step : steps) {
      bool uses = false;
      for (rapidjson::SizeType i = 0; users.IsArray() && i < users.Size(); ++i)
        uses = uses || (users[i].IsString() && users[i].GetString() == step.id);
      if (uses) step.resources.emplace(TextAt(resource, "path"), TextAt(resource, "sha256"));
    }
  });
}

std::map<std::string, std::string> Members(const std::string& json) {
  std::map<std::string, std::string> members;
  rapidjson::Document object;
  object.Parse(json.data(), json.size());
  ForEachMember(object, [&](const std::string& name, const Value& value) {
    members.emplace(name, JsonOf(value));
  });
  return members;
}

StepFacts FactsOf(const RunStep& step, const char* section) {
  const StepIdentity& identity = step.identity;
  StepFacts facts{identity.id,
                  identity.component,
                  section,
                  Members(identity.params),
                  identity.when,
                  identity.on_error,
                  fmt::format("{} {}", step.plugin, step.version),
                  identity.plugin_sha256,
                  {},
                  step.model};
  for (const StepResource& resource : identity.resources)
    facts.resources.emplace(resource.name, resource.sha256);
  return facts;
}

}  // namespace

Result<RunIdentity> ReadRunIdentity(const std::filesystem::path& out) {
  Result<std::string> bytes = ReadFile(out / "run.json");
  if (!bytes.ok()) return std::move(bytes).status();
  const rapidjson::Document root = ParseJson(*bytes);
  if (!root.IsObject()) return BadInput((out / "run.json").string() + " is no JSON object");
  RunIdentity identity;
  const Value& pipeline = Member(root, "pipeline");
  identity.pipeline = TextAt(pipeline, "name");
  for (const char* section : {"read", "steps", "write"}) {
    ForEachObjectAt(pipeline, section,
                    [&](const Value& item) { identity.steps.push_back(ReadStep(item, section)); });
  }
  ReadResources(root, identity.steps);
  ForEachMember(Member(root, "versions"), [&](const std::string& name, const Value& value) {
    if (value.IsString()) identity.versions.emplace(name, value.GetString());
  });
  return identity;
}

void Refine(const RunSteps& steps, RunIdentity& identity) {
  identity.pipeline = steps.pipeline;
  identity.program = steps.program;
  identity.steps.clear();
  for (const RunStep& step : steps.readers) identity.steps.push_back(FactsOf(step, "read"));
  for (const RunStep& step : steps.steps) identity.steps.push_back(FactsOf(step, "steps"));
  for (const RunStep& step : steps.writers) identity.steps.push_back(FactsOf(step, "write"));
}

}  // namespace koppel
