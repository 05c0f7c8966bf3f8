#include "koppel/runtime/stored_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "koppel/params.h"
#include "store/document_list.h"
#include "store/pack_store.h"
#include "store/run_steps.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

fs::path Below(const fs::path& out, std::string_view name) { return out / ".koppel" / name; }

// Of a run without a list: what its records say, in the order in which they were first added.
std::vector<StoredDocument> DecidedSoFar(const PackStore& packs, const RunSteps& steps) {
  std::vector<StoredDocument> documents;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  packs.ForEach([&](const StoredRecord& record) {
    const bool decided = std::any_of(steps.keys.begin(), steps.keys.end(),
                                     [&](const auto& keys) { return record.Decided(keys); });
    if (!decided) return;
    const auto [place, is_new] = places.try_emplace({record.id, record.uri}, documents.size());
    if (is_new) documents.emplace_back();
    documents[place->second] = {record.id,      record.id,   record.uri,   record.source_sha256,
                                record.outcome, record.step, record.reason};
  });
  return documents;
}

}  // namespace

struct DocumentHistory::State {
  StoredRecord record;
  std::size_t reader = 0;
  const RunSteps* steps = nullptr;
  std::span<const LayerSchema* const> schemas;
};

DocumentHistory::DocumentHistory(std::unique_ptr<State> state) : state_(std::move(state)) {}
DocumentHistory::DocumentHistory(DocumentHistory&&) noexcept = default;
DocumentHistory& DocumentHistory::operator=(DocumentHistory&&) noexcept = default;
DocumentHistory::~DocumentHistory() = default;

std::size_t DocumentHistory::reader() const { return state_->reader; }
std::size_t DocumentHistory::states() const { return state_->record.states.size(); }

const RunStep& DocumentHistory::step(std::size_t index) const {
  const RunSteps& all = *state_->steps;
  return index == 0 ? all.readers[state_->reader] : all.steps[index - 1];
}

Effect DocumentHistory::effect(std::size_t index) const {
  return state_->record.states[index].effect;
}

const std::vector<std::string>& DocumentHistory::warnings(std::size_t index) const {
  return state_->record.states[index].warnings;
}

Status DocumentHistory::Restore(std::size_t index, Document& document) const {
  return RestoreState(state_->record, index + 1, state_->schemas, document);
}

std::optional<std::size_t> DocumentHistory::StateAfter(std::string_view step_id) const {
  for (std::size_t i = 0; i < states(); ++i)
    if (step(i).identity.id == step_id) return i;
  return std::nullopt;
}

struct StoredRun::State {
  StoredSteps stored;
  std::unique_ptr<PackStore> packs;
  std::vector<StoredDocument> documents;
  bool complete = false;
};

StoredRun::StoredRun(std::unique_ptr<State> state) : state_(std::move(state)) {}
StoredRun::~StoredRun() = default;

bool StoredRun::IsRun(const fs::path& out) { return fs::exists(Below(out, "steps.json")); }

Result<std::unique_ptr<StoredRun>> StoredRun::Open(const fs::path& out) {
  if (!IsRun(out)) {
    return BadInput(fmt::format(
        "{} does not hold what a run keeps of its work (.koppel/steps.json); give the folder of "
        "--out, of a run without --keep 0",
        out.string()));
  }
  Result<StoredSteps> stored = ReadRunSteps(Below(out, "steps.json"));
  if (!stored.ok()) return std::move(stored).status();
  auto state = std::make_unique<State>();
  state->stored = *std::move(stored);
  state->packs = PackStore::Open(Below(out, "store"), false);
  const fs::path list = Below(out, "documents.jsonl");
  const bool listed = fs::exists(list);
  state->complete = listed && fs::exists(Below(out, "complete.json"));
  if (listed) {
    Result<std::vector<StoredDocument>> documents = ReadDocumentList(list);
    if (!documents.ok()) return std::move(documents).status();
    state->documents = *std::move(documents);
  } else {
    state->documents = DecidedSoFar(*state->packs, state->stored.steps);
  }
  return std::unique_ptr<StoredRun>(new StoredRun(std::move(state)));
}

const RunSteps& StoredRun::steps() const { return state_->stored.steps; }
bool StoredRun::complete() const { return state_->complete; }
const std::vector<StoredDocument>& StoredRun::documents() const { return state_->documents; }

std::span<const LayerSchema* const> StoredRun::schemas() const {
  return state_->stored.schemas->schemas();
}

Result<const StoredDocument*> StoredRun::Find(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const StoredDocument& document : state_->documents) {
    if (document.id == id) return &document;
    ids.push_back(document.id);
  }
  return NoSuchDocument(id, ids);
}

Result<DocumentHistory> StoredRun::History(const StoredDocument& document) const {
  auto history = std::make_unique<DocumentHistory::State>();
  const RunSteps& steps = state_->stored.steps;
  PackStore::Found best;
  for (std::size_t reader = 0; reader < steps.keys.size(); ++reader) {
    PackStore::Found found;
    const auto& keys = steps.keys[reader];
    if (!state_->packs->Find(document.given, document.uri, document.sha256, keys, found)) continue;
    if (found.states < best.states || best.decided) continue;
    history->reader = reader;
    best = std::move(found);
  }
  if (best.states == 0 && !best.decided) {
    return BadInput(fmt::format(
        "no state of the document '{}' was kept; run again, with a larger --keep", document.id));
  }
  best.record.states.resize(best.states);
  history->record = std::move(best.record);
  history->steps = &steps;
  history->schemas = schemas();
  return DocumentHistory(std::move(history));
}

Status NoSuchDocument(std::string_view id, std::span<const std::string_view> ids) {
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  std::string_view near = NearestName(id, names);
  for (std::size_t i = 0; near.empty() && i < ids.size(); ++i) {
    if (ids[i].find(id) != std::string_view::npos) near = ids[i];
  }
  std::string message = fmt::format("no document '{}' among {}", id, ids.size());
  message +=
      near.empty() ? "; `koppel show` lists their ids" : fmt::format("; did you mean '{}'?", near);
  return BadInput(std::move(message));
}

}  // namespace koppel
