#include "trial_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "adopt_locale.h"
#include "command.h"
#include "interrupt.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/report/run_json.h"
#include "koppel/runtime/run.h"
#include "koppel/runtime/run_folder.h"
#include "own_writers.h"
#include "pipeline_options.h"

namespace koppel {
namespace {

struct Flags {
  std::string pipeline;
  std::vector<std::string> inputs;
  std::vector<std::string> overrides;
  std::string out;
  int threads = 1;
  std::size_t sample = 0;
  std::size_t steps = 0;
  std::ptrdiff_t reader = -1;
  std::ptrdiff_t writer = -1;
  bool no_writers = false;
  bool backwards = false;
  bool kept = false;
};

void KeepOnly(std::vector<Step>& steps, std::ptrdiff_t which) {
  if (which >= 0) steps = {steps.at(static_cast<std::size_t>(which))};
}

void Shorten(Pipeline& pipeline, const Flags& flags) {
  pipeline.steps.resize(std::min(flags.steps, pipeline.steps.size()));
  KeepOnly(pipeline.readers, flags.reader);
  KeepOnly(pipeline.writers, flags.writer);
  if (flags.no_writers) pipeline.writers.clear();
}

Status RunShort(const Flags& flags, const Pipeline& pipeline, const Registry& registry,
                RunFolder* folder = nullptr) {
  RunOptions options;
  options.folder = folder;
  options.inputs = flags.inputs;
  options.out = flags.out;
  options.threads = flags.threads;
  options.sample = flags.sample;
  options.backwards = flags.backwards;
  options.cancel = &WatchInterrupts();
  const OwnWriters own = AddOwnWriters(false, options);
  Result<RunReport> report = Run(pipeline, registry, options);
  if (!report.ok()) return std::move(report).status();
  if (report->cancelled) return {ErrorKind::kCancelled, "stopped"};
  KOPPEL_RETURN_IF_ERROR(std::move(report->failure));
  RunFacts facts;
  facts.digest = own.digests->RunDigest();
  return WriteRunJson(pipeline, *report, facts, flags.out);
}

// The second run finds everything in the first one's parts.
Status RunTwice(const Flags& flags, const Pipeline& pipeline, const Registry& registry) {
  KeepOptions keep;
  keep.part_bytes = 1;
  for (int i = 0; i < 2; ++i) {
    Result<std::unique_ptr<RunFolder>> folder = RunFolder::Open(flags.out, keep);
    if (!folder.ok()) return std::move(folder).status();
    KOPPEL_RETURN_IF_ERROR(RunShort(flags, pipeline, registry, folder->get()));
  }
  return Ok();
}

int RunTrial(const Flags& flags, const Registry& registry) {
  AdoptLocale();
  LoadedPipeline loaded = LoadWith(flags.pipeline, flags.overrides, registry);
  if (Told(flags.pipeline, loaded.problems)) return kExitRefused;
  Shorten(loaded.pipeline, flags);
  const Status status = flags.kept ? RunTwice(flags, loaded.pipeline, registry)
                                   : RunShort(flags, loaded.pipeline, registry);
  if (status.ok()) return kExitOk;
  fmt::print(stderr, "{}\n", status.ToString());
  return StatusOf(status);
}

}  // namespace

void AddTrialCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand("trial", "One run for check --determinism");
  command->group("");
  command->add_option("PIPELINE", flags->pipeline)->required();
  command->add_option("--input", flags->inputs)->take_all()->expected(1);
  command->add_option("--set", flags->overrides)->take_all()->expected(1);
  command->add_option("--out", flags->out)->required();
  command->add_option("--threads", flags->threads);
  command->add_option("--sample", flags->sample, "Files, evenly chosen");
  command->add_option("--steps", flags->steps, "How many of the first steps are run");
  command->add_option("--reader", flags->reader, "The only one, from 0");
  command->add_option("--writer", flags->writer, "The only one, from 0");
  command->add_flag("--no-writers", flags->no_writers);
  command->add_flag("--backwards", flags->backwards, "The files in reverse order");
  command->add_flag("--kept", flags->kept, "In small parts, and once more from what they keep");
  command->callback([&program, flags] { program.status = RunTrial(*flags, program.registry()); });
}

}  // namespace koppel
