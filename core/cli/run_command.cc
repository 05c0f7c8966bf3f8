#include "run_command.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>

#include "command.h"
#include "interrupt.h"
#include "koppel/json/json_writer.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/provenance/lock_watch.h"
#include "koppel/provenance/program.h"
#include "koppel/runtime/preflight.h"
#include "koppel/runtime/quarantine_index.h"
#include "koppel/runtime/run.h"
#include "koppel/runtime/run_folder.h"
#include "locking.h"
#include "own_writers.h"
#include "pipeline_options.h"
#include "printable.h"
#include "progress_display.h"
#include "run_record.h"

namespace koppel {
namespace {

struct Flags {
  std::string pipeline;
  std::vector<std::string> inputs;
  std::string out = "out";
  int threads = 0;
  std::vector<std::string> overrides;
  bool quiet = false;
  bool log_json = false;
  bool no_report = false;
  bool strict = false;
  bool retry = false;
  KeepOptions keep;
  std::string lock;  // empty: none to keep to
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel run pipelines/welzijn.yaml --input pipelines/sample --out out\n"
    "  koppel run my.yaml --input 'corpus/**/*.txt' --threads 4 --set "
    "text.dehyphenate.language=nl\n"
    "  koppel run pipelines/welzijn.yaml --input pipelines/sample --locked\n"
    "  koppel run my.yaml --locked=nl.lock\n\n";

CLI::Validator NotEmpty() {
  return {[](std::string& value) { return std::string(value.empty() ? "it is empty" : ""); },
          "FOLDER"};
}

void SetUpLog(const Flags& flags) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("koppel"));
  if (flags.quiet) spdlog::set_level(spdlog::level::err);
  spdlog::set_pattern(flags.log_json ? R"({"level":"%l","message":%v})" : "%^%l%$: %v");
}

// The message as the log's format wants it; what a file is called can't steer the terminal.
std::string Line(const Flags& flags, const std::string& message) {
  return flags.log_json ? JsonOf(message) : Printable(message);
}

void LogReport(const Flags& flags, const RunReport& report) {
  for (const std::string& note : report.notes) spdlog::warn(Line(flags, note));
  for (const std::string& warning : report.warnings) spdlog::warn(Line(flags, warning));
  if (!report.ignored.empty()) {
    spdlog::info(Line(flags, fmt::format("{} files that no reader takes: {}", report.ignored.size(),
                                         fmt::join(report.ignored, ", "))));
  }
  constexpr std::size_t kMost = 20;
  for (std::size_t i = 0; i < report.quarantine.size() && i < kMost; ++i) {
    const Casualty& casualty = report.quarantine[i];
    spdlog::warn(Line(flags, fmt::format("quarantined {}: {}: {} [{}]", casualty.uri, casualty.step,
                                         casualty.reason, Name(casualty.kind))));
  }
  if (report.quarantined > kMost) {
    spdlog::warn(Line(
        flags, fmt::format("… and {} more in quarantine/index.jsonl", report.quarantined - kMost)));
  }
  if (!report.failure.ok()) spdlog::error(Line(flags, report.failure.ToString()));
}

int StatusOf(const RunReport& report) {
  if (report.cancelled) return kExitCancelled;
  const bool failed = !report.failure.ok();
  if (failed && report.failure.kind() == ErrorKind::kDrift) return kExitDrift;
  if (failed || !report.balanced()) return kExitFailed;
  return report.quarantined > 0 ? kExitQuarantined : kExitOk;
}

std::string Reused(const RunReport& report) {
  return report.reused == 0 ? "" : fmt::format("; {} as in an earlier run", report.reused);
}

const char* Ending(const RunReport& report) {
  if (report.cancelled) return " — stopped: this is not all";
  return report.failure.ok() ? "" : " — failed: this is not all";
}

void PrintSummary(const Pipeline& pipeline, const RunReport& report,
                  const std::filesystem::path& out, bool with_html) {
  fmt::print(
      "{}: {} read {} {} output + {} filtered + {} quarantined; {:.1f} MB in {:.2f} s ({} {}, {} "
      "{}){}{}\n",
      pipeline.name, report.read, report.balanced() ? "=" : "≠", report.output, report.filtered,
      report.quarantined, static_cast<double>(report.bytes) / 1e6, report.seconds, report.passes,
      report.passes == 1 ? "pass" : "passes", report.threads,
      report.threads == 1 ? "thread" : "threads", Reused(report), Ending(report));
  if (with_html) fmt::print("look at {}\n", (out / "report.html").string());
  if (report.quarantined > 0) fmt::print("see     koppel quarantine list {}\n", out.string());
}

void PrintUnchanged(const Pipeline& pipeline, const RunReport& report,
                    const std::filesystem::path& out) {
  fmt::print(
      "{}: nothing to do: {} holds this run, complete since {} ({} documents); --fresh does it "
      "again\n",
      pipeline.name, out.string(), report.since, report.read);
}

Result<RunReport> RunWithDisplay(const Flags& flags, const Pipeline& pipeline,
                                 const Registry& registry, RunOptions& options) {
  Progress progress;
  options.inputs = flags.inputs;
  options.out = flags.out;
  options.threads = flags.threads;
  options.cancel = &WatchInterrupts();
  options.progress = &progress;
  options.strict = flags.strict;
  options.retry = flags.retry;
  options.on_hang = [&flags](const std::string& message) {
    spdlog::error(Line(flags, message));
    std::_Exit(kExitFailed);
  };
  std::unique_ptr<ProgressDisplay> display;
  if (!flags.quiet && !flags.log_json) display = std::make_unique<ProgressDisplay>(progress);
  return Run(pipeline, registry, options);
}

// What the pipeline file is to blame for is told with its place there.
int Refuse(const Flags& flags, const Pipeline& pipeline, const Registry& registry,
           const Status& status) {
  std::vector<Problem> problems;
  const ErrorKind kind = status.kind();
  if (kind == ErrorKind::kInvalidParameter || kind == ErrorKind::kBadInput ||
      kind == ErrorKind::kIo) {
    problems = Preflight(pipeline, registry, !flags.inputs.empty());
  }
  if (Told(flags.pipeline, problems)) return kExitRefused;
  spdlog::error(Line(flags, status.ToString()));
  return koppel::StatusOf(status);
}

int RunPipeline(const Flags& flags, const Program& program) {
  const Registry& registry = program.registry();
  SetUpLog(flags);
  const LoadedPipeline loaded = LoadWith(flags.pipeline, flags.overrides, registry);
  if (Told(flags.pipeline, loaded.problems)) return kExitRefused;

  RunRecord record(program.arguments, flags.pipeline, flags.lock);
  RunOptions options;
  if (!flags.lock.empty()) {
    if (HasMended(flags.out)) {
      return Refuse(
          flags, loaded.pipeline, registry,
          {ErrorKind::kDrift,
           fmt::format("documents of {} are mended by hand, which the lock does not know: "
                       "mend the inputs and lock them again, or give another --out",
                       flags.out)});
    }
    Result<std::vector<InputFile>> inputs = CheckLock(
        {flags.pipeline, flags.inputs, flags.overrides, flags.lock}, loaded.pipeline, registry);
    if (!inputs.ok()) return Refuse(flags, loaded.pipeline, registry, inputs.status());
    options.extra_writers.push_back({"lock", std::make_unique<LockWatch>(*std::move(inputs))});
  }
  KeepOptions keep = flags.keep;
  keep.fresh = keep.fresh || flags.strict;  // only a step that runs can be watched
  keep.program = ProgramDigest();
  Result<std::unique_ptr<RunFolder>> folder = RunFolder::Open(flags.out, keep);
  if (!folder.ok()) return Refuse(flags, loaded.pipeline, registry, folder.status());
  options.folder = folder->get();
  const OwnWriters own = AddOwnWriters(!flags.no_report, options);
  Result<RunReport> report = RunWithDisplay(flags, loaded.pipeline, registry, options);
  if (!report.ok()) return Refuse(flags, loaded.pipeline, registry, report.status());
  LogReport(flags, *report);
  if (report->unchanged) {
    if (!flags.quiet) PrintUnchanged(loaded.pipeline, *report, flags.out);
    return StatusOf(*report);
  }
  Status written =
      record.Write(loaded.pipeline, *report, own.digests->RunDigest(), **folder, flags.out);
  if (own.page && written.ok()) written = own.page->WritePage(loaded.pipeline, *report, flags.out);
  if (written.ok()) written = (*folder)->Complete(*report);
  if (!written.ok()) {
    spdlog::error(Line(flags, written.ToString()));
    return kExitFailed;
  }
  if (!flags.quiet) PrintSummary(loaded.pipeline, *report, flags.out, !flags.no_report);
  return StatusOf(*report);
}

}  // namespace

void AddRunCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand("run", "Run a pipeline over files");
  command->footer(std::string(kExample) + kExitStatusHelp);
  command->add_option("PIPELINE", flags->pipeline, "Pipeline file (YAML)")->required();
  AddInputOption(*command, flags->inputs);
  command->add_option("-o,--out", flags->out, "Folder for everything that is written")
      ->check(NotEmpty())
      ->capture_default_str();
  command->add_option("-t,--threads", flags->threads, "Worker threads; 0: all cores")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  AddSetOption(*command, flags->overrides);
  command->add_flag(
      "--strict", flags->strict,
      "Do all of the work, and stop at a step that uses layers beyond what its component "
      "declares");
  command->add_flag("--locked{koppel.lock}", flags->lock,
                    "Read nothing unless everything is as `koppel lock` wrote it down "
                    "(--locked=FILE: in another file than koppel.lock)");
  command->add_flag("--no-report", flags->no_report, "Do not write report.html");
  command->add_flag("--retry", flags->retry, "Work again on what was quarantined");
  command->add_flag("--fresh", flags->keep.fresh,
                    "Do all of the work, also what the output folder holds from earlier runs");
  command
      ->add_option("--keep", flags->keep.limit,
                   "Bytes of earlier work to keep in OUT/.koppel for the next run; 0: none")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("4GB");
  command
      ->add_option("--part-size", flags->keep.part_bytes,
                   "Input after which work is made safe: what a killed run has to do again")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("8MB");
  command->add_flag("-q,--quiet", flags->quiet, "Only errors; no progress, no summary");
  command->add_flag("--log-json", flags->log_json, "Log lines as JSON objects on standard error");
  command->callback([&program, flags] { program.status = RunPipeline(*flags, program); });
}

}  // namespace koppel
