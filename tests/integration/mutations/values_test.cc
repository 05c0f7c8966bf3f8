// A wrong text in any parameter of any component is refused at its place, by the host or by the
// component.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "koppel/runtime/preflight.h"
#include "mutant_run.h"

namespace koppel {
namespace {

constexpr char kWrong[] = "qwrtzx";

// Texts that may be anything: names of fields of the user's records, and of files to write.
bool MayBeAnything(const ComponentInfo& component, const ParamInfo& param) {
  if (component.id == "read.jsonl" && !param.path) return true;
  return component.role == Role::kWriter && (param.name == "path" || param.name == "folder");
}

bool IsText(const ParamInfo& param) {
  return param.type() == ParamType::kString || param.type() == ParamType::kStrings;
}

// A pipeline of hardly more than the component, with one wrong value, on line 3.
std::string WithWrong(const ComponentInfo& component, const ParamInfo& param) {
  const bool list = param.type() == ParamType::kStrings;
  // A table needs layers before anything else of it is looked at.
  const bool table = FindParam(component.params, "layers").ok() && param.name != "layers";
  const std::string step =
      fmt::format("{{use: {}, with: {{{}: {}{}{}{}}}}}", component.id, param.name, list ? "[" : "",
                  kWrong, list ? "]" : "", table ? ", layers: [token]" : "");
  if (component.role == Role::kReader) {
    return "koppel: 1\nsteps: []\nread: " + step + "\nwrite: {use: write.text}\n";
  }
  const std::string read = "koppel: 1\nread: {use: read.text, with: {paths: [in]}}\n";
  if (component.role == Role::kWriter) return read + "write: " + step + "\n";
  return read + "steps: [" + step + "]\nwrite: {use: write.text}\n";
}

std::vector<Problem> Problems(const std::filesystem::path& file) {
  LoadedPipeline loaded = LoadPipeline(file, InstalledPlugins());
  const auto unmet = [](const Problem& problem) {
    return problem.status.kind() == ErrorKind::kUnmetLayer;
  };
  const bool readable = std::all_of(loaded.problems.begin(), loaded.problems.end(), unmet);
  if (!readable) return std::move(loaded.problems);
  return Preflight(loaded.pipeline, InstalledPlugins());
}

TEST_CASE("a wrong text in any parameter of any component is refused at its place") {
  const Workshop workshop;
  workshop.Write("in/a.txt", "goed");
  std::size_t tried = 0;
  for (const ComponentInfo* component : InstalledPlugins().components()) {
    for (const ParamInfo& param : component->params) {
      if (!IsText(param) || MayBeAnything(*component, param)) continue;
      INFO(component->id << " " << param.name);
      ++tried;
      const std::vector<Problem> problems =
          Problems(workshop.Write("p.yaml", WithWrong(*component, param)));
      for (const Problem& problem : problems) UNSCOPED_INFO(Describe("p", problem));
      CHECK(std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        const bool names = problem.status.message().find(kWrong) != std::string::npos;
        return problem.location.line == 3 && problem.location.column > 20 && names;
      }));
    }
  }
  CHECK(tried > 25);
}

}  // namespace
}  // namespace koppel
