// The layers and columns that parameters name, each with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "problems.h"
#include "step_reader.h"

namespace koppel::internal {

// Points into the draft.
struct GivenName {
  const ParamInfo* param;
  std::string_view text;
  Location location;         // of a default: where the step is used
  std::string_view setting;  // as in GivenParam
};

// Elements of those parameters of a step that were declared as names of this kind, in order. None
// if the component is unknown.
std::vector<GivenName> NamesIn(const StepDraft& draft, NameKind kind);

// A problem at a name.
void Tell(const GivenName& name, ErrorKind kind, std::string message, Problems& problems);

}  // namespace koppel::internal
