#include "pass.h"

#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <mutex>

#include "item_source.h"

namespace koppel {
namespace {

// Items in flight per thread: enough that threads need not wait for one long document before them
// in order.
constexpr int kItemsPerThread = 4;
// The pipeline is drained each time this much input went in, which bounds memory without making a
// thread wait.
constexpr std::uint64_t kWindowBytes = std::uint64_t{128} << 20;

struct Ticket {
  Work* work = nullptr;
  std::uint64_t source_bytes = 0;
};

class PassRunner {
 public:
  PassRunner(const std::vector<SourceFile>& files, Worker& worker, Crew& crew,
             const std::atomic<bool>& cancelled, const PassWork& work)
      : source_(files, worker), crew_(crew), cancelled_(cancelled), work_(work) {
    ring_.resize(static_cast<std::size_t>(crew.threads() * kItemsPerThread));
    for (auto& slot : ring_) slot = std::make_unique<Work>();
  }

  Status Run() {
    tbb::task_arena arena(crew_.threads());
    while (!ended_ && !stopped_) arena.execute([this] { RunWindow(); });
    return std::move(failure_);
  }

 private:
  void RunWindow() {
    window_ = 0;
    using Mode = tbb::filter_mode;
    const auto chain =
        tbb::make_filter<void, Ticket>(Mode::serial_in_order,
                                       [this](tbb::flow_control& flow) { return Take(flow); }) &
        tbb::make_filter<Ticket, Ticket>(Mode::parallel,
                                         [this](Ticket ticket) { return Handle(ticket); }) &
        tbb::make_filter<Ticket, void>(Mode::serial_in_order,
                                       [this](Ticket ticket) { Finish(ticket); });
    tbb::parallel_pipeline(ring_.size(), chain);
  }

  Ticket Take(tbb::flow_control& flow) {
    if (cancelled_.load(std::memory_order_relaxed)) stopped_ = true;
    if (stopped_ || window_ >= kWindowBytes) {
      flow.stop();
      return {};
    }
    // At most ring_.size() items are in flight and they finish in order, so this one's slot is free
    // again.
    Work& work = *ring_[taken_ % ring_.size()];
    if (!source_.Next(work)) {
      ended_ = true;
      flow.stop();
      return {};
    }
    ++taken_;
    window_ += source_.last_size();
    return {&work, source_.last_size()};
  }

  Ticket Handle(Ticket ticket) {
    const int slot = tbb::this_task_arena::current_thread_index();
    Result<Chain*> chain = crew_.At(slot);
    if (chain.ok()) {
      work_.handle(**chain, *ticket.work, slot);
    } else {
      ticket.work->Stop(Fate::kFailed, {}, std::move(chain).status());
    }
    return ticket;
  }

  void Finish(Ticket ticket) {
    if (!failure_.ok()) return;
    failure_ = work_.finish(*ticket.work, ticket.source_bytes);
    if (!failure_.ok()) stopped_ = true;
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

std::vector<Chain*> Crew::chains() const {
  std::vector<Chain*> made;
  for (const auto& chain : chains_) {
    if (chain) made.push_back(chain.get());
  }
  return made;
}

Status RunPass(const std::vector<SourceFile>& files, Crew& crew, const std::atomic<bool>& cancelled,
               const PassWork& work) {
  // The source cuts files with the first slot's reader: Split does not touch what Parse uses.
  Result<Chain*> first = crew.At(0);
  if (!first.ok()) return std::move(first).status();
  return PassRunner(files, (*first)->worker(), crew, cancelled, work).Run();
}

}  // namespace koppel
