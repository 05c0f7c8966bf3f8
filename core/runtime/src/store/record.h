// What a run keeps of one document: the states that it went through, and how it ended.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

struct StoredState {
  std::string key;  // of the step (step_keys.h)
  Effect effect = Effect::kRan;
  std::vector<std::string> warnings;
  std::string changes;  // koppel/changes.h
};

struct StoredRecord {
  std::string id;  // under which the document was given out; a reader may give another
  std::string uri;
  std::string source_sha256;        // 32 raw bytes
  std::vector<StoredState> states;  // the reader's first
  Outcome outcome = Outcome::kOutput;
  std::string step, step_key, reason;  // that decided, unless it is output

  // How many of the states have the keys that they would have now.
  std::size_t Matching(std::span<const std::string> keys) const;
  // Whether the outcome is what it would be now.
  bool Decided(std::span<const std::string> keys) const;
};

// As one zstd frame with a checksum. A record that is moved here is in memory once less: it may be
// large.
std::string EncodeStored(StoredRecord record);
// bad_input if it is damaged.
Result<StoredRecord> DecodeStored(std::string_view frame);

// Makes `document` the state after the first `states` of the record. Precondition: 0 < states <=
// record.states.size(). bad_input if that can't be.
Status RestoreState(const StoredRecord& record, std::size_t states,
                    std::span<const LayerSchema* const> schemas, Document& document);

}  // namespace koppel
