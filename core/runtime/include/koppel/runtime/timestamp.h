#pragma once

#include <cstdint>
#include <string>

namespace koppel {

// A time in seconds since 1970 as RFC 3339 in UTC: "2026-03-01T12:00:00Z".
std::string Timestamp(std::int64_t seconds);
// Of this moment.
std::string Timestamp();

}  // namespace koppel
