// A quarantine for people and for programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/runtime/quarantine_index.h"

namespace koppel {

// Reasons with their counts, then a line for each document; what to do next. At most 80 columns
// but for ids.
std::string QuarantineTable(const std::vector<QuarantineEntry>& entries,
                            const std::filesystem::path& run);

// All that is known of one document, with the beginning of its bytes.
std::string QuarantineDetails(const QuarantineEntry& entry, const std::filesystem::path& run);

// One object per line: the keys of index.jsonl, and `mended`.
std::string QuarantineJson(const std::vector<QuarantineEntry>& entries);

}  // namespace koppel
