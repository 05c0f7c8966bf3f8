#include "store/record.h"

#include <algorithm>
#include <limits>

#include "koppel/changes.h"
#include "koppel/compression.h"
#include "koppel/v1/run.pb.h"

namespace koppel {
namespace {

// A document with all its states; each of them ends at 2 GiB.
constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{2} << 30;

void Fill(StoredState& from, v1::State& to) {
  to.set_key(from.key);
  to.set_effect(static_cast<v1::Effect>(from.effect));
  for (const std::string& warning : from.warnings) to.add_warnings(warning);
  to.set_changes(std::move(from.changes));
}

// Empty: it is larger than what can be kept.
std::string Serialized(StoredRecord record) {
  v1::Record message;
  message.set_id(record.id);
  message.set_uri(record.uri);
  message.set_source_sha256(record.source_sha256);
  for (StoredState& state : record.states) Fill(state, *message.add_states());
  message.set_outcome(static_cast<v1::Outcome>(record.outcome));
  message.set_step(record.step);
  message.set_step_key(record.step_key);
  message.set_reason(record.reason);
  return message.ByteSizeLong() < kMaxRecordBytes ? message.SerializeAsString() : std::string();
}

StoredState Take(v1::State& from) {
  StoredState state;
  state.key = std::move(*from.mutable_key());
  state.effect = static_cast<Effect>(from.effect());
  for (std::string& warning : *from.mutable_warnings())
    state.warnings.push_back(std::move(warning));
  state.changes = std::move(*from.mutable_changes());
  return state;
}

StoredRecord Take(v1::Record& from) {
  StoredRecord record;
  record.id = std::move(*from.mutable_id());
  record.uri = std::move(*from.mutable_uri());
  record.source_sha256 = std::move(*from.mutable_source_sha256());
  for (v1::State& state : *from.mutable_states()) record.states.push_back(Take(state));
  record.outcome = static_cast<Outcome>(from.outcome());
  record.step = std::move(*from.mutable_step());
  record.step_key = std::move(*from.mutable_step_key());
  record.reason = std::move(*from.mutable_reason());
  return record;
}

}  // namespace

std::size_t StoredRecord::Matching(std::span<const std::string> keys) const {
  std::size_t matching = 0;
  while (matching < std::min(states.size(), keys.size()) && states[matching].key == keys[matching])
    ++matching;
  return matching;
}

bool StoredRecord::Decided(std::span<const std::string> keys) const {
  if (Matching(keys) < states.size()) return false;
  if (outcome == Outcome::kOutput) return states.size() == keys.size();
  return states.size() < keys.size() && keys[states.size()] == step_key;
}

std::string EncodeStored(StoredRecord record) {
  const std::string bytes = Serialized(std::move(record));
  std::string frame;
  if (!bytes.empty()) AppendCompressed(bytes, Compression::kZstd, frame);
  return frame;
}

Result<StoredRecord> DecodeStored(std::string_view frame) {
  Result<std::string> bytes = Decompress(frame, Compression::kZstd, kMaxRecordBytes);
  if (!bytes.ok()) return std::move(bytes).status();
  v1::Record message;
  if (!message.ParseFromString(*bytes)) return BadInput("the stored document is damaged");
  return Take(message);
}

Status RestoreState(const StoredRecord& record, std::size_t states,
                    std::span<const LayerSchema* const> schemas, Document& document) {
  ChangeReplay replay;
  for (std::size_t i = 0; i < states; ++i)
    KOPPEL_RETURN_IF_ERROR(replay.Add(record.states[i].changes));
  return replay.Finish(schemas, document);
}

}  // namespace koppel
