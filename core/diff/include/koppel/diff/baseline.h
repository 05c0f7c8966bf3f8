// What a pipeline's author keeps of a run in their repository, to see what a change does.
//
//   <folder>/baseline.json          what the run depended on
//   <folder>/digests.jsonl          as the run wrote it
//   <folder>/documents/<id>.json    text, metadata, layers and edits of each document
//
// Text files with one thing on a line, so that a repository shows what an accepted change is. No
// absolute paths, times or counts that depend on the machine.
#pragma once

#include <cstdint>
#include <filesystem>

#include "koppel/diff/side.h"
#include "koppel/status.h"

namespace koppel {

// Bytes of documents/ after which documents are kept by their digests alone.
inline constexpr std::uint64_t kMostBaselineBytes = std::uint64_t{32} << 20;

struct BaselineSize {
  std::uint64_t documents = 0, by_digest_alone = 0;
};

bool IsBaseline(const std::filesystem::path& folder);
// io or bad_input if it is none that can be read.
Result<Side> OpenBaseline(const std::filesystem::path& folder);
// Makes the folder, or renews it: what the run does not have any more goes. io if it can't be
// written; bad_input if it holds other things than a baseline.
Result<BaselineSize> WriteBaseline(const Side& run, const std::filesystem::path& folder);

// What identities of different machines can be compared by: absolute paths in parameters, and all
// names of resources, without the folders that lead to them.
RunIdentity Portable(RunIdentity identity);

}  // namespace koppel
