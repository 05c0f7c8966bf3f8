// A quotation while it is being worked out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/layers.h"
#include "koppel/span.h"
#include "people/registry.h"
#include "quotes/attribution.h"

namespace koppel::speakers {

// Words [first, last), with the marks around them.
struct WordRange {
  std::size_t first = 0, last = 0;
};

struct QuoteDraft {
  Quote::Kind kind = Quote::Kind::kDirect;
  std::vector<WordRange> parts;  // one or more, ascending
  int level = 0;
  bool marked = true;  // in quotation marks; else behind a dash, or indirect
  bool closed = true;
  std::optional<Attribution> attribution;
  std::string_view rule;  // a literal
  int speaker = kNobody;
  std::optional<Span> mention;  // of the speaker
  Mention::Form form = Mention::Form::kFull;
  std::vector<int> addressees;
  bool inferred = false;
  double confidence = 0;  // of the speaker

  std::size_t first() const { return parts.front().first; }
  std::size_t last() const { return parts.back().last; }
};

}  // namespace koppel::speakers
