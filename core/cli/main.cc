// The program: one file per command, each adds itself to the parser.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <optional>

#include "check_command.h"
#include "command.h"
#include "plan_command.h"
#include "plugins_command.h"
#include "repairs_command.h"
#include "run_command.h"
#include "schema_command.h"
#include "show_command.h"
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

int RunProgram(int argc, char** argv) {
  CLI::App app("Koppel couples text tools into corpus pipelines that can be trusted.", "koppel");
  app.set_version_flag("--version", VersionText());
  app.require_subcommand(1);
  app.footer("Start with: koppel run pipelines/welzijn.yaml --input pipelines/sample --out out");

  std::optional<Registry> registry;
  Program program{app, kExitOk, [&registry]() -> const Registry& {
                    if (!registry) registry = Registry::Scan(DefaultPluginFolders());
                    return *registry;
                  }};
  AddRunCommand(program);
  AddPluginsCommand(program);
  AddCheckCommand(program);
  AddPlanCommand(program);
  AddSchemaCommand(program);
  AddShowCommand(program);
  AddRepairsCommand(program);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitRefused;
  }
  return program.status;
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
