#include "store/run_steps.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/v1/run.pb.h"
#include "store/hex.h"
#include "store/run_settings.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;
namespace json = google::protobuf::util;

using Steps = std::vector<RunStep>;
using Messages = google::protobuf::RepeatedPtrField<v1::RunStep>;

void Fill(const Steps& steps, Messages& messages) {
  for (const RunStep& step : steps) {
    v1::RunStep& message = *messages.Add();
    message.set_id(step.identity.id);
    message.set_component(step.identity.component);
    message.set_plugin(step.plugin);
    message.set_version(step.version);
    message.set_sha256(step.identity.plugin_sha256);
    message.set_params(step.identity.params);
    message.set_when(step.identity.when);
    message.set_on_error(step.identity.on_error);
    message.set_model(step.model);
    for (const StepResource& resource : step.identity.resources) {
      v1::RunResource& use = *message.add_resources();
      use.set_name(resource.name);
      use.set_sha256(resource.sha256);
    }
  }
}

Steps Take(const Messages& messages) {
  Steps steps;
  for (const v1::RunStep& message : messages) {
    std::vector<StepResource> resources;
    for (const v1::RunResource& use : message.resources())
      resources.push_back({use.name(), use.sha256()});
    steps.push_back({{message.id(), message.component(), message.sha256(), message.params(),
                      message.when(), message.on_error(), std::move(resources)},
                     message.plugin(),
                     message.version(),
                     message.model()});
  }
  return steps;
}

bool IsStandard(const LayerSchema* schema) {
  const auto standard = StandardLayers();
  return std::any_of(standard.begin(), standard.end(),
                     [&](const LayerSchema* other) { return other->name == schema->name; });
}

Result<StoredSteps> Take(const v1::RunSteps& message) {
  auto schemas = SchemaLibrary::Decode(message.schemas().SerializeAsString());
  if (!schemas.ok()) return std::move(schemas).status();
  StoredSteps stored{{message.pipeline(),
                      message.program(),
                      Take(message.readers()),
                      Take(message.steps()),
                      Take(message.writers()),
                      {},
                      {}},
                     *std::move(schemas)};
  for (const v1::RunSetting& setting : message.settings())
    stored.steps.settings.emplace(setting.name(), setting.value());
  for (const v1::StateKeys& keys : message.keys()) {
    std::vector<std::string>& own = stored.steps.keys.emplace_back();
    for (const std::string& key : keys.key()) own.push_back(FromHex(key));
    if (own.size() != stored.steps.steps.size() + 1)
      return BadInput("the keys are not those of the steps");
  }
  if (stored.steps.keys.size() == stored.steps.readers.size()) return stored;
  return BadInput("the keys are not those of the readers");
}

}  // namespace

RunSteps RunStepsOf(const Pipeline& pipeline, const std::vector<Resource>& resources) {
  RunSteps all;
  all.pipeline = pipeline.name;
  all.settings = SettingsOf(pipeline);
  std::vector<StepIdentity> identities = StepIdentities(pipeline, resources);
  auto identity = identities.begin();
  const auto add = [&](const std::vector<Step>& steps, Steps& to) {
    for (const Step& step : steps) {
      const PluginInfo& plugin = *step.component->plugin;
      to.push_back({std::move(*identity++), plugin.name, plugin.version, {}});
    }
  };
  add(pipeline.readers, all.readers);
  add(pipeline.steps, all.steps);
  add(pipeline.writers, all.writers);
  return all;
}

Status WriteRunSteps(const RunSteps& steps, std::span<const LayerSchema* const> schemas,
                     const fs::path& file) {
  v1::RunSteps message;
  message.set_pipeline(steps.pipeline);
  message.set_program(steps.program);
  Fill(steps.readers, *message.mutable_readers());
  Fill(steps.steps, *message.mutable_steps());
  Fill(steps.writers, *message.mutable_writers());
  for (const auto& keys : steps.keys) {
    v1::StateKeys& own = *message.add_keys();
    for (const std::string& key : keys) own.add_key(Hex(key));
  }
  for (const auto& [name, value] : steps.settings) {
    v1::RunSetting& setting = *message.add_settings();
    setting.set_name(name);
    setting.set_value(value);
  }
  std::vector<const LayerSchema*> own(schemas.begin(), schemas.end());
  own.erase(std::remove_if(own.begin(), own.end(), &IsStandard), own.end());
  std::string bytes;
  EncodeSchemas(own, bytes);
  message.mutable_schemas()->ParseFromString(bytes);
  json::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  bytes.clear();
  if (!json::MessageToJsonString(message, &bytes, options).ok())
    return Internal("the steps of the run can't be written as JSON");
  return WriteFile(file, bytes);
}

Result<StoredSteps> ReadRunSteps(const fs::path& file) {
  Result<std::string> bytes = ReadFile(file);
  if (!bytes.ok()) return std::move(bytes).status();
  v1::RunSteps message;
  Result<StoredSteps> stored = BadInput("it is no description of a run");
  if (json::JsonStringToMessage(*bytes, &message).ok()) stored = Take(message);
  if (stored.ok()) return stored;
  return std::move(stored).status().WithContext(file.string() + " is damaged");
}

}  // namespace koppel
