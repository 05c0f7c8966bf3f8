// Layout from text alone: what belongs to the page rather than to the text, and what its white
// space means.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/edits.h"
#include "koppel/span.h"
#include "layout/print.h"
#include "lines/lines.h"

namespace koppel::text {

struct LayoutOptions {
  bool furniture = true;  // take out running heads and feet, and page numbers
  bool columns = true;    // put columns that stand side by side one after the other
  bool marks =
      true;  // take out stray marks, set parts that are no running text apart, join drop caps
  bool moves = true;  // move what stands in the middle of a paragraph behind it
};

// Rule of the edits that put columns one after the other.
inline constexpr std::string_view kColumnsRule = "columns";
// Rule of the edits that join a large first letter to its word.
inline constexpr std::string_view kDropCapRule = "drop_cap";
// Rule of the edits that put a list mark before its item.
inline constexpr std::string_view kBulletRule = "bullet";
// Rule of the edits that undo double spacing.
inline constexpr std::string_view kSpacingRule = "double_spacing";

// A line of the text after the edits, as it was printed.
struct LaidLine {
  Span span;
  std::uint32_t indent = 0;    // columns, from the left edge of its text column
  std::uint32_t trailing = 0;  // bytes of white space that stood behind it
  float width = 0;             // ems
};

// A part of the text after the edits that is no running text.
struct LaidPart {
  Span span;
  LineRole role = LineRole::kBody;
  float confidence = 1;
  bool given = false;  // it stands where an earlier step has told it, which has a region for it
};

// A line of such a part that stood in the middle of a paragraph and stands behind it now.
struct MovedLine {
  Span from;  // in the text before the edits
  Span to;    // in the text after them
  LineRole role = LineRole::kBody;
  float confidence = 1;
};

// A stretch of the text before the edits that they take out.
struct RemovedLine {
  Span span;
  LineRole role = LineRole::kBody;
  float confidence = 1;
};

// A stretch of whole lines that an earlier step has told the role of.
struct GivenLine {
  Span span;
  LineRole role = LineRole::kBody;
  float confidence = 1;
};

// A page of the text before the edits, from its first line to its last.
struct PageSpan {
  Span span;
  std::uint32_t number = 0;  // from 1
};

// Two texts: spans of `edits`, `removed`, `pages`, `references` and `spaced_out` count in the old
// one, those of `lines` and `parts` in the new one.
struct LayoutAnalysis {
  Edits edits;
  std::vector<RemovedLine> removed;
  std::vector<PageSpan> pages;  // none where the text has no form feeds
  std::vector<LaidLine> lines;
  std::vector<LaidPart> parts;
  std::vector<MovedLine> moved;
  std::vector<Span> references;  // marks of notes
  std::vector<Span> spaced_out;  // stretches of the old text that were double-spaced
};

// After the edits, lines stand one to a row with nothing around them; a blank line stands where a
// paragraph certainly begins, and nowhere else. `given` comes in ascending order; `print` may be
// empty.
LayoutAnalysis AnalyseLayout(std::string_view text, const LayoutOptions& options,
                             std::span<const GivenLine> given = {}, const Print& print = {});

// "header", "page_number", …
std::string_view RuleOf(LineRole role);
// "footnote_moved", …; of roles that stand aside.
std::string_view MoveRuleOf(LineRole role);

}  // namespace koppel::text
