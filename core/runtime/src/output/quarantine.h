// Keeps what could not be worked on, so that it can be looked at and fed in again.
//
//   <out>/quarantine/index.jsonl     document, uri, step, kind, reason, file, sha256
//   <out>/quarantine/<n>-<name>      the original bytes
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "koppel/io.h"
#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

// Made only when the first document arrives. Used by one thread.
class Quarantine {
 public:
  // An earlier run's quarantine below `out` is removed: it would be taken for this one's.
  explicit Quarantine(const std::filesystem::path& out);

  // `bytes` are the source as stored; null where they can't be had (a file that vanished).
  Status Add(const Casualty& casualty, const std::string* bytes);
  Status Close();

 private:
  std::filesystem::path folder_;
  std::unique_ptr<OutputFile> index_;
  std::uint64_t count_ = 0;
};

}  // namespace koppel
