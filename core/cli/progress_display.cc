#include "progress_display.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace koppel {
namespace {

std::string Duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string Bar(double part) {
  constexpr int kWidth = 20;
  const int full = static_cast<int>(part * kWidth);
  std::string bar;
  for (int i = 0; i < kWidth; ++i) bar += i < full ? "█" : "░";
  return bar;
}

}  // namespace

ProgressDisplay::ProgressDisplay(const Progress& progress)
    : progress_(progress),
      terminal_(::isatty(STDERR_FILENO) != 0),
      thread_([this](std::stop_token stop) {
        using namespace std::chrono_literals;
        std::mutex mutex;
        std::condition_variable_any wake;
        const auto start = std::chrono::steady_clock::now();
        const auto pause =
            terminal_ ? std::chrono::milliseconds(100ms) : std::chrono::milliseconds(10s);
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); })) {
          Show(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
      }) {}

ProgressDisplay::~ProgressDisplay() {
  thread_.request_stop();
  thread_.join();
  if (terminal_) std::fputs("\r\033[K", stderr);
}

void ProgressDisplay::Show(double seconds) const {
  const int pass = progress_.pass, passes = progress_.passes;
  if (pass == 0) return;
  const auto total = static_cast<double>(progress_.total_bytes);
  const auto done = static_cast<double>(progress_.bytes);
  const double part = total > 0 ? std::min(done / total, 1.0) : 0;
  const double all = (pass - 1 + part) / passes;
  const double read = total * (pass - 1) + done;
  std::string line = fmt::format("{} pass {}/{}  {} documents  {:.1f} MB/s", Bar(all), pass, passes,
                                 progress_.documents.load(), read / 1e6 / std::max(seconds, 1e-3));
  if (all > 0.01) line += fmt::format("  {} left", Duration(seconds * (1 - all) / all));
  if (progress_.quarantined > 0)
    line += fmt::format("  {} quarantined", progress_.quarantined.load());
  line = terminal_ ? "\r" + line + "\033[K" : line + "\n";
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace koppel
