#include "pass.h"

#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <mutex>

#include "hand_over.h"
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
  PassRunner(const std::vector<SourceFile>& files, Readers readers, Crew& crew,
             const std::atomic<bool>& cancelled, const PassWork& work)
      : source_(files, std::move(readers)), crew_(crew), cancelled_(cancelled), work_(work) {
    ring_.resize(static_cast<std::size_t>(crew.threads() * kItemsPerThread));
    for (auto& slot : ring_) slot = std::make_unique<Work>();
  }

  Status Run() {
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
    const auto chain = tbb::make_filter<void, Ticket>(Mode::serial_in_order,
                                                      [this](tbb::flow_control& flow) {
                                                        TakeOver(&source_);
                                                        const Ticket ticket = Take(flow);
                                                        HandOver(&source_);
                                                        return ticket;
                                                      }) &
                       tbb::make_filter<Ticket, Ticket>(
                           Mode::parallel, [this](Ticket ticket) { return Handle(ticket); }) &
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
    TakeOver(&work);
    if (!source_.Next(work)) {
      ended_ = true;
      flow.stop();
      return {};
    }
    ++taken_;
    window_ += source_.last_size();
    HandOver(&work);
    return {&work, source_.last_size()};
  }

  Ticket Handle(Ticket ticket) {
    const int slot = tbb::this_task_arena::current_thread_index();
    TakeOver(ticket.work);
    TakeOver(crew_.fence(slot));
    Result<Chain*> chain = crew_.At(slot);
    if (chain.ok()) {
      work_.handle(**chain, *ticket.work, slot);
    } else {
      ticket.work->Stop(Fate::kFailed, {}, std::move(chain).status());
    }
    HandOver(crew_.fence(slot));
    HandOver(ticket.work);
    return ticket;
  }

  void Finish(Ticket ticket) {
    TakeOver(&failure_);
    TakeOver(ticket.work);
    if (failure_.ok()) failure_ = work_.finish(*ticket.work, ticket.source_bytes);
    if (!failure_.ok()) stopped_ = true;
    HandOver(ticket.work);
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
