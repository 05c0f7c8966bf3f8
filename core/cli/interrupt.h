#pragma once

#include <atomic>

namespace koppel {

// Turns true at the first Ctrl-C (SIGINT) or SIGTERM; a second one ends the process at once.
const std::atomic<bool>& WatchInterrupts();

}  // namespace koppel
