// The program: one file per command, each adds itself to the parser.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <optional>

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
#include "usage.h"
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
  if (const int refused = RefuseUnknownCommand(app, argc, argv); refused != kExitOk) return refused;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return EndParsing(app, error);
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
