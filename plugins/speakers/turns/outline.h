// The turns of a text and the people in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "koppel/layers.h"
#include "koppel/span.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"
#include "turns/page_marks.h"

namespace koppel::speakers {

struct TurnDraft {
  Turn::Kind kind = Turn::Kind::kArticle;
  Span span;
  std::int64_t ordinal = kNoInt;
  int speaker = kNobody;
  std::vector<int> addressees;
  int reply_to = -1;  // index of another draft
  bool inferred = false;
  double confidence = 1;
};

struct Outline {
  std::vector<TurnDraft> turns;  // disjoint, ascending
  Registry registry;
};

// Turns never overlap; what is nobody's words (headings of minutes, narration between turns)
// belongs to none. Linear in the text but for sorting.
Outline ReadOutline(const Words& words, const PageMarks& marks, const Lexicon& lexicon);

}  // namespace koppel::speakers
