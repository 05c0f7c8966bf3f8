// What a baseline says of the run that it was taken from.
#pragma once

#include <string>
#include <string_view>

#include "koppel/diff/run_identity.h"
#include "koppel/diff/side.h"

namespace koppel::internal {

struct BaselineHead {
  RunIdentity identity;
  Detail detail = Detail::kDigests;  // of the documents that it keeps
};

std::string ToJson(const BaselineHead& head);
// bad_input if it is none that this program can read.
Result<BaselineHead> HeadFromJson(std::string_view json);

}  // namespace koppel::internal
