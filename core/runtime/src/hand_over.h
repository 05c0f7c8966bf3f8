// What oneTBB orders, said so that ThreadSanitizer sees it: the library is not built with the
// sanitizer, and without this every object that one stage passes to the next would look like a
// race. Nothing in other builds.
#pragma once

#if defined(KOPPEL_TELL_THREAD_SANITIZER)

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}

namespace koppel {

inline void HandOver(void* object) { __tsan_release(object); }
inline void TakeOver(void* object) { __tsan_acquire(object); }

}  // namespace koppel

#else

namespace koppel {

inline void HandOver(void*) {}
inline void TakeOver(void*) {}

}  // namespace koppel

#endif
