#include "layout/furniture_pages.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include "layout/folios.h"
#include "layout/footnotes.h"
#include "layout/page_turns.h"
#include "lines/key.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kDepth = 3;  // lines at an edge that may be furniture
constexpr std::size_t kLinesOfFullPage =
    8;  // a page with fewer says little about a lone number at its foot

constexpr std::uint32_t kBlanksBelowHead = 2;

// How often a key stands at an edge, and how often it does so as furniture does.
struct Recurrence {
  std::uint32_t pages = 0;   // pages that have it
  std::uint32_t steady = 0;  // of those, pages where it follows on from the time before
  std::uint32_t text = 0;    // of those, pages where it reads as a part of the text
  std::uint32_t last_page = 0;
  std::optional<std::uint32_t> last_number;
};

using Recurrences = std::unordered_map<std::uint64_t, Recurrence>;

// Left and right pages may carry different heads, so the time before is at most two pages back.
bool Follows(const Recurrence& before, std::uint32_t page, const LineKey& key) {
  const std::uint32_t pages = page - before.last_page;
  if (pages > 2) return false;
  if (before.last_number == key.number) return !key.lone_number;
  return key.number && before.last_number && *key.number == *before.last_number + pages;
}

void Count(std::uint32_t page, const LineKey& key, Recurrences& seen) {
  Recurrence& entry = seen[key.hash];
  if (entry.pages > 0 && entry.last_page == page) return;
  if (entry.pages > 0 && Follows(entry, page, key)) ++entry.steady;
  ++entry.pages;
  entry.last_page = page;
  entry.last_number = key.number;
}

// Two or three short parts with as much white between them as no justified line has.
bool HasWideGap(std::string_view line) {
  constexpr std::string_view kWide = "            ";
  constexpr std::size_t kLongestPart = 80;  // bytes
  constexpr std::size_t kMostParts = 3;
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin < line.size(); ++parts) {
    const std::size_t end = std::min(line.find(kWide, begin), line.size());
    if (end - begin > kLongestPart) return false;
    begin = std::min(line.find_first_not_of(' ', end), line.size());
  }
  return parts > 1 && parts <= kMostParts;
}

class Edge {
 public:
  // `top`: the first lines of each page, else the last ones.
  Edge(std::string_view text, std::vector<TextLine>& lines, bool top)
      : text_(text), lines_(lines), top_(top) {}

  void CountLines(const std::vector<PageRange>& pages) {
    for (const PageRange& page : pages) {
      for (std::size_t depth = 0; depth < Depth(page); ++depth) {
        const std::string_view line = LineAt(page, depth).span.In(text_);
        if (line.size() > kLongestFurniture) continue;
        Count(lines_[page.begin].page, KeyOf(line), seen_);
        if (depth == 0 && !IsNote(page, depth)) folios_.AddLine(line, lines_[page.begin].page);
      }
    }
    folios_.Settle();
  }

  // Counts where the lines that recur belong to the text. `other`: the other edge of these pages.
  void WeighLines(const std::vector<PageRange>& pages, const Edge& other) {
    const std::vector<Turn> turns = TurnsOf(pages, other);
    // Where every page is a whole, nothing shows that a sentence does not belong to it.
    constexpr std::size_t kFewest = 3;
    const bool whole_pages =
        pages.size() >= kFewest &&
        std::none_of(turns.begin(), turns.end(), [](const Turn& turn) { return turn.runs_over; });
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (std::size_t depth = 0; depth < Depth(pages[i]); ++depth) {
        const std::string_view line = Line(pages[i], depth);
        if (line.size() > kLongestFurniture) continue;
        const LineKey key = KeyOf(line);
        Recurrence& entry = seen_[key.hash];
        if (entry.pages < 2 || key.lone_number) continue;
        entry.text += (whole_pages && IsSentence(line)) || IsText(pages[i], depth, turns[i]);
      }
    }
  }

  // From the edge inwards, until a line belongs to the text.
  void Mark(const PageRange& page) {
    for (std::size_t depth = 0; depth < Depth(page); ++depth) {
      TextLine& line = LineAt(page, depth);
      if (line.span.size() > kLongestFurniture) return;
      const LineKey key = KeyOf(line.span.In(text_));
      const float confidence = Confidence(key, page, depth);
      if (!IsKept(line)) {  // told by an earlier step; recurrence makes it more certain
        line.confidence = std::max(line.confidence, confidence);
        continue;
      }
      if (confidence == 0) return;
      line.role = key.lone_number ? LineRole::kPageNumber
                  : top_          ? LineRole::kHeader
                                  : LineRole::kFooter;
      line.confidence = confidence;
    }
  }

 private:
  // The two edges of a short page meet in the middle.
  static std::size_t Depth(const PageRange& page) {
    return std::min(kDepth, (page.size() + 1) / 2);
  }
  TextLine& LineAt(const PageRange& page, std::size_t depth) const {
    return lines_[top_ ? page.begin + depth : page.end - 1 - depth];
  }

  std::string_view Line(const PageRange& page, std::size_t depth) const {
    return depth < page.size() ? LineAt(page, depth).span.In(text_) : std::string_view();
  }

  // What the text has on both sides of the turn of a page, without what recurs there.
  struct Turn {
    std::string_view inner, outer;  // on the page at hand, and on the page beside it
    bool runs_over = false;
  };

  std::vector<Turn> TurnsOf(const std::vector<PageRange>& pages, const Edge& other) const {
    std::vector<Turn> turns(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
      Turn& turn = turns[i];
      turn.inner = TextAt(pages[i]);
      if (top_ ? i == 0 : i + 1 == pages.size()) continue;
      turn.outer = other.TextAt(pages[top_ ? i - 1 : i + 1]);
      turn.runs_over = top_ ? RunsOver(turn.outer, turn.inner) : RunsOver(turn.inner, turn.outer);
    }
    return turns;
  }

  // The line of the text that is next to the edge; empty where none is near.
  std::string_view TextAt(const PageRange& page) const {
    for (std::size_t depth = 0; depth <= Depth(page); ++depth) {
      const std::string_view line = Line(page, depth);
      if (line.size() > kLongestFurniture) return line;
      const LineKey key = KeyOf(line);
      const auto found = seen_.find(key.hash);
      const bool recurs = found != seen_.end() && found->second.pages > 1;
      if (!recurs && !key.lone_number && !folios_.HasFolio(line, lines_[page.begin].page))
        return line;
    }
    return {};
  }

  // Whether a line that recurs reads as a part of the text: it must be read on, or reads on from
  // the page before, where no sentence runs past it, or where it is as long as the text's lines.
  bool IsText(const PageRange& page, std::size_t depth, const Turn& turn) const {
    if (IsNote(page, depth)) return true;
    const std::string_view line = Line(page, depth), within = Line(page, depth + 1);
    const bool beside_text = within.data() == turn.inner.data();
    const bool full = line.size() * 10 >= turn.inner.size() * 8 && !turn.inner.empty();
    if (top_) {
      if (AsksForMore(line)) return true;
      const bool from_before = StartsLower(line) && Continues(turn.outer, line);
      if (turn.outer.empty() || turn.runs_over) return full && from_before;
      return from_before ||
             ((beside_text || full) && ListMark(within) == 0 && Continues(line, within));
    }
    const bool from_above = StartsLower(line) && Continues(within, line);
    if (EndsInHyphen(line) || (AsksForMore(within) && IsNote(page, depth + 1))) return true;
    if (turn.runs_over) return full && from_above;
    return AsksForMore(line) || EndsLetter(page, depth) || ((beside_text || full) && from_above) ||
           (ListMark(turn.outer) == 0 && Continues(line, turn.outer));
  }

  // The last lines of a letter: its closing, and the name and office of who signs.
  bool EndsLetter(const PageRange& page, std::size_t depth) const {
    const std::string_view above = Line(page, depth + 1);
    const auto found =
        above.size() <= kLongestFurniture ? seen_.find(KeyOf(above).hash) : seen_.end();
    if (found != seen_.end() && found->second.pages > 1 && AsksForMore(above)) return true;
    return ClosesLetter(Line(page, depth)) || ClosesLetter(above) ||
           ClosesLetter(Line(page, depth + 2));
  }

  // A footnote at the foot of its page, which counts notes and not pages.
  bool IsNote(const PageRange& page, std::size_t depth) const {
    if (top_ || depth >= page.size()) return false;
    const std::string_view mark = NoteMark(Line(page, depth));
    if (mark.empty()) return false;
    const std::uint32_t end = LineAt(page, depth).span.begin;
    const std::uint32_t begin = std::min(lines_[page.begin].span.begin, end);
    return IsReferredTo(mark, NearestText({begin, end}).In(text_));
  }

  // A head in parts at both margins, set apart from the text, needs no second page to be told.
  bool IsSplitHead(const PageRange& page, std::size_t depth) const {
    return top_ && depth == 0 && page.size() >= kLinesOfFullPage &&
           lines_[page.begin + 1].blanks >= kBlanksBelowHead &&
           lines_[page.begin + 1].blanks > lines_[page.begin + 2].blanks &&
           HasWideGap(lines_[page.begin].span.In(text_));
  }

  // 0 where the line is no furniture.
  float Confidence(const LineKey& key, const PageRange& page, std::size_t depth) const {
    const auto found = seen_.find(key.hash);
    if (found != seen_.end() && found->second.text * 2 > found->second.pages) return 0;
    if (found != seen_.end() && found->second.steady > 0 &&
        found->second.steady * 2 + 1 >= found->second.pages) {
      return found->second.pages > 2 ? 0.99F : 0.95F;
    }
    const TextLine& line = LineAt(page, depth);
    if (depth == 0 && folios_.HasFolio(line.span.In(text_), line.page)) return 0.9F;
    const bool foot_of_full_page = !top_ && depth == 0 && page.size() >= kLinesOfFullPage;
    const bool alone = key.lone_number && foot_of_full_page;
    return alone || IsSplitHead(page, depth) ? 0.8F : 0.0F;
  }

  std::string_view text_;
  std::vector<TextLine>& lines_;
  bool top_;
  Recurrences seen_;
  Folios folios_;
};

}  // namespace

std::vector<PageRange> PagesOf(const std::vector<TextLine>& lines) {
  std::vector<PageRange> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].page != lines[i - 1].page) pages.push_back({i, i});
    pages.back().end = i + 1;
  }
  return pages;
}

void MarkFurnitureOfPages(std::string_view text, std::vector<TextLine>& lines) {
  const std::vector<PageRange> pages = PagesOf(lines);
  Edge top(text, lines, true), bottom(text, lines, false);
  top.CountLines(pages);
  bottom.CountLines(pages);
  top.WeighLines(pages, bottom);
  bottom.WeighLines(pages, top);
  for (const PageRange& page : pages) top.Mark(page);
  for (const PageRange& page : pages) bottom.Mark(page);
}

}  // namespace koppel::text
