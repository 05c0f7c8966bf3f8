#include "verdict.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

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

class Json {
 public:
  std::string Write(const std::filesystem::path& file, const DeterminismReport& report) {
    writer_.SetIndent(' ', 2);
    writer_.StartObject();
    Field("file", file.string());
    Flag("ok", report.good());
    Number("documents", report.documents);
    writer_.Key("same");
    writer_.StartArray();
    for (const Circumstances& circumstances : report.same) String(circumstances.name);
    writer_.EndArray();
    writer_.Key("different");
    writer_.StartArray();
    for (const Dependence& dependence : report.dependences) Write(dependence);
    writer_.EndArray();
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void Write(const Dependence& dependence) {
    writer_.StartObject();
    Field("with", dependence.circumstances.name);
    writer_.Key("step");
    dependence.step ? String(dependence.step->id) : void(writer_.Null());
    writer_.Key("component");
    dependence.step ? String(dependence.step->component->id) : void(writer_.Null());
    Flag("excused", dependence.excused());
    Number("differing", dependence.differing);
    Field("first", dependence.first);
    writer_.EndObject();
  }

  void String(const std::string& value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void Field(const char* name, const std::string& value) { writer_.Key(name), String(value); }
  void Flag(const char* name, bool value) { writer_.Key(name), writer_.Bool(value); }
  void Number(const char* name, std::size_t value) { writer_.Key(name), writer_.Uint64(value); }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

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
  return Json().Write(file, report);
}

}  // namespace koppel
