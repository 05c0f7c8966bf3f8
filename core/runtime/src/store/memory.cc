#include "store/memory.h"

#include <algorithm>

#include "koppel/changes.h"
#include "koppel/io.h"

namespace koppel {
namespace {

// Whether the record's outcome falls within the first `most` states.
bool InReach(const StoredRecord& record, std::size_t most) {
  const std::size_t states = record.states.size();
  return record.outcome == Outcome::kOutput ? states == most : states < most;
}

}  // namespace

bool Memory::Recall(std::size_t reader, std::size_t most, bool retry, Remembered& wanted,
                    Document& document) const {
  PackStore::Found found;
  const StoredRecord& known = wanted.record;
  if (!folder_.packs->Find(known.id, known.uri, known.source_sha256, keys_.Of(reader), found))
    return false;
  const std::size_t states = std::min(found.states, most);
  if (states > 0 && !RestoreState(found.record, states, schemas_, document).ok()) return false;
  wanted.decided = found.decided && InReach(found.record, most) &&
                   !(retry && found.record.outcome == Outcome::kQuarantined);
  if (states == 0 && !wanted.decided) return false;
  wanted.states = states;
  wanted.record = std::move(found.record);
  if (wanted.decided) {
    wanted.pack = found.pack;
  } else {
    wanted.record.states.resize(states);
    wanted.record.outcome = Outcome::kOutput;
  }
  return true;
}

void Memory::Note(std::size_t reader, Effect effect, std::span<const std::string> warnings,
                  Document& document, Remembered& remembered) const {
  const std::span<const std::string> keys = keys_.Of(reader);
  if (!remembered.keep || remembered.states >= keys.size()) return;
  StoredState state{keys[remembered.states], effect, {warnings.begin(), warnings.end()}, {}};
  if (!EncodeChanges(document, state.changes).ok()) {  // too large to be stored: then it is not
    remembered.keep = false;
    return;
  }
  document.MarkStored();
  remembered.record.states.push_back(std::move(state));
  ++remembered.states;
}

void Memory::Decide(std::size_t reader, Outcome outcome, std::string_view step,
                    std::string_view reason, Remembered& remembered) const {
  StoredRecord& record = remembered.record;
  record.outcome = outcome;
  record.step = step;
  record.step_key = keys_.Of(reader)[record.states.size()];
  record.reason = reason;
}

std::string Memory::FindModel(std::size_t step) {
  return folder_.models.Find(keys_.ModelKey(step, folder_.inputs));
}

Status Memory::SetModel(std::size_t step, std::string_view saved) {
  const std::string key = keys_.ModelKey(step, folder_.inputs);
  keys_.SetModel(step, Sha256(saved));
  return folder_.models.Find(key).empty() ? folder_.models.Add(key, saved) : Ok();
}

Status Memory::Keep(const Remembered& remembered, std::string_view encoded,
                    std::uint64_t source_bytes) {
  if (remembered.pack) folder_.packs->Keep(*remembered.pack);
  if (!encoded.empty()) KOPPEL_RETURN_IF_ERROR(folder_.packs->Add(remembered.record.id, encoded));
  part_bytes_ += source_bytes;
  return part_bytes_ < folder_.options.part_bytes ? Ok() : EndPart();
}

Status Memory::EndPart() {
  part_bytes_ = 0;
  KOPPEL_RETURN_IF_ERROR(folder_.claim->StillMine());
  return folder_.packs->Commit();
}

}  // namespace koppel
