#include "lock_command.h"

#include <fmt/format.h>

#include <memory>

#include "command.h"
#include "koppel/io.h"
#include "koppel/runtime/preflight.h"
#include "locking.h"
#include "pipeline_options.h"
#include "printable.h"

namespace koppel {
namespace {

struct Flags {
  LockRequest request;
  bool check = false;
};

constexpr char kHelp[] =
    "Writes the digests of the pipeline file, the program, plugins, dictionaries and other data, "
    "and\n"
    "inputs, all parameters, and the versions that results depend on. `koppel run --locked` reads\n"
    "nothing unless all of it is the same. Paths are relative to the lock file where they are of "
    "the\n"
    "same project, so that the project's folder can be moved.\n\n"
    "Examples:\n"
    "  koppel lock pipelines/welzijn.yaml --input pipelines/sample\n"
    "  koppel lock my.yaml --set text.dehyphenate.language=nl --out nl.lock\n"
    "  koppel lock pipelines/welzijn.yaml --input pipelines/sample --check\n\n"
    "Exit status:\n"
    "  0    written, or with --check nothing drifted\n"
    "  1    a file can't be read or written\n"
    "  2    wrong usage, pipeline file, parameter, plugin or lock file\n"
    "  4    --check: something is not as locked\n";

Status Write(const LockRequest& request, const Lock& lock) {
  return WriteFile(request.file, ToText(lock));
}

std::string Summary(const Lock& lock) {
  std::string text;
  for (const LockSection section : {LockSection::kInputs, LockSection::kPlugins,
                                    LockSection::kResources, LockSection::kParameters}) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", lock.sections.at(section).size(),
                        Name(section));
  }
  return text;
}

// A lock that says the same stays as it is: since when it holds is part of what it says.
Status TakeAndWrite(const LockRequest& request, const Pipeline& pipeline, const Registry& registry,
                    const std::vector<Resource>& resources) {
  Result<Lock> lock = TakeLock(ScopeOf(request, pipeline, registry), resources);
  if (!lock.ok()) return std::move(lock).status();
  const Result<Lock> former = ReadLock(request.file);
  if (former.ok() && Compare(*former, *lock).empty()) {
    fmt::print("{}: unchanged since {} ({})\n", request.file, former->since, Summary(*former));
    return Ok();
  }
  KOPPEL_RETURN_IF_ERROR(Write(request, *lock));
  fmt::print("{}: {}\n", request.file, Summary(*lock));
  return Ok();
}

Status LockOrCheck(const Flags& flags, const Pipeline& pipeline, const Registry& registry,
                   std::vector<Problem>& problems) {
  if (flags.check) {
    Result<std::vector<InputFile>> inputs = CheckLock(flags.request, pipeline, registry);
    if (inputs.ok()) fmt::print("{}: nothing drifted\n", flags.request.file);
    return inputs.ok() ? Ok() : std::move(inputs).status();
  }
  std::vector<Resource> resources;
  problems = Preflight(pipeline, registry, !flags.request.inputs.empty(), &resources);
  if (!problems.empty()) return Ok();
  return TakeAndWrite(flags.request, pipeline, registry, resources);
}

int LockPipeline(const Flags& flags, const Registry& registry) {
  LoadedPipeline loaded = LoadWith(flags.request.pipeline, flags.request.overrides, registry);
  std::vector<Problem>& problems = loaded.problems;
  Status status;
  if (problems.empty()) status = LockOrCheck(flags, loaded.pipeline, registry, problems);
  if (Told(flags.request.pipeline, problems)) return kExitRefused;
  if (status.ok()) return kExitOk;
  fmt::print(stderr, "koppel lock: {}\n", Printable(status.ToString()));
  return StatusOf(status);
}

}  // namespace

void AddLockCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  LockRequest& request = flags->request;
  request.file = kLockFile;
  CLI::App* command =
      program.app.add_subcommand("lock", "Write down by digest all that a run's result depends on");
  command->footer(kHelp);
  command->add_option("PIPELINE", request.pipeline, "Pipeline file (YAML)")->required();
  AddInputOption(*command, request.inputs);
  command->add_option("-o,--out", request.file, "The lock file")->capture_default_str();
  AddSetOption(*command, request.overrides);
  command->add_flag("--check", flags->check,
                    "Write nothing; say what is not as locked (a step for continuous integration)");
  command->callback(
      [&program, flags] { program.status = LockPipeline(*flags, program.registry()); });
}

}  // namespace koppel
