#include "koppel/runtime/step_identity.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <tuple>

namespace koppel {
namespace {

// Without blanks, keys in order of their bytes, numbers in their shortest form.
class CanonicalJson {
 public:
  CanonicalJson() : writer_(buffer_) { writer_.StartObject(); }

  // Precondition: called in order of key.
  void Field(std::string_view key, const ParamValue& value) {
    writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    std::visit([this](const auto& held) { Put(held); }, value);
  }
  std::string Finish() {
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void Put(bool value) { writer_.Bool(value); }
  void Put(std::int64_t value) { writer_.Int64(value); }
  void Put(double value) { writer_.Double(value); }
  void Put(const std::string& value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void Put(const std::vector<std::string>& values) {
    writer_.StartArray();
    for (const std::string& value : values) Put(value);
    writer_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

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
  CanonicalJson json;
  for (const auto& [name, value] : step.params) {
    if (step.component->role == Role::kReader && name == "paths") continue;
    json.Field(name, NamesFiles(*step.component, name) ? Relative(value, folder) : value);
  }
  return json.Finish();
}

std::string When(const Condition& when) {
  CanonicalJson json;
  if (when.language) json.Field("language", *when.language);
  auto metadata = when.metadata;
  std::sort(metadata.begin(), metadata.end());
  for (const auto& [key, value] : metadata) json.Field("metadata." + key, value);
  return json.Finish();
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
