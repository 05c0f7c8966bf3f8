// The files that a run would read, with their digests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/status.h"

namespace koppel {

// A file name as text: bytes that are not UTF-8 as %XX. Names that differ stay different.
std::string ValidName(std::string_view name);

// How a file was found: it changes whenever somebody writes to the file.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds; of the contents or of anything else about the file
  std::uint64_t inode = 0;

  bool operator==(const FileStamp&) const = default;
};

// All zero if there is no such file.
FileStamp StampOf(const std::filesystem::path& path);

struct InputFile {
  std::filesystem::path path;
  std::string uri;     // the path as documents carry it
  std::string sha256;  // lower-case hexadecimal; empty: it can't be read
  FileStamp stamp;     // taken before it was read
  std::string in_place_of = {};  // of a mended copy: URI of the document or file that it stands for
};

// What Run would read, in its order; `given` as in RunOptions. Reads every file, `threads` of them
// at a time (0: all cores).
Result<std::vector<InputFile>> ListInputFiles(const Pipeline& pipeline,
                                              const std::vector<std::string>& given,
                                              int threads = 0);

}  // namespace koppel
