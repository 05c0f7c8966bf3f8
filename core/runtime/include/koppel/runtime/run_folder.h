// The output folder of a run, and what the run keeps there of its own: the work that is done, so
// that a run which was interrupted goes on, and one in which little changed is short.
//
//   <out>/.koppel/claim           who works here now
//   <out>/.koppel/store/          states of documents (packs), one file for each part of the run
//   <out>/.koppel/models/         of observers
//   <out>/.koppel/complete.json   what the last complete run was made from, and what it wrote
//
// Everything is written as a whole file that is renamed into place; there are no locks but the
// claim, and no memory maps. The folder may be deleted at any time but during a run: the next run
// then does all of the work again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

struct KeepOptions {
  // Bytes of stored states that are left when the run is complete: those that it used first, then
  // the newest. 0: nothing is kept, not even while the run goes on.
  std::uint64_t limit = std::uint64_t{4} << 30;
  // Source bytes after which a part ends: what a killed run loses at most. Results do not depend on
  // it.
  std::uint64_t part_bytes = std::uint64_t{8} << 20;
  // Digest of the program: what it did is only used again by the same.
  std::string program;
  // Do all of the work, as if nothing were stored.
  bool fresh = false;
};

// One run's hold on a folder. Used by one thread but where a function says so.
class RunFolder {
 public:
  // Makes the folder and takes it for this run. io if it can't be made or written, or if another
  // run has it.
  static Result<std::unique_ptr<RunFolder>> Open(const std::filesystem::path& out,
                                                 const KeepOptions& options);
  // Gives the folder free.
  ~RunFolder();

  // To be called when everything is written, last of all: makes the run complete, takes away files
  // of former runs that this one did not write, and trims what is kept. Does nothing for a run that
  // was stopped or that did nothing.
  Status Complete(const RunReport& report);

  struct State;
  State& state() { return *state_; }

 private:
  explicit RunFolder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace koppel
