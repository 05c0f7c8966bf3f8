#include "usage.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "exit_status.h"
#include "koppel/params.h"

namespace koppel {
namespace {

struct Called {
  const CLI::App* command;
  std::string name;  // as the user would type it
};

Called CalledOf(const CLI::App& app) {
  Called called{&app, app.get_name()};
  while (!called.command->get_subcommands().empty()) {
    called.command = called.command->get_subcommands().front();
    called.name += " " + called.command->get_name();
  }
  return called;
}

// An option that the command does not have, with the nearest; empty: that is not what is wrong.
std::string UnknownOption(const CLI::App& app, const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const std::string& word : app.remaining(true)) {
    if (!word.starts_with('-')) continue;
    const std::string option = word.substr(0, word.find('='));
    return fmt::format("no option '{}'{}", option,
                       DidYouMean(option, {names.begin(), names.end()}));
  }
  return {};
}

}  // namespace

int RefuseUnknownCommand(const CLI::App& app, int argc, char** argv) {
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
    if (names.empty() || word.starts_with('-')) return kExitOk;
    if (!found) {
      const std::string near = DidYouMean(word, names);
      fmt::print(stderr, "koppel: no command '{}'{}\n", word,
                 near.empty() ? fmt::format("; there are {}", fmt::join(names, ", ")) : near);
      return kExitRefused;
    }
    at = at->get_subcommand(std::string(word));
  }
  return kExitOk;
}

int EndParsing(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const auto [command, name] = CalledOf(app);
  if (!command->get_subcommands({}).empty()) {  // which one is missing: there is no help without
    fmt::print(stderr, "{}", app.help());
    return kExitRefused;
  }
  const std::string unknown = UnknownOption(app, *command);
  fmt::print(stderr, "{}: {}; see {} --help\n", name, unknown.empty() ? error.what() : unknown,
             name);
  return kExitRefused;
}

}  // namespace koppel
