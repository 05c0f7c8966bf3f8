// Counts and times of a run, one set per thread, added up at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "koppel/runtime/run_report.h"

namespace koppel {

struct StepCounts {
  std::uint64_t documents = 0, reused = 0, passed_over = 0, filtered = 0, quarantined = 0,
                skipped_errors = 0, warnings = 0;
  std::uint64_t calls = 0, timed_calls = 0;
  std::chrono::nanoseconds timed{0};       // of the sampled short documents
  std::chrono::nanoseconds timed_long{0};  // of long documents, each of which is timed
};

// Reading the clock costs about as much as an empty step, so of short documents one in sixteen is
// timed.
struct TimingPolicy {
  static constexpr std::uint64_t kSample = 16;
  static constexpr std::size_t kLongBytes = 8192;
};

class ThreadCounts {
 public:
  explicit ThreadCounts(std::size_t steps) : steps_(steps) {}
  StepCounts& step(std::size_t index) { return steps_[index]; }
  void AddTo(std::vector<StepReport>& reports) const;

 private:
  std::vector<StepCounts> steps_;
};

// Times one call of a step, if the policy says so.
class StepTimer {
 public:
  StepTimer(StepCounts& counts, std::size_t bytes);
  ~StepTimer();
  StepTimer(const StepTimer&) = delete;
  StepTimer& operator=(const StepTimer&) = delete;

 private:
  StepCounts& counts_;
  bool long_;
  bool timed_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace koppel
