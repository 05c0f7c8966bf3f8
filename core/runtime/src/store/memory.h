// What a run remembers of earlier work on its output folder.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/schema.h"
#include "koppel/status.h"
#include "store/document_list.h"
#include "store/record.h"
#include "store/run_folder_state.h"
#include "store/step_keys.h"

namespace koppel {

// What of a document is stored, or will be.
struct Remembered {
  StoredRecord record;
  std::size_t states = 0;           // of the record, that are the document's
  bool decided = false;             // by the record: nothing is left to do but to write
  std::optional<std::size_t> pack;  // that the decided record is in
  bool keep = false;                // states are added to the record as they come

  void Clear() { *this = {}; }
};

// Thread-safe where it is const, but for what is being done with one document.
class Memory {
 public:
  // `steps` as RunStepsOf makes them; they tell the keys apart from those of `observers`.
  Memory(RunFolder::State& folder, RunSteps steps, const std::vector<std::size_t>& observers,
         std::vector<const LayerSchema*> schemas);

  // Looks a document up. Precondition: the id, uri and source_sha256 of its record are set. Makes
  // `document` its latest stored state, of at most `most` states; with `retry` it is worked on
  // again where it was quarantined. False if there is nothing to use.
  bool Recall(std::size_t reader, std::size_t most, bool retry, Remembered& wanted,
              Document& document) const;
  // Adds the state of the sealed document to its record.
  void Note(std::size_t reader, Effect effect, std::span<const std::string> warnings,
            Document& document, Remembered& remembered) const;
  // How it ended, unless as output, at the step after the states so far.
  void Decide(std::size_t reader, Outcome outcome, std::string_view step, std::string_view reason,
              Remembered& remembered) const;

  // The stored model of the observer at `step`, or empty.
  std::string FindModel(std::size_t step);
  // Makes the stored form of its model known, which later keys depend on.
  Status SetModel(std::size_t step, std::string_view saved);

  // Says what the states that follow are made by. Precondition: all models are known. Used by one
  // thread, as the following.
  Status Start();
  // Enters a document into the list of the run, in the order of the input.
  Status List(const StoredDocument& document);
  // Keeps its record.
  Status Keep(const Remembered& remembered, std::string_view encoded, std::uint64_t source_bytes);
  // Makes durable what was kept so far.
  Status EndPart();
  // The same, and the list with it: there are no more documents.
  Status Finish();

 private:
  RunFolder::State& folder_;
  RunSteps steps_;
  StepKeys keys_;
  std::vector<const LayerSchema*> schemas_;
  std::unique_ptr<DocumentList> list_;
  std::uint64_t part_bytes_ = 0;
};

}  // namespace koppel
