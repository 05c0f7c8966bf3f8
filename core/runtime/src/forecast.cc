#include "koppel/runtime/forecast.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <thread>

#include "input/inputs.h"
#include "input/inventory.h"
#include "input/item_source.h"
#include "instances.h"
#include "koppel/io.h"
#include "koppel/runtime/temporary_folder.h"
#include "resume.h"
#include "store/model_store.h"
#include "store/pack_store.h"
#include "store/run_steps.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

class Forecaster {
 public:
  Forecaster(const Pipeline& pipeline, const Registry& registry, const RunOptions& options,
             const std::string& program)
      : pipeline_(pipeline),
        options_(options),
        program_(program),
        instances_(pipeline, registry, folder_.path()),
        models_(Below("models")) {}

  Result<Forecast> Tell() {
    Result<Inputs> inputs = FindInputs(pipeline_, options_.inputs);
    if (!inputs.ok()) return std::move(inputs).status();
    KOPPEL_RETURN_IF_ERROR(CheckApart(*inputs, options_.out));
    KOPPEL_RETURN_IF_ERROR(instances_.Prepare());
    HashInputs(inputs->files, Threads());
    Result<Mended> mended = Mended::Read(options_.out);
    if (!mended.ok()) return std::move(mended).status();
    mended_ = *std::move(mended);
    mended_.Replace(inputs->files);
    today_ = RunStepsOf(pipeline_, instances_.resources().resources());
    today_.program = Hex(program_);
    Compare();
    CompareCompletion(inputs->files);
    KOPPEL_RETURN_IF_ERROR(CountDocuments(inputs->files));
    if (other_inputs_ && forecast_.added + forecast_.changed + forecast_.gone == 0)
      forecast_.reasons.emplace_back("the same files come in another order");
    return std::move(forecast_);
  }

 private:
  fs::path Below(std::string_view name) const { return options_.out / ".koppel" / name; }

  int Threads() const {
    if (options_.threads > 0) return options_.threads;
    return std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  }

  // Today's steps against those of the run before.
  void Compare() {
    if (auto before = StoredRun::Open(options_.out); before.ok()) {
      before_ = *std::move(before);
    } else {
      forecast_.reasons.push_back(before.status().message());
    }
    const RunSteps none;
    const RunSteps& was = before_ ? before_->steps() : none;
    if (before_ && was.program != today_.program)
      forecast_.reasons.emplace_back("the program itself changed: all of the work is done again");
    if (before_) {
      for (std::string& change : ChangesOf(was.settings, today_.settings))
        forecast_.reasons.push_back(std::move(change));
    }
    CompareEach(was.readers, today_.readers, forecast_.readers);
    CompareChain(was.steps);
    CompareEach(was.writers, today_.writers, forecast_.writers);
  }

  static const RunStep* FindStep(const std::vector<RunStep>& steps, const std::string& id) {
    const auto same = [&](const RunStep& step) { return step.identity.id == id; };
    const auto found = std::find_if(steps.begin(), steps.end(), same);
    return found == steps.end() ? nullptr : &*found;
  }

  void CompareEach(const std::vector<RunStep>& was, const std::vector<RunStep>& is,
                   std::vector<StepForecast>& to) const {
    for (const RunStep& step : is) {
      StepForecast& forecast = to.emplace_back();
      forecast.step = step;
      if (!before_) continue;
      const RunStep* old = FindStep(was, step.identity.id);
      forecast.reasons = old ? ChangesOf(*old, step) : std::vector<std::string>{"new"};
    }
  }

  // A step is used again only if all before it are.
  void CompareChain(const std::vector<RunStep>& was) {
    CompareEach(was, today_.steps, forecast_.steps);
    if (!before_) return;
    for (const RunStep& step : was) {
      const std::string& id = step.identity.id;
      if (!FindStep(today_.steps, id))
        forecast_.reasons.push_back(fmt::format("the step {} is gone", id));
    }
    bool follows = false;
    for (std::size_t i = 0; i < forecast_.steps.size(); ++i) {
      StepForecast& forecast = forecast_.steps[i];
      const std::string& id = forecast.step.identity.id;
      const bool moved = FindStep(was, id) && (i >= was.size() || was[i].identity.id != id);
      if (moved && !follows) forecast.reasons.push_back(Displaced(was, i));
      forecast.follows = follows && forecast.reasons.empty();
      follows = follows || !forecast.reasons.empty();
    }
  }

  std::string Displaced(const std::vector<RunStep>& was, std::size_t place) const {
    if (place < was.size() && !FindStep(today_.steps, was[place].identity.id))
      return fmt::format("step {} before it is gone", was[place].identity.id);
    return "it stood at another place among the steps";
  }

  void CompareCompletion(const std::vector<SourceFile>& files) {
    const Result<Completion> completion = ReadCompletion(Below("complete.json"));
    if (!completion.ok()) {
      if (before_) forecast_.reasons.emplace_back("the run before is not complete");
      return;
    }
    forecast_.since = completion->since;
    other_inputs_ = completion->inputs != Hex(InventoryDigest(files, mended_));
    const bool same = !other_inputs_ && completion->configuration ==
                                            ConfigurationDigest(pipeline_, options_, program_);
    forecast_.unchanged = same && StillHolds(*completion, options_.out, Threads());
    if (same && !forecast_.unchanged)
      forecast_.reasons.emplace_back(
          "a resource changed, or a file of the output is not as the "
          "run left it");
  }

  StepKeys Keys(const std::vector<SourceFile>& files) {
    std::vector<std::string> readers, steps;
    for (const RunStep& reader : today_.readers) readers.push_back(TextOf(reader.identity));
    for (const RunStep& step : today_.steps) steps.push_back(TextOf(step.identity));
    const std::string inputs = Hex(InventoryDigest(files, mended_));
    const std::vector<std::size_t> observers = pipeline_.Observers();
    StepKeys keys(program_, readers, std::move(steps), observers);
    for (const std::size_t step : observers) {
      const std::string model = models_.Find(keys.ModelKey(step, inputs));
      if (model.empty()) {
        forecast_.steps[step].waits = true;
        break;  // what a later observer learns depends on this one
      }
      keys.SetModel(step, Sha256(model));
    }
    return keys;
  }

  Status CountDocuments(const std::vector<SourceFile>& files) {
    const StepKeys keys = Keys(files);
    const auto packs = PackStore::Open(Below("store"), false);
    std::multimap<std::string_view, const StoredDocument*> listed;
    if (before_) {
      for (const StoredDocument& document : before_->documents())
        listed.emplace(document.given, &document);
    }
    forecast_.gone = listed.size();
    Result<Readers> readers = instances_.NewReaders();
    if (!readers.ok()) return std::move(readers).status();
    ItemSource source(files, *std::move(readers));
    for (Work work; source.Next(work);) {
      work.digest = work.loaded ? Sha256(work.item.bytes) : work.file->content_sha256;
      if (const MendedCopy* copy = mended_.Find(work.item.uri, work.digest))
        work.digest = copy->sha256;
      Count(work, keys, *packs, listed);
    }
    return Ok();
  }

  void Count(const Work& work, const StepKeys& keys, const PackStore& packs,
             const std::multimap<std::string_view, const StoredDocument*>& listed) {
    ++forecast_.documents;
    const StoredDocument* old = nullptr;
    for (auto [at, end] = listed.equal_range(work.item.id); at != end && !old; ++at)
      if (at->second->uri == work.item.uri) old = at->second;
    if (old) --forecast_.gone;
    PackStore::Found found;
    packs.Find(work.item.id, work.item.uri, work.digest, keys.Of(work.file->reader), found);
    forecast_.readers[work.file->reader].stored += found.states > 0;
    for (std::size_t i = 1; i < found.states; ++i) ++forecast_.steps[i - 1].stored;
    if (found.decided) {
      ++forecast_.whole;
      return;
    }
    if (old == nullptr) {
      ++forecast_.added;
    } else if (old->sha256 != work.digest) {
      ++forecast_.changed;
    } else if (old->outcome == Outcome::kQuarantined) {
      ++forecast_.failed;
    }
    if (found.states == 0) {
      ++forecast_.none;
      ++forecast_.readers[work.file->reader].first;
    } else {
      ++forecast_.part;
      if (found.states <= forecast_.steps.size()) ++forecast_.steps[found.states - 1].first;
    }
  }

  const Pipeline& pipeline_;
  const RunOptions& options_;
  const std::string& program_;
  const TemporaryFolder folder_{"koppel-check"};
  Instances instances_;
  ModelStore models_;
  std::unique_ptr<StoredRun> before_;
  RunSteps today_;
  Mended mended_;
  bool other_inputs_ = false;  // than the complete run before had
  Forecast forecast_;
};

}  // namespace

Result<Forecast> ForecastRun(const Pipeline& pipeline, const Registry& registry,
                             const RunOptions& options, const std::string& program) {
  return Forecaster(pipeline, registry, options, program).Tell();
}

}  // namespace koppel
