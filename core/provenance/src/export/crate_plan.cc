#include "export/crate_plan.h"

#include <algorithm>

#include "koppel/json/json_writer.h"

namespace koppel::internal {
namespace {

using Members = JsonNode::Members;
using Items = JsonNode::Items;

constexpr char kLanguageId[] = "#koppel-pipeline";

std::string PluginId(const std::string& name) { return LocalId("plugin", name); }

std::string SlotId(const CrateStep& step, const std::string& param) {
  return LocalId("slot", step.id() + "." + param);
}

std::string ValueId(const CrateStep& step, const std::string& param) {
  return LocalId("value", step.id() + "." + param);
}

// As schema.org calls it.
std::string_view DataType(const JsonNode& value) {
  if (value.is_bool()) return "Boolean";
  if (value.is_int()) return "Integer";
  if (value.is_float()) return "Float";
  return "Text";
}

// A list as the text that a pipeline file has for it: in JSON-LD a list of one is the same as its
// element, and an empty one is nothing.
JsonNode ValueOf(const JsonNode& value) {
  if (!value.is_list()) return value;
  std::vector<std::string> texts;
  for (const JsonNode& item : value.items()) texts.push_back(item.text());
  return JsonOf(texts);
}

void AddPlugins(const RunAccount::Content& content, Crate& crate) {
  for (const JsonNode& plugin : content.run["plugins"].items()) {
    Members members = {{"name", plugin["name"]},
                       {"softwareVersion", plugin["version"]},
                       {"sha256", plugin["sha256"]}};
    const std::string licence = crate.AddLicence(plugin["licence"].text());
    if (!licence.empty()) members.emplace_back("license", Ref(licence));
    crate.Add(PluginId(plugin["name"].text()), "SoftwareApplication", std::move(members));
  }
}

void AddEngine(const RunAccount::Content& content, Crate& crate) {
  std::vector<std::string> files;
  const JsonNode& version = content.run["versions"]["koppel"];
  for (const auto& [name, sha256] : content.run["program"].members()) {
    const std::string id = LocalId("program", name);
    crate.Add(id, "SoftwareApplication",
              {{"name", name}, {"softwareVersion", version}, {"sha256", sha256}});
    files.push_back(id);
  }
  for (const auto& [name, of_library] : content.run["versions"].members()) {
    if (name == "koppel") continue;
    const std::string id = LocalId("library", name);
    crate.Add(id, "SoftwareApplication", {{"name", name}, {"softwareVersion", of_library}});
    files.push_back(id);
  }
  crate.Add(
      kEngineId, "SoftwareApplication",
      {{"name", "Koppel"}, {"softwareVersion", version}, {"softwareRequirements", Refs(files)}});
}

std::string VersionOf(const RunAccount::Content& content, const std::string& plugin) {
  for (const JsonNode& each : content.run["plugins"].items()) {
    if (each["name"].text() == plugin) return each["version"].text();
  }
  return {};
}

void AddTool(const RunAccount::Content& content, const CrateStep& step, Crate& crate) {
  const std::string& plugin = (*step.step)["plugin"].text();
  crate.Add(ToolId(step), "SoftwareApplication",
            {{"name", (*step.step)["use"]},
             {"softwareVersion", VersionOf(content, plugin)},
             {"softwareRequirements", Ref(PluginId(plugin))}});
}

void AddParameters(const CrateStep& step, Crate& crate) {
  for (const auto& [name, value] : (*step.step)["with"].members()) {
    const std::string full = step.id() + "." + name;
    crate.Add(SlotId(step, name), "FormalParameter",
              {{"name", full}, {"additionalType", DataType(value)}});
    crate.Add(
        ValueId(step, name), "PropertyValue",
        {{"name", full}, {"value", ValueOf(value)}, {"exampleOfWork", Ref(SlotId(step, name))}});
  }
}

// Slots of the workflow: inputs, then all parameters.
std::vector<std::string> InputSlots(const std::vector<CrateStep>& steps) {
  std::vector<std::string> slots = {kInputSlot};
  for (const CrateStep& step : steps) {
    for (const auto& [name, value] : (*step.step)["with"].members())
      slots.push_back(SlotId(step, name));
  }
  return slots;
}

void AddSlots(const std::vector<CrateStep>& steps, Crate& crate) {
  crate.Add(kInputSlot, "FormalParameter",
            {{"name", "input"},
             {"additionalType", "File"},
             {"description", "Files from which the readers make documents"}});
  for (const CrateStep& step : steps) {
    AddParameters(step, crate);
    if (step.role != CrateStep::Role::kWriter) continue;
    crate.Add(OutputSlot(step), "FormalParameter",
              {{"name", step.id()},
               {"additionalType", "File"},
               {"description", "Files that this writer writes"}});
  }
}

}  // namespace

bool CrateStep::ran() const {
  if (report == nullptr) return false;
  return (*report)["documents"].number() > 0 || (*report)["passed_over"].number() == 0;
}

std::vector<CrateStep> StepsOf(const RunAccount::Content& content) {
  std::vector<CrateStep> steps;
  const JsonNode& pipeline = content.run["pipeline"];
  const auto add = [&](const char* section, CrateStep::Role role) {
    for (const JsonNode& step : pipeline[section].items()) {
      CrateStep made{&step, nullptr, role};
      for (const JsonNode& report : content.run["steps"].items()) {
        if (report["id"].text() == made.id()) made.report = &report;
      }
      steps.push_back(made);
    }
  };
  add("read", CrateStep::Role::kReader);
  add("steps", CrateStep::Role::kStep);
  add("write", CrateStep::Role::kWriter);
  return steps;
}

std::string ToolId(const CrateStep& step) {
  return LocalId("component", (*step.step)["use"].text());
}
std::string StepId(const CrateStep& step) { return LocalId("step", step.id()); }
std::string OutputSlot(const CrateStep& step) { return LocalId("slot/output", step.id()); }

std::vector<std::string> ParameterIds(const CrateStep& step) {
  std::vector<std::string> ids;
  for (const auto& [name, value] : (*step.step)["with"].members())
    ids.push_back(ValueId(step, name));
  return ids;
}

void AddPlan(const RunAccount::Content& content, const std::vector<CrateStep>& steps,
             Crate& crate) {
  std::vector<std::string> tools, how, outputs;
  std::int64_t position = 0;
  for (const CrateStep& step : steps) {
    if (std::find(tools.begin(), tools.end(), ToolId(step)) == tools.end())
      tools.push_back(ToolId(step));
    how.push_back(StepId(step));
    if (step.role == CrateStep::Role::kWriter) outputs.push_back(OutputSlot(step));
  }
  crate.AddFile(content.pipeline,
                {{"name", content.run["pipeline"]["name"]},
                 {"version", content.pipeline.sha256.substr(0, 12)},
                 {"programmingLanguage", Ref(kLanguageId)},
                 {"hasPart", Refs(tools)},
                 {"step", Refs(how)},
                 {"input", Refs(InputSlots(steps))},
                 {"output", Refs(outputs)}},
                Items{"File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"});
  crate.Add(kLanguageId, "ComputerLanguage",
            {{"name", "Koppel pipeline file"},
             {"version", "1"},
             {"description",
              "YAML: what documents are read from, the steps that work on them, and "
              "what they are written to"}});
  AddEngine(content, crate);
  AddPlugins(content, crate);
  for (const CrateStep& step : steps) {
    AddTool(content, step, crate);
    crate.Add(StepId(step), "HowToStep",
              {{"name", step.id()}, {"position", position++}, {"workExample", Ref(ToolId(step))}});
  }
  AddSlots(steps, crate);
}

}  // namespace koppel::internal
