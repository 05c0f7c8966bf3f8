// What a run put aside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/status.h"

namespace koppel {

// A line of <out>/quarantine/index.jsonl.
struct QuarantineEntry {
  std::string document, uri, step, kind, reason;
  std::filesystem::path file;  // the original bytes, below `out`; empty if they could not be had
  std::string sha256;          // of these bytes when they were put aside; lower-case hexadecimal

  // Whether somebody has changed the file since. False if there is none.
  bool Mended() const;
};

// In the order of the input; none if nothing was put aside. bad_input if the index is damaged.
Result<std::vector<QuarantineEntry>> ReadQuarantine(const std::filesystem::path& out);

// Below the output folder: copies that somebody mended, which runs read in the place of originals.
inline constexpr char kMendedFolder[] = "mended";

// Whether the next run into that folder would read any, or would find new ones in the quarantine.
bool HasMended(const std::filesystem::path& out);

}  // namespace koppel
