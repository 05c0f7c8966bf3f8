// The plugin's own layer: what is left of the printed lines once they are joined.
#pragma once

#include "koppel/layer.h"

namespace koppel::text {

// Made by text.layout. Later edits carry it along, so that text.paragraphs still knows how wide a
// line was after its last word was joined to the next line.
struct Line {
  static constexpr FeatureInfo kFeatures[] = {
      {"indent",
       FeatureType::kInt,
       "White space before it, from the left edge of its text column.",
       {},
       {},
       "columns"},
      {"trailing", FeatureType::kInt, "White space that stood behind it.", {}, {}, "bytes"},
      {"width", FeatureType::kFloat, "Width in an average proportional face.", {}, {}, "em"}};
  static constexpr LayerSchema kSchema{"line", "A line as it was printed.", kFeatures};
  static constexpr Feature<std::int64_t, 0> indent{};
  static constexpr Feature<std::int64_t, 1> trailing{};
  static constexpr Feature<double, 2> width{};
};

}  // namespace koppel::text
