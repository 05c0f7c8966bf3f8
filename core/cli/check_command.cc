#include "check_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "child_trial.h"
#include "command.h"
#include "interrupt.h"
#include "koppel/json/json_writer.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/provenance/determinism.h"
#include "koppel/runtime/preflight.h"
#include "koppel/runtime/temporary_folder.h"
#include "pipeline_options.h"
#include "verdict.h"

namespace koppel {
namespace {

struct Flags {
  std::vector<std::string> files;
  std::vector<std::string> overrides;
  bool json = false;
  bool determinism = false;
  std::vector<std::string> inputs;
  std::size_t sample = 100;
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel check pipelines/welzijn.yaml\n"
    "  koppel check --json pipelines/*.yaml\n"
    "  koppel check --determinism pipelines/welzijn.yaml --input corpus --sample 50\n\n"
    "Exit status:\n"
    "  0    every file is good; with --determinism: and no component depends on what it must not\n"
    "  1    a run for --determinism failed\n"
    "  2    a file is not good, or a component that declares itself deterministic is not\n"
    "  130  stopped by Ctrl-C\n";

struct Checked {
  const std::string& file;
  LoadedPipeline loaded;
  bool good() const { return loaded.problems.empty(); }
};

void Print(const Checked& checked) {
  for (const Problem& problem : checked.loaded.problems) {
    fmt::print(stderr, "{}\n", Describe(checked.file, problem));
  }
  if (!checked.good()) return;
  const Pipeline& pipeline = checked.loaded.pipeline;
  const auto count = [](std::size_t number, std::string_view what, std::string_view plural) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : plural);
  };
  fmt::print(
      "{}: ok ({}, {}, {}, {})\n", checked.file, count(pipeline.readers.size(), "reader", "s"),
      count(pipeline.steps.size(), "step", "s"), count(pipeline.writers.size(), "writer", "s"),
      count(pipeline.Observers().size() + 1, "pass", "es"));
}

std::string Written(const std::vector<Checked>& all) {
  Json json;
  json.Array(all, [&](const Checked& checked) {
    const Pipeline& pipeline = checked.loaded.pipeline;
    json.Object([&] {
      json.Field("file", checked.file);
      json.Field("ok", checked.good());
      if (checked.good()) {
        json.Field("name", pipeline.name);
        json.Field("readers", pipeline.readers.size());
        json.Field("steps", pipeline.steps.size());
        json.Field("writers", pipeline.writers.size());
        json.Field("passes", pipeline.Observers().size() + 1);
      }
      json.Objects("problems", checked.loaded.problems, [&](const Problem& problem) {
        if (problem.location.line > 0) {
          json.Field("line", problem.location.line);
          json.Field("column", problem.location.column);
        }
        json.Field("kind", Name(problem.status.kind()));
        json.Field("message", problem.status.message());
      });
    });
  });
  return json.Line();
}

LoadedPipeline LoadForCheck(const Flags& flags, const std::string& file, const Registry& registry) {
  LoadedPipeline loaded = LoadWith(file, flags.overrides, registry);
  if (loaded.problems.empty())
    loaded.problems = Preflight(loaded.pipeline, registry, !flags.inputs.empty());
  return loaded;
}

int CheckFiles(const Flags& flags, const Registry& registry) {
  std::vector<Checked> all;
  bool good = true;
  for (const std::string& file : flags.files) {
    all.push_back({file, LoadForCheck(flags, file, registry)});
    good = good && all.back().good();
    if (!flags.json) Print(all.back());
  }
  if (flags.json) fmt::print("{}", Written(all));
  return good ? kExitOk : kExitRefused;
}

// --- determinism
// ---------------------------------------------------------------------------------------------

Result<DeterminismReport> Compare(const Flags& flags, const std::string& file,
                                  const Pipeline& pipeline) {
  const TemporaryFolder folder("koppel-determinism");
  if (folder.path().empty()) return IoError("can't make a temporary folder");
  const TrialInput input{file, flags.inputs, flags.overrides, flags.sample};
  return CheckDeterminism(pipeline, UsualCircumstances(), ChildTrial(input, folder.path()));
}

int CheckDeterminismOf(const Flags& flags, const std::string& file, const Registry& registry) {
  const Checked checked{file, LoadForCheck(flags, file, registry)};
  if (!checked.good()) {
    Print(checked);
    return kExitRefused;
  }
  const Result<DeterminismReport> report = Compare(flags, file, checked.loaded.pipeline);
  if (!report.ok()) {
    fmt::print(stderr, "koppel check: {}: {}\n", file, report.status().ToString());
    return StatusOf(report.status());
  }
  for (const std::string& fault : Faults(file, *report)) fmt::print(stderr, "{}\n", fault);
  fmt::print("{}", flags.json ? ToJson(file, *report) + "\n" : Summary(file, *report));
  return report->good() ? kExitOk : kExitRefused;
}

int Check(const Flags& flags, const Registry& registry) {
  if (!flags.determinism) return CheckFiles(flags, registry);
  // A first Ctrl-C goes to the trial too, which ends it, and this command by that.
  WatchInterrupts();
  int worst = kExitOk;
  for (const std::string& file : flags.files) {
    const int status = CheckDeterminismOf(flags, file, registry);
    if (status == kExitCancelled) return status;
    worst = std::max(worst, status);
  }
  return worst;
}

}  // namespace

void AddCheckCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand("check", "Say what is wrong with pipeline files");
  command->footer(kExample);
  command->add_option("PIPELINE", flags->files, "Pipeline files (YAML)")->required();
  AddSetOption(*command, flags->overrides);
  command->add_flag("--json", flags->json, "Print the findings as JSON on standard output");
  CLI::Option* determinism = command->add_flag(
      "--determinism", flags->determinism,
      "Run a sample with other threads, orders, locales and time zones, and compare");
  AddInputOption(*command, flags->inputs)->needs(determinism);
  command->add_option("--sample", flags->sample, "Files to run over, evenly chosen; 0: all of them")
      ->capture_default_str()
      ->needs(determinism);
  command->callback([&program, flags] { program.status = Check(*flags, program.registry()); });
}

}  // namespace koppel
