// The documents that a run's writers wrote, for where its store tells nothing.
#pragma once

#include <filesystem>
#include <map>

#include "koppel/diff/side.h"

namespace koppel {

// documents.koppel and documents.jsonl (.gz, .zst), where they are in the folder.
std::map<Detail, ReadFacts> WrittenDocuments(const std::filesystem::path& out);

// The folder of a run, with its written documents.
Result<Side> OpenRunFolder(const std::filesystem::path& out);

}  // namespace koppel
