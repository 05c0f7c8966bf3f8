// The one place where exceptions of plugins end.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "koppel/status.h"

namespace koppel {

// Calls `work`, which returns a Status or Result; an exception becomes an internal error.
template <class Work>
auto Guarded(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Internal("out of memory");
  } catch (const std::exception& error) {
    return Internal(std::string("exception: ") + error.what());
  } catch (...) {
    return Internal("exception of an unknown type");
  }
}

}  // namespace koppel
