// How much memory the work of a thread holds, and the cap on it.
#pragma once

#include <cstdint>

#if defined(__has_feature)
#define KOPPEL_HAS_FEATURE(name) __has_feature(name)
#else
#define KOPPEL_HAS_FEATURE(name) 0
#endif
// A sanitizer has an operator new of its own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    KOPPEL_HAS_FEATURE(address_sanitizer) || KOPPEL_HAS_FEATURE(thread_sanitizer)
#define KOPPEL_METERS_MEMORY 0
#else
#define KOPPEL_METERS_MEMORY 1
#endif

namespace koppel {

// While it stands, counts what the calling thread takes from operator new and gives back to it;
// beyond the cap operator new throws std::bad_alloc. What C libraries take with malloc is not seen.
// One at a time in a thread.
class MemoryMeter {
 public:
  explicit MemoryMeter(std::int64_t cap);  // bytes; 0: nothing is counted
  ~MemoryMeter();
  MemoryMeter(const MemoryMeter&) = delete;
  MemoryMeter& operator=(const MemoryMeter&) = delete;

  std::int64_t held() const { return held_; }  // bytes taken and not given back
  bool exceeded() const { return exceeded_; }  // something was refused

  // For operator new and delete. Take is false if that is too much.
  bool Take(std::int64_t bytes);
  void Give(std::int64_t bytes) { held_ -= bytes; }

 private:
  std::int64_t held_ = 0;
  std::int64_t cap_;
  bool exceeded_ = false;
};

}  // namespace koppel
