#include "store/step_keys.h"

#include "koppel/bytes.h"
#include "koppel/io.h"

namespace koppel {

std::string DigestOf(const std::vector<std::string_view>& parts) {
  std::string bytes;
  for (const std::string_view part : parts) AppendText(part, bytes);
  return Sha256(bytes);
}

std::string TextOf(const StepIdentity& identity) {
  std::string text;
  for (const std::string* part : {&identity.id, &identity.component, &identity.plugin_sha256,
                                  &identity.params, &identity.when, &identity.on_error})
    AppendText(*part, text);
  for (const StepResource& resource : identity.resources) {
    AppendText(resource.name, text);
    AppendText(resource.sha256, text);
  }
  return text;
}

StepKeys::StepKeys(std::string_view program, const std::vector<std::string>& readers,
                   std::vector<std::string> steps, const std::vector<std::size_t>& observers) {
  for (std::string& identity : steps) steps_.push_back({std::move(identity), false, {}});
  for (const std::size_t step : observers) steps_[step].waits = true;
  for (const std::string& identity : readers) {
    keys_.push_back({DigestOf({program, identity})});
  }
  Extend();
}

void StepKeys::SetModel(std::size_t step, std::string_view digest) {
  steps_[step].model = digest;
  steps_[step].waits = false;
  Extend();
}

void StepKeys::Extend() {
  for (std::vector<std::string>& keys : keys_) {
    while (keys.size() <= steps_.size() && !steps_[keys.size() - 1].waits) {
      const StepPart& step = steps_[keys.size() - 1];
      keys.push_back(DigestOf({keys.back(), step.identity, step.model}));
    }
  }
}

std::string StepKeys::ModelKey(std::size_t step, std::string_view inputs) const {
  std::vector<std::string_view> parts = {inputs, steps_[step].identity};
  for (const std::vector<std::string>& keys : keys_) parts.push_back(keys[step]);
  return DigestOf(parts);
}

}  // namespace koppel
