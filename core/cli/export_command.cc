#include "export_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <set>

#include "command.h"
#include "koppel/io.h"
#include "koppel/provenance/export.h"
#include "printable.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Flags {
  std::string run, out;
  CrateAbout about;
  std::string builder;
};

constexpr char kHelp[] =
    "Examples:\n"
    "  koppel export ro-crate out --license CC-BY-4.0 --agent 'A. de Vries "
    "<https://orcid.org/0000-0002-1825-0097>'\n"
    "  koppel export in-toto out\n";

constexpr char kCrateHelp[] =
    "The folder of the run becomes the crate, or, with --out, another one with a copy of all\n"
    "that the run wrote. Inputs are named by digest; they are not copied.\n\n"
    "Examples:\n"
    "  koppel export ro-crate out\n"
    "  koppel export ro-crate out --out crate --license CC-BY-4.0 --name 'Letters, repaired'\n\n";

constexpr char kStatementHelp[] =
    "An in-toto Statement v1 with SLSA provenance v1, to be signed by a tool of yours.\n\n"
    "Examples:\n"
    "  koppel export in-toto out\n"
    "  koppel export in-toto out --out - | jq .subject\n"
    "  koppel export in-toto out --builder https://example.org/cluster\n\n";

constexpr char kStatusHelp[] =
    "Exit status:\n"
    "  0    written\n"
    "  1    a file can't be read or written\n"
    "  2    wrong usage, no run, or one that can't be told\n"
    "  4    a file of the run is not what the run wrote\n";

// Copies what the run wrote into a folder that is empty or not there.
Status CopyRun(const RunAccount& account, const fs::path& to) {
  std::error_code error;
  if (fs::exists(to, error) && !fs::is_empty(to, error))
    return InvalidParameter(fmt::format("{} is not empty; give a new folder", to.string()));
  std::set<std::string> names;
  for (const ListedFile& output : account.outputs()) names.insert(output.path);
  for (const std::string& record : account.records()) names.insert(record);
  for (const std::string& name : names) {
    const fs::path target = to / name;
    fs::create_directories(target.parent_path(), error);
    if (!error) fs::copy_file(account.folder() / name, target, error);
    if (error)
      return IoError(fmt::format("can't copy {} to {}: {}", name, to.string(), error.message()));
  }
  return Ok();
}

Status ExportCrate(const Flags& flags) {
  Result<RunAccount> account = RunAccount::Read(flags.run);
  if (!account.ok()) return std::move(account).status();
  const fs::path folder = flags.out.empty() ? flags.run : flags.out;
  if (!flags.out.empty()) KOPPEL_RETURN_IF_ERROR(CopyRun(*account, folder));
  KOPPEL_RETURN_IF_ERROR(
      WriteFile(folder / kCrateMetadata, RoCrateMetadata(*account, flags.about)));
  fmt::print("{}\n", (folder / kCrateMetadata).string());
  if (flags.about.licence.empty())
    fmt::print(stderr, "no --license given: others can't know how they may use the crate\n");
  if (flags.about.agents.empty())
    fmt::print(stderr, "no --agent given: the crate does not say who ran it\n");
  return Ok();
}

Status ExportStatement(const Flags& flags) {
  Result<RunAccount> account = RunAccount::Read(flags.run);
  if (!account.ok()) return std::move(account).status();
  Result<std::string> statement = InTotoStatement(*account, flags.builder);
  if (!statement.ok()) return std::move(statement).status();
  if (flags.out == "-") {
    fmt::print("{}", *statement);
    return Ok();
  }
  const fs::path path = flags.out.empty() ? fs::path(flags.run) / kStatement : fs::path(flags.out);
  KOPPEL_RETURN_IF_ERROR(WriteFile(path, *statement));
  fmt::print("{}\n", path.string());
  return Ok();
}

int Finish(const char* name, const Status& status) {
  if (status.ok()) return kExitOk;
  fmt::print(stderr, "koppel export {}: {}\n", name, Printable(status.ToString()));
  return StatusOf(status);
}

void AddCrate(Program& program, CLI::App& parent) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = parent.add_subcommand("ro-crate", "As a Workflow Run RO-Crate");
  command->footer(std::string(kCrateHelp) + kStatusHelp);
  command->add_option("RUN", flags->run, "Folder that a run wrote")->required();
  command->add_option("-o,--out", flags->out, "New folder for the crate; default: RUN itself");
  command->add_option("--license", flags->about.licence,
                      "Of the crate: an SPDX identifier, a URL, or a sentence");
  command->add_option("--agent", flags->about.agents,
                      "Who ran it: 'Name' or 'Name <URL>'; repeatable");
  command->add_option("--name", flags->about.name, "Of the crate; default: the pipeline's name");
  command->add_option("--description", flags->about.description, "Of the crate");
  command->callback(
      [&program, flags] { program.status = Finish("ro-crate", ExportCrate(*flags)); });
}

void AddStatement(Program& program, CLI::App& parent) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = parent.add_subcommand("in-toto", "As an in-toto statement (SLSA provenance)");
  command->footer(std::string(kStatementHelp) + kStatusHelp);
  command->add_option("RUN", flags->run, "Folder that a run wrote")->required();
  command->add_option("-o,--out", flags->out,
                      "File for the statement; default: RUN/run.intoto.json; -: standard output");
  command->add_option("--builder", flags->builder,
                      "URI of who vouches for the machine that ran it");
  command->callback(
      [&program, flags] { program.status = Finish("in-toto", ExportStatement(*flags)); });
}

}  // namespace

void AddExportCommand(Program& program) {
  CLI::App* command = program.app.add_subcommand("export", "Tell others how a result came about");
  command->require_subcommand(1);
  command->footer(kHelp);
  AddCrate(program, *command);
  AddStatement(program, *command);
}

}  // namespace koppel
