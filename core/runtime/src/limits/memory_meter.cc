#include "limits/memory_meter.h"

#include <malloc.h>

#include <cstdlib>
#include <new>

namespace koppel {
namespace {

thread_local MemoryMeter* meter_of_thread = nullptr;

}  // namespace

MemoryMeter::MemoryMeter(std::int64_t cap) : cap_(cap) {
  if (cap_ > 0) meter_of_thread = this;
}

MemoryMeter::~MemoryMeter() {
  if (cap_ > 0) meter_of_thread = nullptr;
}

bool MemoryMeter::Take(std::int64_t bytes) {
  // A little more once it is exceeded: who catches the exception says so in words.
  constexpr std::int64_t kLastWords = 1 << 20;
  if (held_ + bytes > cap_ + (exceeded_ ? kLastWords : 0)) {
    exceeded_ = true;
    return false;
  }
  held_ += bytes;
  return true;
}

#if KOPPEL_METERS_MEMORY
namespace {

std::int64_t SizeOf(void* block) { return static_cast<std::int64_t>(malloc_usable_size(block)); }

void* Counted(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  if (meter_of_thread == nullptr || meter_of_thread->Take(SizeOf(block))) return block;
  std::free(block);
  throw std::bad_alloc();
}

void Free(void* block) {
  if (block != nullptr && meter_of_thread != nullptr) meter_of_thread->Give(SizeOf(block));
  std::free(block);
}

void* AllocateAligned(std::size_t size, std::size_t alignment) {
  void* block = nullptr;
  return posix_memalign(&block, alignment, size) == 0 ? block : nullptr;
}

}  // namespace
#endif

}  // namespace koppel

#if KOPPEL_METERS_MEMORY
// The program's own operator new. The library's other forms (arrays, nothrow) make use of these,
// and plugins and libraries are bound to them too, since the program comes first in the search.
void* operator new(std::size_t size) { return koppel::Counted(std::malloc(size > 0 ? size : 1)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return koppel::Counted(
      koppel::AllocateAligned(size > 0 ? size : 1, static_cast<std::size_t>(alignment)));
}
void operator delete(void* block) noexcept { koppel::Free(block); }
void operator delete(void* block, std::size_t) noexcept { koppel::Free(block); }
void operator delete(void* block, std::align_val_t) noexcept { koppel::Free(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { koppel::Free(block); }
#endif
