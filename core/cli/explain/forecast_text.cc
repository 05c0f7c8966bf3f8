#include "forecast_text.h"

#include <fmt/format.h>

#include "json_writer.h"
#include "wrap.h"

namespace koppel {
namespace {

std::string Documents(std::uint64_t number) {
  return fmt::format("{} document{}", number, number == 1 ? "" : "s");
}

std::string Verdict(const StepForecast& forecast, const std::string& changed) {
  if (!forecast.reasons.empty()) return fmt::format("{}", fmt::join(forecast.reasons, "; "));
  if (forecast.follows) return "as before, but follows " + changed;
  if (forecast.waits)
    return "learns its model again, since the inputs or what comes before changed; if it comes out "
           "the same, the steps after it are used again";
  return "as before";
}

std::string Steps(const std::vector<StepForecast>& steps) {
  std::string out, changed;
  for (const StepForecast& forecast : steps) {
    const std::string& id = forecast.step.identity.id;
    out += Wrapped(fmt::format("  {:<20} ", id), 23, Verdict(forecast, changed));
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
  json.Array(key, steps, [&](const StepForecast& forecast) {
    json.Object([&] {
      json.Field("id", forecast.step.identity.id);
      json.Field("component", forecast.step.identity.component);
      json.Array("reasons", forecast.reasons, [&](const std::string& one) { json.Text(one); });
      json.Bool("follows", forecast.follows);
      json.Bool("learns", forecast.waits);
      json.Number("stored", forecast.stored);
      json.Number("from_here", forecast.first);
    });
  });
}

}  // namespace

std::string ForecastText(const Forecast& forecast) {
  std::string out;
  if (forecast.unchanged)
    out += fmt::format("nothing to do: this very run is complete since {}\n", forecast.since);
  for (const std::string& reason : forecast.reasons) out += Wrapped("", 2, reason);
  out += "readers\n" + Steps(forecast.readers) + "steps\n" + Steps(forecast.steps);
  if (!forecast.writers.empty()) out += "writers\n" + Steps(forecast.writers);
  return out + Counts(forecast);
}

std::string ForecastJson(const Forecast& forecast) {
  Json json;
  json.Object([&] {
    json.Bool("unchanged", forecast.unchanged);
    json.Field("since", forecast.since);
    json.Array("reasons", forecast.reasons, [&](const std::string& one) { json.Text(one); });
    AddSteps(json, "readers", forecast.readers);
    AddSteps(json, "steps", forecast.steps);
    AddSteps(json, "writers", forecast.writers);
    json.Number("documents", forecast.documents);
    json.Number("whole", forecast.whole);
    json.Number("part", forecast.part);
    json.Number("none", forecast.none);
    json.Number("new", forecast.added);
    json.Number("changed", forecast.changed);
    json.Number("failed", forecast.failed);
    json.Number("gone", forecast.gone);
  });
  return json.Finish();
}

}  // namespace koppel
