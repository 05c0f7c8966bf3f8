// What `lock` and `run --locked` have in common.
#pragma once

#include <string>
#include <vector>

#include "koppel/provenance/lock.h"
#include "koppel/status.h"

namespace koppel {

inline constexpr char kLockFile[] = "koppel.lock";

struct LockRequest {
  std::string pipeline;  // as on the command line
  std::vector<std::string> inputs;
  std::vector<std::string> overrides;
  std::string file;  // the lock's
};

LockScope ScopeOf(const LockRequest& request, const Pipeline& pipeline, const Registry& registry);

// Compares everything with the lock, and tells on standard error, a line each, what is not as it
// was locked. The inputs as they were found; drift, with a message that says what accepts it, if
// there was any.
Result<std::vector<InputFile>> CheckLock(const LockRequest& request, const Pipeline& pipeline,
                                         const Registry& registry);

}  // namespace koppel
