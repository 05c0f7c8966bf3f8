// The program that is running, told by its files.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace koppel {

// The program and those of the libraries it has loaded that are Koppel's own, by file name.
// Plugins are not among them.
std::map<std::string, std::filesystem::path> ProgramFiles();

// Of names and bytes of all ProgramFiles. 32 raw bytes.
std::string ProgramDigest();

}  // namespace koppel
