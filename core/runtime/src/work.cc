#include "work.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "guard.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "strict.h"

namespace koppel {
namespace {

bool Holds(const Condition& when, const Document& document) {
  if (when.language) {
    const std::string_view language = document.language();
    const std::string& wanted = *when.language;
    const bool same = language.starts_with(wanted) &&
                      (language.size() == wanted.size() || language[wanted.size()] == '-');
    if (!same) return false;
  }
  return std::all_of(when.metadata.begin(), when.metadata.end(), [&](const auto& entry) {
    return document.metadata(entry.first) == entry.second;
  });
}

// FNV-1a, 64 bit: the seed must be the same on every machine.
std::uint64_t Seed(std::string_view step, std::string_view document) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::string_view part : {step, document}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    hash = (hash ^ 0xFFu) * 0x100000001b3u;
  }
  return hash;
}

class StepContext final : public Context {
 public:
  StepContext(std::string_view step, Work& work, const std::atomic<bool>& cancelled,
              const Timed& timed)
      : step_(step), work_(work), cancelled_(cancelled), timed_(timed) {}

  std::string_view step() const override { return step_; }
  void Filter(std::string reason) override {
    work_.fate = Fate::kFiltered;
    work_.step = step_;
    work_.reason = std::move(reason);
  }
  void Warn(std::string message) override {
    work_.warnings.push_back(fmt::format("{}: {}: {}", step_, work_.item.id, message));
  }
  std::uint64_t seed() const override { return Seed(step_, work_.document.id()); }
  bool cancelled() const override {
    return cancelled_.load(std::memory_order_relaxed) || timed_.late();
  }

 private:
  std::string_view step_;
  Work& work_;
  const std::atomic<bool>& cancelled_;
  const Timed& timed_;
};

}  // namespace

void Work::Start() {
  file = nullptr;
  item.id.clear();
  item.uri.clear();
  item.bytes.clear();
  item.position = 0;
  loaded = false;
  is_record = false;
  mended = nullptr;
  digest.clear();
  source_error = Ok();
  document.Reset();
  remembered.Clear();
  stored.clear();
  done = 0;
  spent = {};
  fate = Fate::kOutput;
  step.clear();
  status = Ok();
  reason.clear();
  skipped.clear();
  warnings.clear();
  for (std::string& text : rendered) text.clear();
  std::fill(written.begin(), written.end(), false);
}

void Work::Stop(Fate how, std::string_view where, Status why) {
  fate = how;
  step = where;
  status = std::move(why);
}

Chain::Chain(ChainShared& shared, std::shared_ptr<Worker> worker)
    : shared_(shared),
      worker_(std::move(worker)),
      writers_(shared.pipeline.writers.size() + shared.options.extra_writers.size()),
      counts_(shared.pipeline.readers.size() + shared.pipeline.steps.size() + writers_) {}

template <class Call>
Status Chain::Guard(const Step& step, Work& work, Call call) {
  if (!shared_.hung.empty() && shared_.hung.Has(step.id, work.item.id)) {
    return {ErrorKind::kLimit,
            "did not come back from this document in an earlier run; `koppel quarantine replay` or "
            "--fresh tries again"};
  }
  if (step.limits == Limits{} && shared_.pipeline.document_limits == Limits{}) return Guarded(call);
  return UnderLimits(step.limits, shared_.pipeline.document_limits, shared_.watch.get(), timed_,
                     step.id, work.item.id, work.spent, [&] { return Guarded(call); });
}

// A file was replaced before it was read, a record is now.
Status Chain::Mend(Work& work) {
  if (shared_.mended.empty()) return Ok();
  const bool is_file = work.file->content != work.file->path;
  work.mended = is_file
                    ? shared_.mended.Find(ValidName(work.file->path.string()), work.file->sha256)
                    : shared_.mended.Find(work.item.uri, work.digest);
  if (work.mended == nullptr || !work.is_record || is_file) return Ok();
  Result<std::string> bytes = ReadFile(work.mended->file);
  if (!bytes.ok()) return std::move(bytes).status();
  work.item.bytes = *std::move(bytes);
  work.digest = Sha256(work.item.bytes);
  return Ok();
}

Status Chain::Load(Work& work) {
  if (!work.source_error.ok()) return std::move(work.source_error);
  if (!work.loaded) {
    Result<std::string> bytes = ReadFile(work.file->content);
    if (!bytes.ok()) return std::move(bytes).status();
    work.item.bytes = *std::move(bytes);
    work.loaded = true;
  }
  work.digest = Sha256(work.item.bytes);
  KOPPEL_RETURN_IF_ERROR(Mend(work));
  if (!work.file->content_sha256.empty() && !work.is_record &&
      work.digest != work.file->content_sha256)
    return IoError(work.item.uri + " was changed while the run was reading; run it again");
  return Ok();
}

void Chain::Read(Work& work, std::size_t steps) {
  const std::size_t reader = work.file->reader;
  StepCounts& counts = counts_.step(reader);
  ++counts.documents;
  Status status = Guarded([&] { return Load(work); });
  if (!status.ok()) {
    Fail(work, shared_.pipeline.readers[reader], std::move(status), counts, nullptr);
  } else if (!Recall(work, steps)) {
    Parse(work);
  }
  if (work.fate == Fate::kOutput && work.document.id() != work.item.id)
    work.item.id = work.document.id();
}

void Chain::Parse(Work& work) {
  const std::size_t reader = work.file->reader;
  const Step& step = shared_.pipeline.readers[reader];
  StepCounts& counts = counts_.step(reader);
  work.document.set_id(work.item.id);
  work.document.set_source(
      {work.item.uri, work.digest, {}, work.item.bytes.size(), SourceContent::kFile});
  StepContext context(step.id, work, shared_.cancelled, timed_);
  Status status;
  {
    const StepTimer timer(counts, work.item.bytes.size());
    status = Guard(step, work, [&] {
      return worker_->readers[reader]->Parse(work.item, work.document, context);
    });
    work.document.Seal();
  }
  counts.warnings += work.warnings.size();
  if (status.ok()) {
    Note(work, Effect::kRan, 0);
  } else {
    Fail(work, step, std::move(status), counts, nullptr);
  }
}

bool Chain::Recall(Work& work, std::size_t steps) {
  if (!shared_.memory) return false;
  Remembered& remembered = work.remembered;
  remembered.record.id = work.item.id;
  remembered.record.uri = work.item.uri;
  remembered.record.source_sha256 = work.digest;
  remembered.keep = shared_.keeping;
  if (!shared_.memory->Recall(work.file->reader, steps + 1, shared_.options.retry, remembered,
                              work.document))
    return false;
  CountRecalled(work);
  const StoredRecord& record = remembered.record;
  for (std::size_t i = 0; i < remembered.states; ++i) {
    const auto& warnings = record.states[i].warnings;
    work.warnings.insert(work.warnings.end(), warnings.begin(), warnings.end());
    if (record.states[i].effect == Effect::kSkipped) work.skipped = warnings.back();
  }
  if (remembered.states > 0) work.done = remembered.states - 1;
  if (!remembered.decided || record.outcome == Outcome::kOutput) return true;
  work.reason = record.reason;
  work.Stop(record.outcome == Outcome::kFiltered ? Fate::kFiltered : Fate::kQuarantined,
            record.step, BadInput(record.reason));
  return true;
}

// As if the steps had run.
void Chain::CountRecalled(const Work& work) {
  const Remembered& remembered = work.remembered;
  const auto counts_of = [&](std::size_t state) -> StepCounts& {
    return counts_.step(state == 0 ? work.file->reader
                                   : shared_.pipeline.readers.size() + state - 1);
  };
  for (std::size_t i = 0; i < remembered.states; ++i) {
    const StoredState& state = remembered.record.states[i];
    StepCounts& counts = counts_of(i);
    counts.warnings += state.warnings.size();
    if (state.effect == Effect::kPassedOver) {
      ++counts.passed_over;
      continue;
    }
    ++counts.reused;
    if (i > 0) ++counts.documents;
    if (state.effect == Effect::kSkipped) ++counts.skipped_errors;
  }
  if (!remembered.decided || remembered.record.outcome == Outcome::kOutput) return;
  StepCounts& deciding = counts_of(remembered.states);
  if (remembered.states > 0) ++deciding.documents;
  ++deciding.reused;
  ++(remembered.record.outcome == Outcome::kFiltered ? deciding.filtered : deciding.quarantined);
}

void Chain::Note(Work& work, Effect effect, std::size_t first_warning) {
  if (!shared_.memory) return;
  // A step that was told to stop may have returned before it was done.
  if (shared_.cancelled) work.remembered.keep = false;
  shared_.memory->Note(work.file->reader, effect, std::span(work.warnings).subspan(first_warning),
                       work.document, work.remembered);
}

void Chain::Remember(Work& work) {
  Remembered& remembered = work.remembered;
  if (!shared_.memory || !remembered.keep || remembered.decided) return;
  if (work.fate == Fate::kFiltered) {
    shared_.memory->Decide(work.file->reader, Outcome::kFiltered, work.step, work.reason,
                           remembered);
  } else if (work.fate == Fate::kQuarantined && work.status.kind() == ErrorKind::kBadInput) {
    shared_.memory->Decide(work.file->reader, Outcome::kQuarantined, work.step,
                           work.status.message(), remembered);
  } else if (work.fate != Fate::kOutput && remembered.states == 0) {
    return;
  }
  // Where the document may not be to blame for its fate, its record ends without one, so that it is
  // tried again.
  std::string id = remembered.record.id;
  work.stored = EncodeStored(std::move(remembered.record));
  remembered.record.id = std::move(id);  // under which the sink keeps it
}

Status Chain::CallStep(Work& work, std::size_t index, Context& context) {
  Processor& processor = *worker_->steps[index];
  std::unique_lock<std::mutex> lock;
  if (std::mutex* serial = shared_.instances.serial_lock(index)) lock = std::unique_lock(*serial);
  std::optional<StrictWatch> watch;
  if (shared_.options.strict) {
    watch.emplace(work.document, *shared_.pipeline.steps[index].component);
  }
  Status done = Guard(shared_.pipeline.steps[index], work,
                      [&] { return processor.Process(work.document, context); });
  if (watch) {
    Status verdict = watch->Verdict();
    watch.reset();
    if (!verdict.ok()) {
      work.Stop(Fate::kFailed, shared_.pipeline.steps[index].id, std::move(verdict));
      return Ok();
    }
  }
  KOPPEL_RETURN_IF_ERROR(std::move(done));
  for (const LayerSchema* schema : shared_.provided[index]) {
    work.document.EnsureLayer(*schema);
    KOPPEL_RETURN_IF_ERROR(work.document.CheckLayer(schema->name));
  }
  work.document.Seal();
  return Ok();
}

void Chain::RunStep(Work& work, std::size_t index) {
  const Step& step = shared_.pipeline.steps[index];
  StepCounts& counts = counts_.step(shared_.pipeline.readers.size() + index);
  if (!step.when.empty() && !Holds(step.when, work.document)) {
    ++counts.passed_over;
    Note(work, Effect::kPassedOver, work.warnings.size());
    return;
  }
  ++counts.documents;
  // Only a step that may be skipped needs a way back.
  std::unique_ptr<Document> before;
  if (step.on_error == OnError::kSkip) {
    before = std::make_unique<Document>();
    before->CopyFrom(work.document);
  }
  const std::size_t warnings = work.warnings.size();
  StepContext context(step.id, work, shared_.cancelled, timed_);
  Status status;
  {
    const StepTimer timer(counts, work.document.text().size());
    status = CallStep(work, index, context);
  }
  counts.warnings += work.warnings.size() - warnings;
  const Effect effect = status.ok() ? Effect::kRan : Effect::kSkipped;
  if (!status.ok()) Fail(work, step, std::move(status), counts, before.get());
  if (work.fate == Fate::kFiltered) ++counts.filtered;
  if (work.fate == Fate::kOutput) Note(work, effect, warnings);
}

void Chain::Fail(Work& work, const Step& step, Status status, StepCounts& counts,
                 const Document* before) {
  // A document that can't be read leaves nothing to go on with, so it can't be skipped.
  if (step.on_error == OnError::kSkip && before != nullptr) {
    ++counts.skipped_errors;
    work.warnings.push_back(
        fmt::format("{}: {}: skipped: {}", step.id, work.item.id, status.ToString()));
    work.skipped = work.warnings.back();
    work.document.CopyFrom(*before);
    work.fate = Fate::kOutput;
    return;
  }
  const bool fail = step.on_error == OnError::kFail;
  if (!fail) ++counts.quarantined;
  work.Stop(fail ? Fate::kFailed : Fate::kQuarantined, step.id, std::move(status));
}

void Chain::Process(Work& work, std::size_t steps) {
  for (; work.done < steps && work.fate == Fate::kOutput; ++work.done) RunStep(work, work.done);
}

void Chain::Render(Work& work) {
  const std::size_t own = shared_.pipeline.writers.size();
  const std::size_t first = shared_.pipeline.readers.size() + shared_.pipeline.steps.size();
  for (std::size_t w = 0; w < writers_ && work.fate == Fate::kOutput; ++w) {
    StepCounts& counts = counts_.step(first + w);
    if (w < own && !Holds(shared_.pipeline.writers[w].when, work.document)) {
      ++counts.passed_over;
      continue;
    }
    ++counts.documents;
    const Writer& writer =
        w < own ? *shared_.instances.writers()[w] : *shared_.options.extra_writers[w - own].writer;
    const StepTimer timer(counts, work.document.text().size());
    Status status = Guarded([&] { return writer.Render(work.document, work.rendered[w]); });
    work.written[w] = status.ok();
    if (!status.ok()) {
      ++counts.quarantined;
      work.Stop(
          Fate::kQuarantined,
          w < own ? shared_.pipeline.writers[w].id : shared_.options.extra_writers[w - own].id,
          std::move(status));
    }
  }
}

}  // namespace koppel
