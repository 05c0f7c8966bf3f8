#include "explain_cache_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "command.h"
#include "forecast_text.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/provenance/program.h"
#include "koppel/runtime/forecast.h"
#include "own_writers.h"
#include "pipeline_options.h"
#include "printable.h"

namespace koppel {
namespace {

struct Flags {
  std::string pipeline;
  std::vector<std::string> inputs;
  std::string out = "out";
  std::vector<std::string> overrides;
  bool no_report = false;
  bool json = false;
};

constexpr char kHelp[] =
    "Examples:\n"
    "  koppel explain-cache pipelines/welzijn.yaml --out out\n"
    "  koppel explain-cache my.yaml --set text.dehyphenate.language=de --json\n\n"
    "Opens the components and reads the inputs, but runs no step and writes nothing.\n\n"
    "Exit status: 0 if it could tell, otherwise as of `koppel run`.\n";

int Tell(const Flags& flags, const Registry& registry) {
  const LoadedPipeline loaded = LoadWith(flags.pipeline, flags.overrides, registry);
  if (Told(flags.pipeline, loaded.problems)) return kExitRefused;
  RunOptions options;
  options.inputs = flags.inputs;
  options.out = flags.out;
  AddOwnWriters(!flags.no_report, options);
  const Result<Forecast> forecast =
      ForecastRun(loaded.pipeline, registry, options, ProgramDigest());
  if (!forecast.ok()) {
    fmt::print(stderr, "koppel explain-cache: {}\n", Printable(forecast.status().ToString()));
    return StatusOf(forecast.status());
  }
  fmt::print("{}", flags.json ? ForecastJson(*forecast) : ForecastText(*forecast));
  return kExitOk;
}

}  // namespace

void AddExplainCacheCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "explain-cache", "Say what a run would use again of earlier work, and why not the rest");
  command->footer(kHelp);
  command->add_option("PIPELINE", flags->pipeline, "Pipeline file (YAML)")->required();
  AddInputOption(*command, flags->inputs);
  command->add_option("-o,--out", flags->out, "Folder of the earlier run")->capture_default_str();
  AddSetOption(*command, flags->overrides);
  command->add_flag("--no-report", flags->no_report, "As of `koppel run`");
  command->add_flag("--json", flags->json, "As one JSON object");
  command->callback([&program, flags] { program.status = Tell(*flags, program.registry()); });
}

}  // namespace koppel
