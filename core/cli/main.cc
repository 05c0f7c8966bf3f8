// The program: one file per command, each adds itself to the parser.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <string_view>
#include <vector>

#include "check_command.h"
#include "command.h"
#include "diff_command.h"
#include "explain_cache_command.h"
#include "explain_command.h"
#include "export_command.h"
#include "lock_command.h"
#include "plan_command.h"
#include "plugins_command.h"
#include "quarantine_command.h"
#include "repairs_command.h"
#include "run_command.h"
#include "schema_command.h"
#include "show_command.h"
#include "trial_command.h"
#include "verify_command.h"
#include "versions.h"

namespace koppel {
namespace {

std::string VersionText() {
  std::string text;
  for (const auto& [name, version] : LibraryVersions())
    text += fmt::format("{:<10} {}\n", name, version);
  if (!text.empty()) text.pop_back();
  return text;
}

// The word that stands where a command must, and is none; the parser would only say that one is
// missing.
std::string UnknownCommand(const CLI::App& app, int argc, char** argv) {
  const CLI::App* at = &app;
  for (int i = 1; i < argc; ++i) {
    std::vector<std::string_view> names;
    bool found = false;
    const std::string_view word = argv[i];
    for (const CLI::App* command : at->get_subcommands({})) {
      found = found || command->check_name(std::string(word));
      // What has no group is for the program's own use.
      if (!command->get_group().empty()) names.push_back(command->get_name());
    }
    if (names.empty() || word.starts_with('-')) return {};
    if (!found) {
      const std::string near = DidYouMean(word, names);
      return fmt::format(
          "no command '{}'{}", word,
          near.empty() ? fmt::format("; there are {}", fmt::join(names, ", ")) : near);
    }
    at = at->get_subcommand(std::string(word));
  }
  return {};
}

// An option that no command has, of the command that was called; empty: that is not what is wrong.
std::string UnknownOption(const CLI::App& app) {
  const CLI::App* called = &app;
  while (!called->get_subcommands().empty()) called = called->get_subcommands().front();
  std::vector<std::string> names;
  for (const CLI::Option* option : called->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const std::string& word : app.remaining(true)) {
    if (!word.starts_with('-')) continue;
    const std::string option = word.substr(0, word.find('='));
    const std::string near = DidYouMean(option, known);
    std::string command = "koppel";
    if (called != &app) command += " " + called->get_name();
    return fmt::format("no option '{}'{}", option,
                       near.empty() ? fmt::format("; see {} --help", command) : near);
  }
  return {};
}

// A full disk behind the output shows only when the buffer is emptied.
int Flushed(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  fmt::print(stderr, "koppel: can't write to standard output [io]\n");
  return kExitFailed;
}

int RunProgram(int argc, char** argv) {
  CLI::App app("Koppel couples text tools into corpus pipelines that can be trusted.", "koppel");
  app.set_version_flag("--version", VersionText());
  app.require_subcommand(1);
  app.footer("Start with: koppel run pipelines/welzijn.yaml --input pipelines/sample --out out");

  std::optional<Registry> registry;
  Program program{app,
                  kExitOk,
                  [&registry]() -> const Registry& {
                    if (!registry) registry = Registry::Scan(DefaultPluginFolders());
                    return *registry;
                  },
                  {argv, argv + argc}};
  AddRunCommand(program);
  AddPluginsCommand(program);
  AddCheckCommand(program);
  AddPlanCommand(program);
  AddLockCommand(program);
  AddExportCommand(program);
  AddSchemaCommand(program);
  AddShowCommand(program);
  AddRepairsCommand(program);
  AddQuarantineCommand(program);
  AddTrialCommand(program);
  AddExplainCommand(program);
  AddDiffCommand(program);
  AddExplainCacheCommand(program);
  AddVerifyCommand(program);
  if (const std::string unknown = UnknownCommand(app, argc, argv); !unknown.empty()) {
    fmt::print(stderr, "koppel: {}\n", unknown);
    return kExitRefused;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ExtrasError& error) {
    const std::string unknown = UnknownOption(app);
    if (unknown.empty()) return app.exit(error) == 0 ? kExitOk : kExitRefused;
    fmt::print(stderr, "koppel: {}\n", unknown);
    return kExitRefused;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitRefused;
  }
  return Flushed(program.status);
}

}  // namespace
}  // namespace koppel

int main(int argc, char** argv) {
  try {
    return koppel::RunProgram(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "koppel: {} [internal]\n", error.what());
    return koppel::kExitFailed;
  }
}
