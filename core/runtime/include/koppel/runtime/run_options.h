// What a run is told besides its pipeline.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "koppel/component.h"

namespace koppel {

class RunFolder;

// Counters that a progress display may read while the run goes on.
struct Progress {
  std::atomic<std::uint64_t> documents{0};  // finished in this pass
  std::atomic<std::uint64_t> bytes{0};      // of input, finished in this pass
  std::atomic<std::uint64_t> quarantined{0};
  std::atomic<std::int64_t> pass_began{0};  // steady clock, in its ticks since its epoch
  std::atomic<int> pass{0};                 // from 1
  std::atomic<int> passes{0};
  std::atomic<std::uint64_t> total_bytes{0};  // of input, for one pass
};

// A writer that does not come from a plugin, such as the HTML report.
struct ExtraWriter {
  std::string id;
  std::unique_ptr<Writer> writer;
};

struct RunOptions {
  std::vector<std::string> inputs;  // files, folders, globs; empty: what the readers' `paths` say
  std::filesystem::path out;
  int threads = 0;         // 0: all cores
  std::size_t sample = 0;  // at most so many of the files, evenly chosen; 0: all of them
  bool backwards = false;  // the files in reverse order, which no document may depend on
  bool strict = false;     // stop at a step that uses layers beyond what its component declares
  std::vector<ExtraWriter> extra_writers;
  // Holds `out`: earlier work there is used again, and this run's is kept. Null: every document is
  // worked on, and nothing but the output is written. Not owned.
  RunFolder* folder = nullptr;
  // Part of the documents that go through the steps and into the output, chosen by InSample; what
  // observers learn they learn from all. The report counts no others.
  double share = 1;
  // Work again on documents that were quarantined. Needs a folder.
  bool retry = false;
  // Called from a thread of its own where a step does not come back long after its deadline
  // (Pipeline limits): the run can't go on, and can't be stopped either. What was done is safe; the
  // next run quarantines the document. Empty: the run waits.
  std::function<void(const std::string& message)> on_hang;
  Progress* progress = nullptr;  // not owned
  const std::atomic<bool>* cancel =
      nullptr;  // not owned; true: finish the documents in flight and stop
};

}  // namespace koppel
