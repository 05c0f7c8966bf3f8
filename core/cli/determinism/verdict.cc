#include "verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/json/json_writer.h"
#include "printable.h"

namespace koppel {
namespace {

// All that one step depends on; null: what did not show again.
struct Fault {
  const Step* step = nullptr;
  std::vector<std::string> circumstances;
  std::size_t differing = 0;  // at most
  std::string first;
};

std::vector<Fault> BySteps(const DeterminismReport& report) {
  std::vector<Fault> faults;
  for (const Dependence& dependence : report.dependences) {
    if (dependence.excused()) continue;
    const auto same = [&](const Fault& fault) { return fault.step == dependence.step; };
    auto fault = std::find_if(faults.begin(), faults.end(), same);
    if (fault == faults.end())
      fault = faults.insert(faults.end(), {dependence.step, {}, 0, dependence.first});
    fault->circumstances.push_back(dependence.circumstances.name);
    fault->differing = std::max(fault->differing, dependence.differing);
  }
  return faults;
}

std::string Told(const Fault& fault, std::size_t documents) {
  const bool one = fault.differing == 1;
  const std::string extent =
      fault.step && fault.step->component->role == Role::kWriter
          ? fmt::format("{} {}", fault.differing, one ? "file differs" : "files differ")
          : fmt::format("{} of {} documents {}", fault.differing, documents,
                        one ? "differs" : "differ");
  return fmt::format("{} with {}; the first is {}", extent, fmt::join(fault.circumstances, ", "),
                     Printable(fault.first));
}

Problem ProblemOf(const Fault& fault, std::size_t documents) {
  const std::string told = Told(fault, documents);
  if (!fault.step) {
    return {{},
            {ErrorKind::kDrift,
             told + "; it did not show again when fewer steps ran, so no step can be named"}};
  }
  const Step& step = *fault.step;
  const std::string name =
      step.id == step.component->id ? step.id : fmt::format("{} ({})", step.id, step.component->id);
  return {step.location,
          {ErrorKind::kDrift,
           fmt::format("{} declares itself deterministic and is not: {}", name, told)}};
}

}  // namespace

std::vector<std::string> Faults(const std::filesystem::path& file,
                                const DeterminismReport& report) {
  std::vector<std::string> lines;
  for (const Fault& fault : BySteps(report))
    lines.push_back(Describe(file, ProblemOf(fault, report.documents)));
  return lines;
}

std::string Summary(const std::filesystem::path& file, const DeterminismReport& report) {
  std::string text = fmt::format("{}: {} {}\n", file.string(), report.documents,
                                 report.documents == 1 ? "document" : "documents");
  for (const Circumstances& circumstances : report.same)
    text += fmt::format("  same       {}\n", circumstances.name);
  for (const Dependence& dependence : report.dependences) {
    text += fmt::format("  {}  {}: {}{}\n", dependence.excused() ? "excused  " : "DIFFERENT",
                        dependence.circumstances.name, dependence.differing,
                        dependence.step ? ", first at " + dependence.step->id : std::string());
  }
  for (const Dependence& dependence : report.dependences) {
    if (!dependence.excused()) continue;
    text += fmt::format(
        "{} does not claim to be deterministic; with {} the steps after it could not "
        "be judged\n",
        dependence.step->id, dependence.circumstances.name);
  }
  return text;
}

std::string ToJson(const std::filesystem::path& file, const DeterminismReport& report) {
  Json json;
  json.Object([&] {
    json.Field("file", file.string());
    json.Field("ok", report.good());
    json.Field("documents", report.documents);
    json.Array("same", report.same,
               [&](const Circumstances& circumstances) { json.Value(circumstances.name); });
    json.Objects("different", report.dependences, [&](const Dependence& dependence) {
      json.Field("with", dependence.circumstances.name);
      json.Key("step");
      dependence.step ? json.Value(dependence.step->id) : json.Value(nullptr);
      json.Key("component");
      dependence.step ? json.Value(dependence.step->component->id) : json.Value(nullptr);
      json.Field("excused", dependence.excused());
      json.Field("differing", dependence.differing);
      json.Field("first", dependence.first);
    });
  });
  return std::string(json.text());
}

}  // namespace koppel
