// What every command shares. A command is one file with one function that adds it to the program.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "exit_status.h"
#include "koppel/registry/registry.h"

namespace koppel {

// Filled by the callback of the command that was chosen.
struct Program {
  CLI::App& app;
  int status = kExitOk;
  // Reads the sidecars when it is first asked, so that --help does not.
  std::function<const Registry&()> registry;
  std::vector<std::string> arguments = {};  // the command line
};

}  // namespace koppel
