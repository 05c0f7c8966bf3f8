#include "koppel/runtime/timestamp.h"

#include <fmt/chrono.h>

#include <ctime>

namespace koppel {

std::string Timestamp(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::string Timestamp() { return Timestamp(std::time(nullptr)); }

}  // namespace koppel
