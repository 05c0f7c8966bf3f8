#include "layout/spacing.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "layout/footnotes.h"
#include "lines/shape.h"
#include "lines/type_width.h"
#include "paragraphs/measure.h"

namespace koppel::text {
namespace {

constexpr std::uint32_t kWidestSpacing = 3;  // blank lines between the lines of one paragraph
constexpr std::size_t kNear = 6;             // lines on either side that are of one spacing
constexpr std::size_t kAround = 25;  // lines on either side that show whether the text runs on

// The white space before a line that the text runs on in, measured from the last such line.
struct Gap {
  std::size_t line;  // index of the line behind it
  std::uint32_t blanks = 0;
  bool page_break = false;  // a page ends here, or page furniture stood here
  bool mark = false;        // a stray mark stood here
  bool runs_on = false;     // a sentence or word continues across it
};

std::vector<Gap> GapsOf(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<Gap> gaps;
  Gap gap{};
  const TextLine* before = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (!line.item) gap.blanks = std::max(gap.blanks, line.blanks);
    gap.mark |= line.role == LineRole::kStrayMark;
    const bool flows = IsKept(line) && !StandsAside(line.role);
    gap.page_break |= !flows && line.role != LineRole::kStrayMark;
    if (!flows) continue;
    gap.line = i;
    if (before) {
      gap.page_break |= before->page != line.page;
      const std::string_view next = line.span.In(text);
      // Behind a broken word, a note is no continuation.
      gap.runs_on = Continues(before->span.In(text), next) && NoteMark(next).empty() && !line.item;
    }
    gaps.push_back(gap);
    gap = {};
    before = &line;
  }
  return gaps;
}

// The number of blank lines that sentences most often run on across. 0 where they don't, or where
// no words are broken there and the lines before have no width in common: then each is a paragraph
// of its own (an item of a list, say).
std::uint32_t Spacing(std::string_view text, const std::vector<TextLine>& lines,
                      const std::vector<Gap>& gaps) {
  std::vector<float> widths[kWidestSpacing + 1];
  std::size_t broken_words[kWidestSpacing + 1] = {};
  for (std::size_t i = 1; i < gaps.size(); ++i) {
    if (!gaps[i].runs_on || gaps[i].blanks == 0 || gaps[i].blanks > kWidestSpacing) continue;
    const std::string_view before = lines[gaps[i - 1].line].span.In(text);
    widths[gaps[i].blanks].push_back(TypeWidth(before));
    broken_words[gaps[i].blanks] += EndsInHyphen(before);
  }
  const auto most =
      std::max_element(std::begin(widths) + 1, std::end(widths),
                       [](const auto& a, const auto& b) { return a.size() < b.size(); });
  constexpr std::size_t kFewest = 3;
  const auto spacing = most - std::begin(widths);
  const bool printed = broken_words[spacing] >= kFewest || CommonWidth(*most) > 0;
  return most->size() >= kFewest && printed ? static_cast<std::uint32_t>(spacing) : 0;
}

// Sums over the gaps before each index, for windows in constant time.
struct Sums {
  std::vector<std::uint32_t> spaced, runs_on;

  Sums(const std::vector<Gap>& gaps, std::uint32_t spacing) : spaced(1), runs_on(1) {
    for (const Gap& gap : gaps) {
      const bool is_spaced = gap.blanks == spacing;
      spaced.push_back(spaced.back() + is_spaced);
      runs_on.push_back(runs_on.back() + (is_spaced && gap.runs_on));
    }
  }

  // Whether the text around gap `i` is spaced out.
  bool SpacedOut(std::size_t i) const {
    const std::size_t size = spaced.size() - 1;
    const std::size_t begin = i - std::min(i, kNear), end = std::min(size, i + kNear + 1);
    if ((spaced[end] - spaced[begin]) * 5 < (end - begin) * 3) return false;
    const std::size_t from = i - std::min(i, kAround), to = std::min(size, i + kAround + 1);
    return (runs_on[to] - runs_on[from]) * 3 >= spaced[to] - spaced[from];
  }
};

}  // namespace

void MarkBreaks(std::string_view text, std::vector<TextLine>& lines) {
  const std::vector<Gap> gaps = GapsOf(text, lines);
  const std::uint32_t spacing = Spacing(text, lines, gaps);
  const Sums sums(gaps, spacing);
  for (std::size_t i = 1; i < gaps.size(); ++i) {
    const Gap& gap = gaps[i];
    const TextLine& before = lines[gaps[i - 1].line];
    TextLine& line = lines[gap.line];
    const bool apart = line.begins_part || line.role != before.role;
    const bool spaced_out =
        spacing > 0 && gap.blanks <= spacing && (gap.runs_on || sums.SpacedOut(i));
    line.spaced_out = spaced_out && gap.blanks > 0 && !gap.page_break;
    const bool blank = gap.blanks > 0 && !spaced_out && !gap.page_break;
    line.break_before =
        apart || (blank && line.role == LineRole::kBody) || (gap.mark && !gap.runs_on);
  }
  for (TextLine& line : lines) {
    if (StandsAside(line.role)) line.break_before = line.begins_part;
  }
}

}  // namespace koppel::text
