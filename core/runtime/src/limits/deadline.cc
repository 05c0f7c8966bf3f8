#include "limits/deadline.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace koppel {
namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(50);

std::int64_t Now() {
  return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

std::int64_t Nanoseconds(double seconds) { return static_cast<std::int64_t>(seconds * 1e9); }

}  // namespace

double SteadySeconds() { return static_cast<double>(Now()) / 1e9; }

bool Timed::late() const {
  const std::int64_t at = deadline.load(std::memory_order_relaxed);
  return at != 0 && Now() >= at;
}

HangWatch::HangWatch(Handler hung) : hung_(std::move(hung)), watcher_([this] { Watch(); }) {}

HangWatch::~HangWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  watcher_.join();
}

void HangWatch::Begin(Timed& timed, double seconds, std::string_view step,
                      std::string_view document) {
  const std::lock_guard lock(mutex_);
  timed.step = step;
  timed.document = document;
  const std::int64_t deadline = Now() + Nanoseconds(seconds);
  timed.deadline = deadline;
  timed.end_of_grace = deadline + Nanoseconds(std::clamp(10 * seconds, 1.0, 10.0));
  working_.push_back(&timed);
}

void HangWatch::End(Timed& timed) {
  const std::lock_guard lock(mutex_);
  timed.deadline = 0;
  working_.erase(std::remove(working_.begin(), working_.end(), &timed), working_.end());
}

void HangWatch::Watch() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, kLookEvery, [this] { return stopping_; })) Look();
}

void HangWatch::Look() {
  const std::int64_t now = Now();
  for (const Timed* timed : working_) {
    if (now < timed->end_of_grace || !hung_) continue;
    std::exchange(hung_, nullptr)(timed->step, timed->document);
  }
}

}  // namespace koppel
