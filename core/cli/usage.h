// What the program says to a command line that it can't make anything of.
#pragma once

#include <CLI/CLI.hpp>

namespace koppel {

// The word that stands where a command must, and is none, is named with the nearest: kExitRefused.
// Otherwise kExitOk; the command line need not be right.
int RefuseUnknownCommand(const CLI::App& app, int argc, char** argv);

// Prints what was asked for (help, the version) or what is wrong, and gives the exit status.
int EndParsing(const CLI::App& app, const CLI::ParseError& error);

}  // namespace koppel
