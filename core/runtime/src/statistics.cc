#include "statistics.h"

namespace koppel {

void ThreadCounts::AddTo(std::vector<StepReport>& reports) const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const StepCounts& counts = steps_[i];
    StepReport& report = reports[i];
    report.documents += counts.documents;
    report.reused += counts.reused;
    report.passed_over += counts.passed_over;
    report.filtered += counts.filtered;
    report.quarantined += counts.quarantined;
    report.skipped_errors += counts.skipped_errors;
    report.warnings += counts.warnings;
    using Seconds = std::chrono::duration<double>;
    report.seconds += Seconds(counts.timed_long).count();
    if (counts.timed_calls > 0) {
      const double scale =
          static_cast<double>(counts.calls) / static_cast<double>(counts.timed_calls);
      report.seconds += Seconds(counts.timed).count() * scale;
    }
  }
}

StepTimer::StepTimer(StepCounts& counts, std::size_t bytes)
    : counts_(counts),
      long_(bytes >= TimingPolicy::kLongBytes),
      timed_(long_ || counts.calls % TimingPolicy::kSample == 0) {
  if (!long_) ++counts_.calls;
  if (timed_) start_ = std::chrono::steady_clock::now();
}

StepTimer::~StepTimer() {
  if (!timed_) return;
  const auto took = std::chrono::steady_clock::now() - start_;
  if (long_) {
    counts_.timed_long += took;
  } else {
    counts_.timed += took;
    ++counts_.timed_calls;
  }
}

}  // namespace koppel
