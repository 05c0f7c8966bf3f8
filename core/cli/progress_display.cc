#include "progress_display.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

#include "progress_line.h"

namespace koppel {
namespace {

// Columns of the terminal on standard error; plenty where there is none.
std::size_t Width(bool terminal) {
  constexpr std::size_t kPlenty = 200;
  winsize size{};
  const bool known = terminal && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0;
  return known && size.ws_col > 0 ? size.ws_col : kPlenty;
}

double SecondsSince(std::int64_t ticks) {
  using Clock = std::chrono::steady_clock;
  const Clock::duration now = Clock::now().time_since_epoch();
  return std::chrono::duration<double>(now - Clock::duration(ticks)).count();
}

}  // namespace

ProgressDisplay::ProgressDisplay(const Progress& progress)
    : progress_(progress),
      terminal_(::isatty(STDERR_FILENO) != 0),
      thread_([this](std::stop_token stop) {
        using namespace std::chrono_literals;
        std::mutex mutex;
        std::condition_variable_any wake;
        const auto pause =
            terminal_ ? std::chrono::milliseconds(100ms) : std::chrono::milliseconds(10s);
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); })) {
          Show();
        }
      }) {}

ProgressDisplay::~ProgressDisplay() {
  thread_.request_stop();
  thread_.join();
  if (terminal_) std::fputs("\r\033[K", stderr);
}

void ProgressDisplay::Show() {
  if (progress_.pass == 0) return;
  std::string line = ProgressLine(progress_, SecondsSince(progress_.pass_began), Width(terminal_));
  line = terminal_ ? "\r" + line + "\033[K" : line + "\n";
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace koppel
