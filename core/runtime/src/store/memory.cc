#include "store/memory.h"

#include <algorithm>

#include "koppel/changes.h"
#include "koppel/io.h"
#include "store/run_steps.h"

namespace koppel {
namespace {

// Whether the record's outcome falls within the first `most` states.
bool InReach(const StoredRecord& record, std::size_t most) {
  const std::size_t states = record.states.size();
  return record.outcome == Outcome::kOutput ? states == most : states < most;
}

StepKeys KeysOf(std::string_view program, const RunSteps& run,
                const std::vector<std::size_t>& observers) {
  std::vector<std::string> readers, steps;
  for (const RunStep& reader : run.readers) readers.push_back(TextOf(reader.identity));
  for (const RunStep& step : run.steps) steps.push_back(TextOf(step.identity));
  return {program, readers, std::move(steps), observers};
}

}  // namespace

Memory::Memory(RunFolder::State& folder, RunSteps steps, const std::vector<std::size_t>& observers,
               std::vector<const LayerSchema*> schemas)
    : folder_(folder),
      steps_(std::move(steps)),
      keys_(KeysOf(folder.options.program, steps_, observers)),
      schemas_(std::move(schemas)) {
  steps_.program = Hex(folder.options.program);
}

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
  const std::string digest = Sha256(saved);
  steps_.steps[step].model = Hex(digest);
  keys_.SetModel(step, digest);
  return folder_.models.Find(key).empty() ? folder_.models.Add(key, saved) : Ok();
}

Status Memory::Start() {
  for (std::size_t reader = 0; reader < steps_.readers.size(); ++reader) {
    const std::span<const std::string> keys = keys_.Of(reader);
    steps_.keys.emplace_back(keys.begin(), keys.end());
  }
  // The list of an earlier run goes first: it must not be taken for that of these steps.
  const std::filesystem::path list = folder_.below("documents.jsonl");
  std::error_code error;
  std::filesystem::remove(list, error);
  KOPPEL_RETURN_IF_ERROR(WriteRunSteps(steps_, schemas_, folder_.below("steps.json")));
  Result<std::unique_ptr<DocumentList>> created = DocumentList::Create(list);
  if (!created.ok()) return std::move(created).status();
  list_ = *std::move(created);
  return Ok();
}

Status Memory::List(const StoredDocument& document) { return list_->Add(document); }

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

Status Memory::Finish() {
  KOPPEL_RETURN_IF_ERROR(EndPart());
  return list_ ? list_->Commit() : Ok();
}

}  // namespace koppel
