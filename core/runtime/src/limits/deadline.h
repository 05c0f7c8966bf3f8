// Tells work that takes too long, and work that never ends.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace koppel {

// What one thread works on.
struct Timed {
  std::atomic<std::int64_t> deadline{0};  // nanoseconds of the steady clock; 0: none
  std::int64_t end_of_grace = 0;          // this and the following are guarded by the watch
  std::string step, document;

  bool late() const;
};

// Looks after the threads from one of its own. Thread-safe.
class HangWatch {
 public:
  using Handler = std::function<void(const std::string& step, const std::string& document)>;
  // `hung` is called, once, for work that does not return in the time of grace after its deadline,
  // ten times as long as it had but from one second to ten: a thread can't be stopped from outside.
  explicit HangWatch(Handler hung);
  ~HangWatch();

  void Begin(Timed& timed, double seconds, std::string_view step, std::string_view document);
  void End(Timed& timed);

 private:
  void Watch();
  void Look();

  Handler hung_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::vector<const Timed*> working_;
  std::thread watcher_;
};

// Seconds of the steady clock.
double SteadySeconds();

}  // namespace koppel
