// What a step may cost for one document, and what it says when that is not enough.
#pragma once

#include <functional>
#include <string_view>

#include "koppel/pipeline/pipeline.h"
#include "koppel/status.h"
#include "limits/deadline.h"

namespace koppel {

// What a document has cost so far.
struct Spent {
  double since = 0;        // when its work began, SteadySeconds; 0: not yet
  std::int64_t bytes = 0;  // that its steps took and did not give back
};

// Precondition: one of the limits at least is set. Calls `work` under the limits of the step and
// what is left of the document's. kLimit where they were exceeded, whatever `work` says.
// `watch` is null where no limit of time is set.
Status UnderLimits(const Limits& step, const Limits& document, HangWatch* watch, Timed& timed,
                   std::string_view step_id, std::string_view document_id, Spent& spent,
                   const std::function<Status()>& work);

}  // namespace koppel
