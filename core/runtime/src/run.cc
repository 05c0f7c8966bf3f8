#include "koppel/runtime/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "guard.h"
#include "input/inputs.h"
#include "input/inventory.h"
#include "input/selection.h"
#include "koppel/layers.h"
#include "koppel/runtime/quarantine_index.h"
#include "koppel/runtime/sample.h"
#include "output/sink.h"
#include "pass.h"
#include "resume.h"
#include "store/run_steps.h"
#include "strict.h"
#include "work.h"

namespace koppel {
namespace {

using Clock = std::chrono::steady_clock;

const std::atomic<bool> kNeverCancelled{false};

std::vector<const LayerSchema*> KnownLayers(const Registry& registry) {
  std::vector<const LayerSchema*> known = registry.LoadedLayers();
  known.insert(known.end(), StandardLayers().begin(), StandardLayers().end());
  return known;
}

bool HasDeadlines(const Pipeline& pipeline) {
  const auto has = [](const Step& step) { return step.limits.seconds > 0; };
  return pipeline.document_limits.seconds > 0 ||
         std::any_of(pipeline.readers.begin(), pipeline.readers.end(), has) ||
         std::any_of(pipeline.steps.begin(), pipeline.steps.end(), has);
}

// Schemas of the layers that each step must leave behind.
std::vector<std::vector<const LayerSchema*>> ProvidedLayers(const Pipeline& pipeline,
                                                            const Registry& registry) {
  const std::vector<const LayerSchema*> known = KnownLayers(registry);
  std::vector<std::vector<const LayerSchema*>> provided(pipeline.steps.size());
  for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
    for (const LayerNeed& need : pipeline.steps[i].component->provides_layers) {
      const auto schema =
          std::find_if(known.begin(), known.end(), [&](auto* s) { return s->name == need.layer; });
      if (schema != known.end()) provided[i].push_back(*schema);
    }
  }
  return provided;
}

class Runner {
 public:
  Runner(const Pipeline& pipeline, const Registry& registry, RunOptions& options)
      : pipeline_(pipeline),
        registry_(registry),
        options_(options),
        cancelled_(options.cancel ? *options.cancel : kNeverCancelled),
        instances_(pipeline, registry, options.out),
        shared_{pipeline_, options_, instances_, {}, cancelled_} {}

  Result<RunReport> Run() {
    const auto start = Clock::now();
    Result<Inputs> inputs = FindInputs(pipeline_, options_.inputs);
    if (!inputs.ok()) return std::move(inputs).status();
    KOPPEL_RETURN_IF_ERROR(CheckApart(*inputs, options_.out));
    inputs->files = Select(std::move(inputs->files), options_.sample, options_.backwards);
    const int threads = Threads();
    if (options_.folder) {
      HashInputs(inputs->files, threads);
      KOPPEL_RETURN_IF_ERROR(TakeMended(inputs->files));
      if (AlreadyComplete(pipeline_, options_, inputs->files, shared_.mended, threads, report_))
        return std::move(report_);
    }
    KOPPEL_RETURN_IF_ERROR(instances_.Prepare());
    KOPPEL_RETURN_IF_ERROR(OpenExtraWriters());
    report_.opening_seconds = std::chrono::duration<double>(Clock::now() - start).count();

    shared_.provided = ProvidedLayers(pipeline_, registry_);
    shared_.memory = Remember();
    WatchOver();
    Crew crew(shared_, threads);
    const std::vector<std::size_t> observers = pipeline_.Observers();
    StartProgress(inputs->files, static_cast<int>(observers.size()) + 1);

    Status failure;
    for (std::size_t i = 0; i < observers.size() && failure.ok() && !cancelled_; ++i) {
      failure = Observe(inputs->files, crew, observers[i]);
    }
    Sink sink(pipeline_, options_, instances_, shared_.memory.get(), report_);
    const bool produces = failure.ok() && !cancelled_;
    if (produces) failure = Produce(inputs->files, crew, sink);
    report_.failure = std::move(failure);
    report_.cancelled = cancelled_;
    // A run that is stopped before its last pass has nothing to say in the place of an earlier one.
    if (produces) {
      if (Status closed = sink.Close(); report_.failure.ok()) report_.failure = std::move(closed);
    }

    report_.passes = static_cast<int>(observers.size()) + 1;
    report_.threads = crew.threads();
    report_.inputs = InputFilesOf(inputs->files);
    report_.ignored = std::move(inputs->ignored);
    for (const std::string& path : options_.inputs)
      report_.given.push_back(std::filesystem::absolute(path).lexically_normal().string());
    report_.resources = instances_.resources().resources();
    if (options_.folder) options_.folder->state().claimed = instances_.resources().claimed();
    report_.notes = std::move(inputs->notes);
    for (std::string& note : instances_.resources().notes())
      report_.notes.push_back(std::move(note));
    NoteMended();
    AddStepReports(crew);
    report_.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return std::move(report_);
  }

 private:
  int Threads() const {
    if (options_.threads > 0) return options_.threads;
    return std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  }

  Status TakeMended(std::vector<SourceFile>& files) {
    Result<Mended> mended = Mended::Read(options_.out, true);
    if (!mended.ok()) return std::move(mended).status();
    shared_.mended = *std::move(mended);
    shared_.mended.Replace(files);
    return Ok();
  }

  void NoteMended() {
    if (report_.mended.empty()) return;
    report_.notes.push_back(
        fmt::format("{} {} read as mended by hand, from {}", report_.mended.size(),
                    report_.mended.size() == 1 ? "document or file was" : "documents or files were",
                    (options_.out / kMendedFolder).string()));
  }

  // Precondition: the components are open, so that their resources are known.
  std::unique_ptr<Memory> Remember() {
    if (!options_.folder) return nullptr;
    return OpenMemory(*options_.folder, RunStepsOf(pipeline_, instances_.resources().resources()),
                      pipeline_.Observers(), KnownLayers(registry_));
  }

  void WatchOver() {
    if (options_.folder) shared_.hung = ReadHung(*options_.folder, options_.retry);
    if (!HasDeadlines(pipeline_)) return;
    shared_.watch = std::make_unique<HangWatch>(
        [this](const std::string& step, const std::string& document) { Hang(step, document); });
  }

  void Hang(const std::string& step, const std::string& document) {
    if (!options_.on_hang) return;
    if (options_.folder) AddHung(*options_.folder, step, document);
    options_.on_hang(fmt::format(
        "{}: {}: does not come back, long after its time was over, so that the run can't go on. "
        "Give the same command again: what was done is not lost, and the document is quarantined",
        step, document));
  }

  Status OpenExtraWriters() {
    for (const ExtraWriter& extra : options_.extra_writers) {
      RunSetup setup(extra.id, {}, options_.out, instances_.resources(), Owner::kHost);
      KOPPEL_RETURN_IF_ERROR(extra.writer->Open(setup));
    }
    return Ok();
  }

  // The pass for the observer at `step`: the steps before it, then Observe. Documents that fail
  // here are left out of the model; the last pass deals with them.
  Status Observe(const std::vector<SourceFile>& files, Crew& crew, std::size_t step) {
    NextPass();
    if (Result<bool> known = RecallModel(crew, step); !known.ok() || *known)
      return std::move(known).status();
    std::vector<std::unique_ptr<Model>> models(static_cast<std::size_t>(crew.threads()));
    PassWork pass;
    pass.handle = [&](Chain& chain, Work& work, int slot) {
      chain.Read(work, step);
      chain.Process(work, step);
      if (work.fate != Fate::kOutput) return;
      auto& observer = dynamic_cast<Observer&>(*chain.worker().steps[step]);
      std::unique_ptr<Model>& model = models[static_cast<std::size_t>(slot)];
      std::optional<StrictWatch> watch;
      if (options_.strict) watch.emplace(work.document, *pipeline_.steps[step].component);
      Status status = Guarded([&] {
        if (!model) model = observer.NewModel();
        return observer.Observe(work.document, *model);
      });
      if (Status verdict = watch ? watch->Verdict() : Ok(); !verdict.ok()) {
        work.Stop(Fate::kFailed, pipeline_.steps[step].id, std::move(verdict));
        return;
      }
      if (!status.ok()) work.Stop(Fate::kQuarantined, pipeline_.steps[step].id, std::move(status));
    };
    pass.finish = [&](Work& work) {
      Count(work.source_bytes);
      return work.fate == Fate::kFailed
                 ? std::move(work.status).WithContext(work.step + ": " + work.item.id)
                 : Ok();
    };
    KOPPEL_RETURN_IF_ERROR(RunPass(files, crew, cancelled_, pass));
    return Merge(crew, models, step);
  }

  Status Merge(Crew& crew, std::vector<std::unique_ptr<Model>>& models, std::size_t step) {
    return Guarded([&] {
      Result<Chain*> chain = crew.At(0);
      if (!chain.ok()) return std::move(chain).status();
      std::shared_ptr<Model> merged =
          dynamic_cast<Observer&>(*(*chain)->worker().steps[step]).NewModel();
      for (const auto& model : models) {
        if (model) merged->Merge(*model);
      }
      instances_.Freeze(step, merged);
      for (Chain* each : crew.chains()) each->ResetCounts();
      if (!shared_.memory || cancelled_) return Ok();
      std::string saved;
      merged->Save(saved);
      return shared_.memory->SetModel(step, saved);
    });
  }

  // True if the observer has its model from earlier work.
  Result<bool> RecallModel(Crew& crew, std::size_t step) {
    if (!shared_.memory) return false;
    return Guarded([&]() -> Result<bool> {
      const std::string saved = shared_.memory->FindModel(step);
      Result<Chain*> chain = crew.At(0);
      if (!chain.ok()) return std::move(chain).status();
      std::shared_ptr<Model> model =
          dynamic_cast<Observer&>(*(*chain)->worker().steps[step]).NewModel();
      if (saved.empty() || !model->Load(saved).ok()) return false;
      instances_.Freeze(step, std::move(model));
      KOPPEL_RETURN_IF_ERROR(shared_.memory->SetModel(step, saved));
      return true;
    });
  }

  Status Produce(const std::vector<SourceFile>& files, Crew& crew, Sink& sink) {
    NextPass();
    if (shared_.memory) KOPPEL_RETURN_IF_ERROR(shared_.memory->Start());
    shared_.keeping = true;
    const std::size_t writers = pipeline_.writers.size() + options_.extra_writers.size();
    PassWork pass;
    pass.handle = [&](Chain& chain, Work& work, int) {
      work.rendered.resize(writers);
      work.written.resize(writers);
      chain.Read(work, pipeline_.steps.size());
      if (!InSample(work.item.id, options_.share)) {
        work.Stop(Fate::kLeftOut, {}, {});
        return;
      }
      chain.Process(work, pipeline_.steps.size());
      chain.Remember(work);
      chain.Render(work);
    };
    pass.finish = [&](Work& work) {
      Status status = sink.Finish(work);
      Count(work.source_bytes);
      if (options_.progress) options_.progress->quarantined = report_.quarantined;
      return status;
    };
    return RunPass(files, crew, cancelled_, pass);
  }

  void StartProgress(const std::vector<SourceFile>& files, int passes) {
    if (!options_.progress) return;
    std::uint64_t total = 0;
    for (const SourceFile& file : files) total += file.size;
    options_.progress->total_bytes = total;
    options_.progress->passes = passes;
  }

  void NextPass() {
    if (!options_.progress) return;
    options_.progress->documents = 0;
    options_.progress->bytes = 0;
    options_.progress->pass_began = Clock::now().time_since_epoch().count();
    ++options_.progress->pass;
  }

  void Count(std::uint64_t bytes) {
    if (!options_.progress) return;
    options_.progress->documents.fetch_add(1, std::memory_order_relaxed);
    options_.progress->bytes.fetch_add(bytes, std::memory_order_relaxed);
  }

  void AddStepReports(const Crew& crew) {
    for (const auto* steps : {&pipeline_.readers, &pipeline_.steps, &pipeline_.writers}) {
      for (const Step& step : *steps) report_.steps.push_back({step.id, step.component->id});
    }
    for (const ExtraWriter& extra : options_.extra_writers)
      report_.steps.push_back({extra.id, extra.id});
    for (const Chain* chain : crew.chains()) chain->counts().AddTo(report_.steps);
    for (const StepReport& step : report_.steps) {
      if (step.documents > 0 || step.passed_over == 0) continue;
      report_.notes.push_back(
          fmt::format("{}: its `when` held for none of {} documents; is that meant?", step.id,
                      step.passed_over));
    }
  }

  const Pipeline& pipeline_;
  const Registry& registry_;
  RunOptions& options_;
  const std::atomic<bool>& cancelled_;
  Instances instances_;
  ChainShared shared_;
  RunReport report_;
};

}  // namespace

Result<RunReport> Run(const Pipeline& pipeline, const Registry& registry, RunOptions& options) {
  return Runner(pipeline, registry, options).Run();
}

}  // namespace koppel
