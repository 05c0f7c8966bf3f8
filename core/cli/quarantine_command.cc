#include "quarantine_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "koppel/provenance/shell_word.h"
#include "koppel/runtime/quarantine_index.h"
#include "koppel/runtime/stored_run.h"
#include "pipeline_options.h"
#include "printable.h"
#include "quarantine_view.h"
#include "replay.h"

namespace koppel {
namespace {

struct Flags {
  std::string run;
  std::string document;
  std::vector<std::string> overrides;
  bool json = false;
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel quarantine list out\n"
    "  koppel quarantine show out letters/12\n"
    "  koppel quarantine replay out\n\n"
    "Mend the files in OUT/quarantine, or the originals, and replay: what is good now takes its\n"
    "place in the output; all other documents are used as they are.\n\n"
    "Exit status of list and show:\n"
    "  0    told, also where nothing was put aside\n"
    "  1    a file can't be read\n"
    "  2    wrong usage, no such document, or a damaged index\n"
    "replay ends as `koppel run` does.\n";

int Fail(const Status& status) {
  fmt::print(stderr, "{}\n", Printable(status.ToString()));
  return StatusOf(status);
}

int List(const Flags& flags) {
  const Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(flags.run);
  if (!entries.ok()) return Fail(entries.status());
  const std::string text =
      flags.json ? QuarantineJson(*entries) : QuarantineTable(*entries, flags.run);
  std::fputs(text.c_str(), stdout);
  return kExitOk;
}

int Show(const Flags& flags) {
  const Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(flags.run);
  if (!entries.ok()) return Fail(entries.status());
  std::vector<std::string_view> ids;
  for (const QuarantineEntry& entry : *entries) {
    if (entry.document == flags.document) {
      const std::string text =
          flags.json ? QuarantineJson({entry}) : QuarantineDetails(entry, flags.run);
      std::fputs(text.c_str(), stdout);
      return kExitOk;
    }
    ids.push_back(entry.document);
  }
  return Fail(NoSuchDocument(flags.document, ids));
}

// Becomes the program that runs again.
int Replay(const Flags& flags) {
  const Result<RecordedCommand> command = ReplayOf(flags.run, flags.overrides);
  if (!command.ok()) return Fail(command.status());
  std::string line;
  for (const std::string& word : command->arguments) line += " " + ShellWord(word);
  fmt::print(stderr, "in {}:{}\n", Printable(command->folder), Printable(line));
  std::error_code error;
  std::filesystem::current_path(command->folder, error);
  if (error) {
    return Fail(BadInput(fmt::format("the run was started in {}, which is not there any more: {}",
                                     command->folder, error.message())));
  }
  std::vector<char*> words;
  for (const std::string& word : command->arguments)
    words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv("/proc/self/exe", words.data());
  return Fail(IoError(fmt::format("can't start the program again: {}", std::strerror(errno))));
}

}  // namespace

void AddQuarantineCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command =
      program.app.add_subcommand("quarantine", "List, show and replay what a run put aside");
  command->require_subcommand(1);
  command->footer(kExample);

  CLI::App* list = command->add_subcommand("list", "Every document with step and reason");
  CLI::App* show = command->add_subcommand("show", "One document: why, and its bytes");
  CLI::App* replay = command->add_subcommand(
      "replay", "Run again as before; the documents that were put aside get another chance");
  for (CLI::App* each : {list, show, replay}) {
    each->add_option("RUN", flags->run, "Output folder of the run")
        ->required()
        ->check(CLI::ExistingDirectory);
    each->footer(kExample);
  }
  show->add_option("DOCUMENT", flags->document, "Its id, as `list` shows it")->required();
  for (CLI::App* each : {list, show})
    each->add_flag("--json", flags->json, "One JSON object per line");
  AddSetOption(*replay, flags->overrides);
  list->callback([&program, flags] { program.status = List(*flags); });
  show->callback([&program, flags] { program.status = Show(*flags); });
  replay->callback([&program, flags] { program.status = Replay(*flags); });
}

}  // namespace koppel
