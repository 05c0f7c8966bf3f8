#include "forecast_text.h"

#include <fmt/format.h>

#include "koppel/json/json_writer.h"
#include "wrap.h"

namespace koppel {
namespace {

std::string Documents(std::uint64_t number) {
  return fmt::format("{} document{}", number, number == 1 ? "" : "s");
}

// "1 input new, 2 changed"; of an observer that follows a changed step none may be.
std::string InputChanges(const Forecast& forecast) {
  std::string out;
  const auto add = [&out](std::uint64_t count, std::string_view what) {
    if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, what);
  };
  add(forecast.added, "new");
  add(forecast.changed, "changed");
  add(forecast.gone, "gone");
  return out.empty() ? "what it learned is not stored" : "inputs: " + out;
}

std::string Verdict(const Forecast& all, const StepForecast& forecast, const std::string& changed) {
  if (!forecast.reasons.empty()) return fmt::format("{}", fmt::join(forecast.reasons, "; "));
  if (forecast.follows) return "as before, but follows " + changed;
  if (!forecast.waits) return "as before";
  return fmt::format(
      "learns its model again ({}); if it comes out the same, the steps from here on are used "
      "again",
      InputChanges(all));
}

std::string Steps(const Forecast& all, const std::vector<StepForecast>& steps) {
  std::string out, changed;
  for (const StepForecast& forecast : steps) {
    const std::string& id = forecast.step.identity.id;
    out += Wrapped(fmt::format("  {:<20} ", id), 23, Verdict(all, forecast, changed));
    if (changed.empty() && !forecast.reasons.empty()) changed = id;
  }
  return out;
}

std::string Counts(const Forecast& forecast) {
  std::string out = fmt::format("{}\n", Documents(forecast.documents));
  const auto line = [&out](std::uint64_t count, const std::string& what) {
    if (count > 0) out += Wrapped(fmt::format("  {:>6}  ", count), 10, what);
  };
  line(forecast.whole, "used again whole");
  for (std::size_t i = forecast.steps.size(); i-- > 0;)
    line(forecast.steps[i].first, "from " + forecast.steps[i].step.identity.id + " on");
  std::uint64_t written = forecast.part;
  for (const StepForecast& step : forecast.steps) written -= step.first;
  line(written, "all of the steps, but not what was done after them");
  line(forecast.none, "not at all");
  if (forecast.added + forecast.changed + forecast.failed + forecast.gone > 0)
    out += "of these, against the run before\n";
  line(forecast.added, "new");
  line(forecast.changed, "changed");
  line(forecast.failed, "failed before, for what may not be the document's fault");
  line(forecast.gone, "gone, not counted above");
  return out;
}

void AddSteps(Json& json, std::string_view key, const std::vector<StepForecast>& steps) {
  json.Objects(key, steps, [&](const StepForecast& forecast) {
    json.Field("id", forecast.step.identity.id);
    json.Field("component", forecast.step.identity.component);
    json.Field("reasons", forecast.reasons);
    json.Field("follows", forecast.follows);
    json.Field("learns", forecast.waits);
    json.Field("stored", forecast.stored);
    json.Field("from_here", forecast.first);
  });
}

}  // namespace

std::string ForecastText(const Forecast& forecast) {
  std::string out;
  if (forecast.unchanged)
    out += fmt::format("nothing to do: this very run is complete since {}\n", forecast.since);
  for (const std::string& reason : forecast.reasons) out += Wrapped("", 2, reason);
  out +=
      "readers\n" + Steps(forecast, forecast.readers) + "steps\n" + Steps(forecast, forecast.steps);
  if (!forecast.writers.empty()) out += "writers\n" + Steps(forecast, forecast.writers);
  return out + Counts(forecast);
}

std::string ForecastJson(const Forecast& forecast) {
  Json json(1);
  json.Object([&] {
    json.Field("unchanged", forecast.unchanged);
    json.Field("since", forecast.since);
    json.Field("reasons", forecast.reasons);
    AddSteps(json, "readers", forecast.readers);
    AddSteps(json, "steps", forecast.steps);
    AddSteps(json, "writers", forecast.writers);
    json.Field("documents", forecast.documents);
    json.Field("whole", forecast.whole);
    json.Field("part", forecast.part);
    json.Field("none", forecast.none);
    json.Field("new", forecast.added);
    json.Field("changed", forecast.changed);
    json.Field("failed", forecast.failed);
    json.Field("gone", forecast.gone);
  });
  return json.Line();
}

}  // namespace koppel
