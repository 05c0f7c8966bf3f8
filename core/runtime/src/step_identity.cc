#include "koppel/runtime/step_identity.h"

#include <algorithm>
#include <tuple>

#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

ParamValue Relative(ParamValue value, const std::filesystem::path& folder) {
  const auto shorten = [&folder](std::string& path) {
    if (!path.empty()) path = PathFrom(folder, path);
  };
  if (auto* path = std::get_if<std::string>(&value)) shorten(*path);
  if (auto* paths = std::get_if<std::vector<std::string>>(&value))
    std::for_each(paths->begin(), paths->end(), shorten);
  return value;
}

bool NamesFiles(const ComponentInfo& component, std::string_view param) {
  return std::any_of(component.params.begin(), component.params.end(),
                     [&](const ParamInfo& info) { return info.path && info.name == param; });
}

std::string Params(const Step& step, const std::filesystem::path& folder) {
  CompactJson json;
  json.Object([&] {
    for (const auto& [name, value] : step.params) {
      if (step.component->role == Role::kReader && name == "paths") continue;
      json.Field(name, NamesFiles(*step.component, name) ? Relative(value, folder) : value);
    }
  });
  return std::string(json.text());
}

std::string When(const Condition& when) {
  auto metadata = when.metadata;
  std::sort(metadata.begin(), metadata.end());
  CompactJson json;
  json.Object([&] {
    if (when.language) json.Field("language", *when.language);
    for (const auto& [key, value] : metadata) json.Field("metadata." + key, value);
  });
  return std::string(json.text());
}

std::vector<StepResource> ResourcesOf(const Step& step, const std::vector<Resource>& resources) {
  const std::filesystem::path folder = step.component->plugin->library.parent_path();
  std::vector<StepResource> own;
  for (const Resource& resource : resources) {
    const auto& steps = resource.steps;
    if (std::find(steps.begin(), steps.end(), step.id) == steps.end()) continue;
    own.push_back({PathFrom(folder, resource.path), resource.sha256});
  }
  std::sort(own.begin(), own.end(), [](const StepResource& a, const StepResource& b) {
    return std::tie(a.name, a.sha256) < std::tie(b.name, b.sha256);
  });
  return own;
}

}  // namespace

std::vector<StepIdentity> StepIdentities(const Pipeline& pipeline,
                                         const std::vector<Resource>& resources) {
  const std::filesystem::path folder = pipeline.file.parent_path();
  std::vector<StepIdentity> identities;
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    for (const Step& step : *steps) {
      identities.push_back({step.id, step.component->id, step.component->plugin->sha256,
                            Params(step, folder), When(step.when), std::string(Name(step.on_error)),
                            ResourcesOf(step, resources)});
    }
  }
  return identities;
}

std::string PathFrom(const std::filesystem::path& folder, const std::filesystem::path& path) {
  std::error_code error;
  const auto whole = std::filesystem::absolute(path, error).lexically_normal();
  const auto base = std::filesystem::absolute(folder, error).lexically_normal();
  const auto relative = whole.lexically_relative(base);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return (below ? relative : whole).generic_string();
}

}  // namespace koppel
