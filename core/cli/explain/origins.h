// Which steps made an annotation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

struct Origin {
  const internal::LayerData* layer = nullptr;  // of the last state
  std::uint32_t row = 0;
  std::size_t made = 0;     // the first state with a row of this layer at this place
  std::size_t changed = 0;  // the first from which on it has these features
};

// Fills in `made` and `changed`. `document` is the last state. References do not count as features:
// they change when other rows come and go.
Status TraceOrigins(const DocumentHistory& history, const Document& document,
                    std::vector<Origin>& origins);

}  // namespace koppel
