// What a run tells of itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "koppel/runtime/input_files.h"
#include "koppel/status.h"

namespace koppel {

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

}  // namespace koppel
