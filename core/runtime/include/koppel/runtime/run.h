// Runs a pipeline over files.
//
// Every document that is read ends in exactly one of output, filtered or quarantined. What is
// written does not depend on the number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "koppel/runtime/input_files.h"
#include "koppel/status.h"

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

struct StepReport {
  std::string id;
  std::string component;
  std::uint64_t documents = 0;    // worked on in the last pass
  std::uint64_t reused = 0;       // of these: earlier work was used again
  std::uint64_t passed_over = 0;  // `when` did not hold
  std::uint64_t filtered = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t skipped_errors = 0;  // on_error: skip
  std::uint64_t warnings = 0;
  double seconds =
      0;  // in the last pass, over all threads; estimated from a sample of short documents
};

struct Casualty {
  std::string document;
  std::string uri;
  std::string step;
  std::string reason;
  ErrorKind kind = ErrorKind::kInternal;  // of a quarantined document
};

// A file other than the input that a component asked for while it was opened.
struct Resource {
  std::string path;
  std::string sha256;              // empty: it was looked for and not there
  std::vector<std::string> steps;  // ids of those whose components asked, in order of id
};

struct RunReport {
  std::uint64_t read = 0, output = 0, filtered = 0, quarantined = 0;
  std::uint64_t bytes = 0;
  std::uint64_t reused = 0;  // of those read: no step was left to run
  bool unchanged = false;    // the folder holds this very run: nothing was done
  std::string since;         // when it was completed (UTC), if unchanged
  int passes = 0;
  int threads = 0;
  double seconds = 0;          // all of the run
  double opening_seconds = 0;  // of it, until the components were open: dictionaries and the like
  bool cancelled = false;
  Status failure;                     // why the run was stopped, or ok
  std::vector<StepReport> steps;      // readers, steps, writers
  std::vector<Casualty> quarantine;   // the first kMaxListed
  std::vector<Casualty> filter;       // the first kMaxListed
  std::vector<std::string> notes;     // of components, in order, each once
  std::vector<std::string> warnings;  // "step: document: message", the first kMaxListed
  std::vector<InputFile> inputs;      // in order; with digests if RunOptions has a folder
  std::vector<InputFile> mended;      // copies that were read in the place of some of them
  std::vector<std::string> given;     // RunOptions::inputs, made absolute
  std::vector<std::string> ignored;   // files in input folders that no reader takes
  std::vector<Resource> resources;    // in order of path

  static constexpr std::size_t kMaxListed = 1000;
  bool balanced() const { return read == output + filtered + quarantined; }
};

// Errors of the result: what could not even start (no input, a component that can't be opened, an
// output folder that can't be written). A run that started returns its report, with `failure` if it
// was stopped.
Result<RunReport> Run(const Pipeline& pipeline, const Registry& registry, RunOptions& options);

}  // namespace koppel
