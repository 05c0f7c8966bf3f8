#include "pass.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <mutex>

#include "hand_over.h"
#include "input/item_source.h"

namespace koppel {
namespace {

// Items in flight per thread: enough that threads need not wait for one long document before them
// in order.
constexpr int kItemsPerThread = 4;
// The pipeline is drained each time this much input went in, which bounds memory without making a
// thread wait.
constexpr std::uint64_t kWindowBytes = std::uint64_t{128} << 20;

class PassRunner {
 public:
  PassRunner(const std::vector<SourceFile>& files, Readers readers, Crew& crew,
             const std::atomic<bool>& cancelled, const PassWork& work)
      : source_(files, std::move(readers)), crew_(crew), cancelled_(cancelled), work_(work) {
    ring_.resize(static_cast<std::size_t>(crew.threads() * kItemsPerThread));
    for (auto& slot : ring_) slot = std::make_unique<Work>();
  }

  Status Run() {
    // More threads than cores, where that is asked for.
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(crew_.threads()));
    tbb::task_arena arena(crew_.threads());
    while (!ended_ && !stopped_) {
      arena.execute([this] { RunWindow(); });
      TakeOver(&source_);
    }
    TakeOver(&failure_);
    for (int slot = 0; slot < crew_.threads(); ++slot) TakeOver(crew_.fence(slot));
    return std::move(failure_);
  }

 private:
  void RunWindow() {
    window_ = 0;
    using Mode = tbb::filter_mode;
    const auto chain =
        tbb::make_filter<void, Work*>(Mode::serial_in_order,
                                      [this](tbb::flow_control& flow) {
                                        TakeOver(&source_);
                                        Work* work = Take(flow);
                                        HandOver(&source_);
                                        return work;
                                      }) &
        tbb::make_filter<Work*, Work*>(Mode::parallel,
                                       [this](Work* work) { return Handle(*work); }) &
        tbb::make_filter<Work*, void>(Mode::serial_in_order, [this](Work* work) { Finish(*work); });
    tbb::parallel_pipeline(ring_.size(), chain);
  }

  Work* Take(tbb::flow_control& flow) {
    if (cancelled_.load(std::memory_order_relaxed)) stopped_ = true;
    if (stopped_ || window_ >= kWindowBytes) {
      flow.stop();
      return nullptr;
    }
    // At most ring_.size() items are in flight and they finish in order, so this one's slot is free
    // again.
    Work& work = *ring_[taken_ % ring_.size()];
    TakeOver(&work);
    if (!source_.Next(work)) {
      ended_ = true;
      flow.stop();
      return nullptr;
    }
    ++taken_;
    window_ += work.source_bytes;
    HandOver(&work);
    return &work;
  }

  Work* Handle(Work& work) {
    const int slot = tbb::this_task_arena::current_thread_index();
    TakeOver(&work);
    TakeOver(crew_.fence(slot));
    Result<Chain*> chain = crew_.At(slot);
    if (chain.ok()) {
      work_.handle(**chain, work, slot);
    } else {
      work.Stop(Fate::kFailed, {}, std::move(chain).status());
    }
    HandOver(crew_.fence(slot));
    HandOver(&work);
    return &work;
  }

  void Finish(Work& work) {
    TakeOver(&failure_);
    TakeOver(&work);
    if (failure_.ok()) failure_ = work_.finish(work);
    if (!failure_.ok()) stopped_ = true;
    HandOver(&work);
    HandOver(&failure_);
  }

  ItemSource source_;
  Crew& crew_;
  const std::atomic<bool>& cancelled_;
  const PassWork& work_;
  std::vector<std::unique_ptr<Work>> ring_;
  std::size_t taken_ = 0;     // source stage only
  std::uint64_t window_ = 0;  // source stage only
  bool ended_ = false;        // source stage only
  std::atomic<bool> stopped_{false};
  Status failure_;  // sink stage only
};

}  // namespace

Crew::Crew(ChainShared& shared, int threads)
    : shared_(shared), chains_(static_cast<std::size_t>(threads)) {}

Result<Chain*> Crew::At(int slot) {
  std::unique_ptr<Chain>& chain = chains_[static_cast<std::size_t>(slot)];
  if (!chain) {
    Result<std::shared_ptr<Worker>> worker = shared_.instances.NewWorker();
    if (!worker.ok()) return std::move(worker).status();
    chain = std::make_unique<Chain>(shared_, *std::move(worker));
  }
  return chain.get();
}

Result<Readers> Crew::NewReaders() { return shared_.instances.NewReaders(); }

std::vector<Chain*> Crew::chains() const {
  std::vector<Chain*> made;
  for (const auto& chain : chains_) {
    if (chain) made.push_back(chain.get());
  }
  return made;
}

Status RunPass(const std::vector<SourceFile>& files, Crew& crew, const std::atomic<bool>& cancelled,
               const PassWork& work) {
  // The source cuts files while others parse, so it has readers of its own.
  Result<Readers> readers = crew.NewReaders();
  if (!readers.ok()) return std::move(readers).status();
  return PassRunner(files, *std::move(readers), crew, cancelled, work).Run();
}

}  // namespace koppel
