#include "verify_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <limits>
#include <memory>

#include "command.h"
#include "diff_json.h"
#include "interrupt.h"
#include "koppel/diff/html_page.h"
#include "koppel/diff/recorded_run.h"
#include "koppel/diff/run_diff.h"
#include "koppel/io.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/provenance/export.h"
#include "koppel/provenance/program.h"
#include "koppel/runtime/quarantine_index.h"
#include "koppel/runtime/run.h"
#include "koppel/runtime/run_folder.h"
#include "koppel/runtime/sample.h"
#include "koppel/runtime/temporary_folder.h"
#include "own_writers.h"
#include "printable.h"
#include "run_documents.h"
#include "terminal_page.h"
#include "versions.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Flags {
  std::string run, html;
  double sample = 100;  // percent
  int threads = 0;
  DiffOptions options;
  bool json = false;
};

constexpr char kHelp[] =
    "Runs the pipeline again that RUN/run.json records, with its parameters and inputs, in a\n"
    "temporary folder and without the work that RUN keeps, and compares the digest of each "
    "document.\n"
    "Before that it looks whether the files in RUN are still what the run wrote.\n"
    "What observers learn is learned again, from the whole corpus, for a sample too.\n\n"
    "Examples:\n"
    "  koppel verify out\n"
    "  koppel verify out --sample 10%\n"
    "  koppel verify out --html difference.html\n\n"
    "Exit status:\n"
    "  0    every document came out the same\n"
    "  1    the run could not be done again, or a file can't be read or written\n"
    "  2    wrong usage, no run, or a pipeline, plugin or input that is not there any more\n"
    "  4    there are differences\n"
    "  130  stopped by Ctrl-C\n";

Result<Pipeline> LoadRecorded(const RecordedRun& recorded, const fs::path& folder,
                              const Registry& registry) {
  const fs::path file = folder / "pipeline.yaml";
  KOPPEL_RETURN_IF_ERROR(WriteFile(file, recorded.pipeline));
  LoadedPipeline loaded = LoadPipeline(file, registry);
  if (!loaded.problems.empty()) {
    const Status& why = loaded.problems.front().status;
    return Status(why.kind(), "the recorded pipeline can't be run any more: " + why.message());
  }
  // Parameters that name files are told relative to it.
  loaded.pipeline.file = recorded.file;
  return std::move(loaded.pipeline);
}

// What the run read in the place of originals.
Status CopyMended(const fs::path& run, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(run / kMendedFolder, error)) return Ok();
  fs::create_directories(to, error);
  fs::copy(run / kMendedFolder, to / kMendedFolder, fs::copy_options::recursive, error);
  if (!error) return Ok();
  return IoError(fmt::format("can't copy {}: {}", (run / kMendedFolder).string(), error.message()));
}

// `part` of the documents, 0 to 1.
Result<RunReport> RunAgain(const Flags& flags, double part, const RecordedRun& recorded,
                           const Pipeline& pipeline, const Registry& registry,
                           const fs::path& out) {
  KOPPEL_RETURN_IF_ERROR(CopyMended(flags.run, out));
  KeepOptions keep;
  keep.limit = std::numeric_limits<std::uint64_t>::max();
  keep.program = ProgramDigest();
  Result<std::unique_ptr<RunFolder>> folder = RunFolder::Open(out, keep);
  if (!folder.ok()) return std::move(folder).status();
  RunOptions options;
  options.inputs = recorded.inputs;
  options.out = out;
  options.threads = flags.threads;
  options.share = part;
  options.folder = folder->get();
  options.cancel = &WatchInterrupts();
  AddOwnWriters(false, options);
  Result<RunReport> report = Run(pipeline, registry, options);
  if (!report.ok()) return report;
  if (report->cancelled) return Status(ErrorKind::kCancelled, "stopped");
  if (!report->failure.ok()) {
    const Status& why = report->failure;
    return IoError("the run stopped: " + why.ToString());
  }
  KOPPEL_RETURN_IF_ERROR((*folder)->Complete(*report));
  return report;
}

std::vector<std::string> NotesOf(const RecordedRun& recorded, const Pipeline& pipeline,
                                 const Flags& flags) {
  std::vector<std::string> notes;
  const Result<std::string> today = Sha256OfFile(recorded.file);
  if (!today.ok()) {
    notes.push_back(
        fmt::format("the pipeline file {} is not there any more; what was recorded "
                    "was run",
                    recorded.file.string()));
  } else if (!recorded.file_sha256.empty() && Hex(*today) != recorded.file_sha256) {
    notes.push_back(fmt::format("the pipeline file {} has changed since; what was recorded was run",
                                recorded.file.string()));
  }
  const std::size_t observers = pipeline.Observers().size();
  if (flags.sample < 100 && observers > 0) {
    notes.push_back(fmt::format("what {} {} learned again from the whole corpus", observers,
                                observers == 1 ? "step learns was" : "steps learn was"));
  }
  return notes;
}

// Of the documents, 0 to 1; a sample of none would prove nothing.
double PartOf(const Flags& flags, const Side& side) {
  std::vector<std::string_view> ids;
  for (const SideDocument& document : side.documents) ids.push_back(document.id);
  return LeastPart(ids, flags.sample / 100);
}

void LeaveSample(Side& side, double part) {
  std::erase_if(side.documents,
                [part](const SideDocument& document) { return !InSample(document.id, part); });
}

Status Tell(const Flags& flags, const RunDiff& diff) {
  const bool color = ::isatty(STDOUT_FILENO) != 0;
  if (flags.json) {
    fmt::print("{}", DiffJson(diff));
  } else if (diff.different()) {
    fmt::print("{}", TerminalPage(diff, color));
  } else {
    fmt::print("{}: {} {} run again, all the same\n", Printable(diff.a), diff.equal,
               diff.equal == 1 ? "document" : "documents");
    for (const std::string& note : diff.notes) fmt::print("note: {}\n", Printable(note));
  }
  return flags.html.empty() ? Ok() : WriteHtmlPage(diff, flags.html);
}

Result<bool> Verify(const Flags& flags, const Registry& registry) {
  // The files must be what the run wrote before it matters whether it would write them again.
  if (Result<RunAccount> account = RunAccount::Read(flags.run); !account.ok())
    return std::move(account).status();
  Result<Side> then = OpenRunFolder(flags.run);
  if (!then.ok()) return std::move(then).status();
  const double part = PartOf(flags, *then);
  Result<RecordedRun> recorded = ReadRecordedRun(flags.run);
  if (!recorded.ok()) return std::move(recorded).status();
  const TemporaryFolder folder("koppel-verify");
  if (folder.path().empty()) return IoError("no temporary folder can be made");
  Result<Pipeline> pipeline = LoadRecorded(*recorded, folder.path(), registry);
  if (!pipeline.ok()) return std::move(pipeline).status();
  const fs::path out = folder.path() / "out";
  Result<RunReport> report = RunAgain(flags, part, *recorded, *pipeline, registry, out);
  if (!report.ok()) return std::move(report).status();
  Result<Side> now = OpenRunFolder(out);
  if (!now.ok()) return std::move(now).status();
  now->name = "run again";
  for (auto& [name, version] : LibraryVersions()) now->identity.versions.emplace(name, version);
  LeaveSample(*then, part);
  Result<RunDiff> diff = DiffRuns(*then, *now, flags.options);
  if (!diff.ok()) return std::move(diff).status();
  for (std::string& note : NotesOf(*recorded, *pipeline, flags))
    diff->notes.push_back(std::move(note));
  KOPPEL_RETURN_IF_ERROR(Tell(flags, *diff));
  return !diff->different();
}

int VerifyRun(const Flags& flags, const Registry& registry) {
  const Result<bool> equal = Verify(flags, registry);
  if (equal.ok()) return *equal ? kExitOk : kExitDrift;
  fmt::print(stderr, "koppel verify: {}\n", Printable(equal.status().ToString()));
  return StatusOf(equal.status());
}

}  // namespace

void AddVerifyCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "verify", "Run what a run did once more, and compare the documents");
  command->footer(kHelp);
  command->add_option("RUN", flags->run, "Folder of a run")->required();
  command
      ->add_option("--sample", flags->sample,
                   "Part of the documents in percent, chosen by their ids; one at least")
      ->transform([](std::string text) {
        if (text.ends_with('%')) text.pop_back();
        return text;
      })
      ->check(CLI::Range(0.0, 100.0))
      ->default_str("100%");
  command->add_option("-t,--threads", flags->threads, "Worker threads; 0: all cores")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command
      ->add_option("--examples", flags->options.examples,
                   "Most examples of each step, rule and layer")
      ->capture_default_str();
  command->add_option("--html", flags->html, "Write a self-contained page to this file as well");
  command->add_flag("--json", flags->json, "Print JSON, as `koppel diff` does");
  command->callback([&program, flags] { program.status = VerifyRun(*flags, program.registry()); });
}

}  // namespace koppel
