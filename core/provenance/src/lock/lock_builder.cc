#include "lock/lock_builder.h"

#include <fmt/format.h>

#include "json_text.h"
#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "koppel/plugin.h"
#include "koppel/provenance/program.h"
#include "koppel/runtime/step_identity.h"
#include "lock/break_rules.h"
#include "lock/schema_digest.h"
#include "sdk_digest.h"

namespace koppel::internal {

namespace fs = std::filesystem;

namespace {

std::map<std::string, Limits> LimitsOf(const Pipeline& pipeline) {
  std::map<std::string, Limits> limits;
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    for (const Step& step : *steps) limits[step.id] = step.limits;
  }
  return limits;
}

std::string JsonOfLimits(const Limits& limits) {
  return fmt::format(R"({{"seconds":{},"megabytes":{}}})", JsonOf(limits.seconds),
                     limits.megabytes);
}

}  // namespace

LockBuilder::LockBuilder(const LockScope& scope) : scope_(scope), paths_(scope) {
  for (std::size_t i = 0; i < kLockSections; ++i) lock_.sections[static_cast<LockSection>(i)];
}

void LockBuilder::AddValue(LockSection section, const std::string& name, std::string json) {
  lock_.sections[section][name] = {std::move(json)};
}

void LockBuilder::AddText(LockSection section, const std::string& name, std::string_view text) {
  AddValue(section, name, JsonOf(text));
}

void LockBuilder::AddFile(LockSection section, const std::string& name, const fs::path& path) {
  LockedThing& thing = lock_.sections[section][name];
  Result<std::string> digest = Sha256OfFile(path);
  if (!digest.ok()) return;
  std::error_code error;
  thing = {Hex(*digest), fs::file_size(path, error)};
}

void LockBuilder::AddConfiguration() {
  const fs::path& file = scope_.pipeline.file;
  AddFile(LockSection::kPipeline, paths_.NameOf(file), file);
  AddParameters();
  for (const auto& [name, path] : ProgramFiles()) AddFile(LockSection::kProgram, name, path);
  AddSdk();
  for (const auto& [name, version] : scope_.versions)
    AddText(LockSection::kVersions, name, version);
  for (const auto& [name, digest] : BreakRuleDigests())
    AddText(LockSection::kBreakRules, name, digest);
  for (const auto& [name, plugin] : UsedPlugins(scope_.pipeline)) {
    AddFile(LockSection::kPlugins, name, plugin->library);
    AddText(LockSection::kVersions, "plugin:" + name, plugin->version);
  }
}

void LockBuilder::AddParameters() {
  std::vector<std::string> order;
  const std::map<std::string, Limits> limits = LimitsOf(scope_.pipeline);
  for (const StepIdentity& step : StepIdentities(scope_.pipeline, {})) {
    order.push_back(step.id);
    AddValue(
        LockSection::kParameters, step.id,
        fmt::format(R"({{"use":{},"when":{},"on_error":{},"limits":{}}})", JsonOf(step.component),
                    step.when, JsonOf(step.on_error), JsonOfLimits(limits.at(step.id))));
    for (auto& [param, json] : MembersOf(step.params))
      AddValue(LockSection::kParameters, step.id + '.' + param, std::move(json));
  }
  AddValue(LockSection::kParameters, "pipeline.steps", JsonOf(order));
  AddText(LockSection::kParameters, "pipeline.order", Name(scope_.pipeline.order));
  AddValue(LockSection::kParameters, "pipeline.max_error_rate",
           JsonOf(scope_.pipeline.max_error_rate));
  AddValue(LockSection::kParameters, "pipeline.max_error_rate_after",
           std::to_string(scope_.pipeline.max_error_rate_after));
  AddValue(LockSection::kParameters, "pipeline.document_limits",
           JsonOfLimits(scope_.pipeline.document_limits));
}

void LockBuilder::AddSdk() {
  AddText(LockSection::kSdk, "build", KOPPEL_BUILD_FINGERPRINT);
  AddText(LockSection::kSdk, "headers", kSdkHeadersSha256);
  AddText(LockSection::kSdk, "document schema", DocumentSchemaDigest());
  AddText(LockSection::kSdk, "layers", LayersDigest(scope_.pipeline));
}

void LockBuilder::AddResources(const std::vector<Resource>& resources) {
  for (const Resource& resource : resources) {
    const std::string name = paths_.ResourceName(resource.path);
    std::error_code error;
    const std::uint64_t size = resource.sha256.empty() ? 0 : fs::file_size(resource.path, error);
    lock_.sections[LockSection::kResources][name] = {resource.sha256, size};
  }
}

void LockBuilder::AddResourcesOf(const Lock& locked) {
  for (const auto& [name, thing] : locked.sections.at(LockSection::kResources))
    AddFile(LockSection::kResources, name, paths_.PathOf(name));
}

void LockBuilder::AddInputs(const std::vector<InputFile>& inputs) {
  for (const InputFile& input : inputs) {
    lock_.sections[LockSection::kInputs][paths_.NameOf(input.path)] = {
        input.sha256, input.sha256.empty() ? 0 : input.stamp.size};
  }
  if (scope_.pipeline.order == InputOrder::kGiven) AddSequence(inputs);
}

// The inputs stand in the lock by name, which tells nothing about who gave them in which order.
void LockBuilder::AddSequence(const std::vector<InputFile>& inputs) {
  std::string names;
  for (const InputFile& input : inputs) names += paths_.NameOf(input.path) + '\n';
  AddText(LockSection::kParameters, "pipeline.order.given", Hex(Sha256(names)));
}

fs::path LockBuilder::FileOf(LockSection section, const std::string& name) const {
  switch (section) {
    case LockSection::kPipeline:
    case LockSection::kResources:
    case LockSection::kInputs:
      return paths_.PathOf(name);
    case LockSection::kProgram: {
      const auto files = ProgramFiles();
      const auto file = files.find(name);
      return file == files.end() ? fs::path() : file->second;
    }
    case LockSection::kPlugins: {
      const auto used = UsedPlugins(scope_.pipeline);
      const auto plugin = used.find(name);
      return plugin == used.end() ? fs::path() : plugin->second->library;
    }
    default:
      return {};
  }
}

}  // namespace koppel::internal
