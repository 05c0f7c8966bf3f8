// Which lines of a text are boilerplate.
#pragma once

#include <string_view>
#include <vector>

#include "boilerplate/phrases.h"
#include "koppel/span.h"

namespace koppel::text {

struct BoilerplateLine {
  Span span;              // without the white space around it
  Span row;               // with the line feeds behind it
  std::string_view kind;  // lives as long as the phrases
  double confidence = 1;
};

// Lines that are a phrase from end to end; weak phrases only where the line before or behind is one
// too. Ascending.
std::vector<BoilerplateLine> FindBoilerplate(std::string_view text,
                                             const BoilerplatePhrases& phrases);

}  // namespace koppel::text
