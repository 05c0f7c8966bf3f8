#include "limits/allowance.h"

#include <fmt/format.h>

#include <algorithm>

#include "limits/memory_meter.h"

namespace koppel {
namespace {

constexpr std::int64_t kMegabyte = 1'000'000;
// Of time or memory, where the document has none left.
constexpr double kNextToNothing = 1e-9;

// The smaller one; 0 is no limit.
template <class T>
T Smaller(T a, T b) {
  if (a == 0 || b == 0) return a + b;
  return std::min(a, b);
}

double SecondsLeft(const Limits& document, const Spent& spent) {
  if (document.seconds == 0) return 0;
  return std::max(document.seconds - (SteadySeconds() - spent.since), kNextToNothing);
}

std::int64_t BytesLeft(const Limits& document, const Spent& spent) {
  if (document.megabytes == 0) return 0;
  return std::max<std::int64_t>(document.megabytes * kMegabyte - spent.bytes, 1);
}

Status Exceeded(std::string_view what, bool of_document) {
  return {ErrorKind::kLimit,
          fmt::format("stopped: the document needs more than the {} that `limits` of the pipeline "
                      "gives {}",
                      what, of_document ? "to all steps together" : "to this step")};
}

Status TooLong(const Limits& step, const Limits& document) {
  const bool own = step.seconds > 0 && (document.seconds == 0 || step.seconds <= document.seconds);
  return Exceeded(fmt::format("{} s", own ? step.seconds : document.seconds), !own);
}

Status TooMuch(const Limits& step, const Limits& document) {
  const bool own =
      step.megabytes > 0 && (document.megabytes == 0 || step.megabytes <= document.megabytes);
  return Exceeded(fmt::format("{} MB of memory", own ? step.megabytes : document.megabytes), !own);
}

}  // namespace

Status UnderLimits(const Limits& step, const Limits& document, HangWatch* watch, Timed& timed,
                   std::string_view step_id, std::string_view document_id, Spent& spent,
                   const std::function<Status()>& work) {
  if (spent.since == 0) spent.since = SteadySeconds();
  const double seconds = Smaller(step.seconds, SecondsLeft(document, spent));
  const std::int64_t bytes = Smaller(step.megabytes * kMegabyte, BytesLeft(document, spent));
  Status status;
  bool late = false, too_much = false;
  {
    MemoryMeter meter(bytes);
    if (seconds > 0) watch->Begin(timed, seconds, step_id, document_id);
    status = work();
    late = timed.late();
    if (seconds > 0) watch->End(timed);
    spent.bytes += meter.held();
    too_much = meter.exceeded();
  }
  if (too_much) return TooMuch(step, document);
  return late ? TooLong(step, document) : std::move(status);
}

}  // namespace koppel
