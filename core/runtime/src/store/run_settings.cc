#include "store/run_settings.h"

#include <fmt/format.h>

namespace koppel {
namespace {

void AddLimits(const std::string& of, const Limits& limits, RunSettings& settings) {
  std::string text;
  if (limits.seconds > 0) text = fmt::format("{} s", limits.seconds);
  if (limits.megabytes > 0)
    text += fmt::format("{}{} MB", text.empty() ? "" : ", ", limits.megabytes);
  if (!text.empty()) settings["limits of " + of] = std::move(text);
}

}  // namespace

RunSettings SettingsOf(const Pipeline& pipeline) {
  RunSettings settings = {{"order", std::string(Name(pipeline.order))},
                          {"max_rate", fmt::to_string(pipeline.max_error_rate)},
                          {"after", fmt::to_string(pipeline.max_error_rate_after)}};
  for (const auto* steps : {&pipeline.readers, &pipeline.steps}) {
    for (const Step& step : *steps) AddLimits(step.id, step.limits, settings);
  }
  // No step can have a blank in its id.
  AddLimits("all steps", pipeline.document_limits, settings);
  return settings;
}

}  // namespace koppel
