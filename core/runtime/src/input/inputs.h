// Which files a run reads, in which order, and by which reader.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/input_files.h"
#include "koppel/status.h"

namespace koppel {

struct SourceFile {
  std::filesystem::path path;  // as the user would write it
  std::string id;          // path below the folder that was named, without the reader's extension
  std::size_t reader = 0;  // index in the pipeline's readers
  std::uint64_t size = 0;
  std::filesystem::path content =
      {};  // of the bytes that are read: `path`, unless mended (mended.h)
  // Of HashInputs (inventory.h); digests raw, and empty if it can't be read.
  std::string sha256 = {};
  std::string content_sha256 = {};
  FileStamp stamp = {};   // of `path`, taken before it was read
  std::size_t given = 0;  // position of what named it first among all that was named
};

struct Inputs {
  std::vector<SourceFile> files;     // in the pipeline's order
  std::vector<std::string> ignored;  // in order; in folders and globs, taken by no reader
  std::vector<std::string> notes;    // folders that were not looked into
};

// `given` (from the command line) replaces the readers' own paths. bad_input where a path names
// nothing, or a file that was named itself is taken by no reader; both say what would help. Ids
// that would be the same keep their extension.
Result<Inputs> FindInputs(const Pipeline& pipeline, const std::vector<std::string>& given);

// bad_input where an input lies in the folder for output.
Status CheckApart(const Inputs& inputs, const std::filesystem::path& out);

// The same for the own paths of one reader, without finding anything: only whether that can be
// done.
Status CheckPaths(const Pipeline& pipeline, std::size_t reader);

}  // namespace koppel
