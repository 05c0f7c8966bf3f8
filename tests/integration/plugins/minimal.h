// The least that is a component, for libraries whose point lies elsewhere.
#pragma once

#include "koppel/plugin.h"

namespace koppel {

class Nothing : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Does nothing."};
  Status Process(Document&, Context&) override { return Ok(); }
};

}  // namespace koppel
