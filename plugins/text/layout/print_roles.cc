#include "layout/print_roles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "layout/echo.h"
#include "layout/footnotes.h"
#include "lines/shape.h"
#include "paragraphs/kind.h"

namespace koppel::text {
namespace {

constexpr float kSmaller = 0.93F, kLarger = 1.1F;  // than the type of the text
constexpr std::size_t kMostHeadingLines = 3;
constexpr std::size_t kMostQuoteLines = 10;
constexpr std::size_t kMostNoteLines = 60;
constexpr std::size_t kLookAhead = 64;  // lines

struct Type {
  float size = 0;
  std::uint32_t font = 0;
};

bool IsSame(const Type& type, const LineOnPage& line) {
  return type.font == line.font && std::fabs(type.size - line.size) < 0.25F;
}

// The type that most of the text is set in; size 0 where it is not known.
Type BodyType(const std::vector<LineOnPage>& places, const std::vector<TextLine>& lines) {
  std::map<std::pair<long, std::uint32_t>, std::size_t> bytes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (places[i].known && IsKept(lines[i]))
      bytes[{std::lround(places[i].size * 4), places[i].font}] += lines[i].span.size();
  }
  Type body;
  std::size_t most = 0;
  for (const auto& [type, count] : bytes) {
    if (count <= most) continue;
    most = count;
    body = {static_cast<float>(type.first) / 4, type.second};
  }
  return body;
}

bool IsQuoted(std::string_view text) {
  constexpr std::string_view kOpening[] = {"\"", "'", "‘", "“", "„", "‚", "«", "»", "”", "’"};
  constexpr std::string_view kClosing[] = {"\"", "'", "’", "”", "“", "‘", "»", "«"};
  const auto starts = [text](std::string_view mark) { return text.starts_with(mark); };
  const auto ends = [text](std::string_view mark) { return text.ends_with(mark); };
  return std::any_of(std::begin(kOpening), std::end(kOpening), starts) &&
         std::any_of(std::begin(kClosing), std::end(kClosing), ends);
}

// Lines [begin, end) in one type that is not the text's.
struct Run {
  std::size_t begin = 0, end = 0;
};

class Roles {
 public:
  Roles(std::string_view text, const Print& print, const std::vector<LineOnPage>& places,
        std::vector<TextLine>& lines)
      : text_(text),
        print_(print),
        places_(places),
        lines_(lines),
        body_(BodyType(places, lines)),
        echo_(text) {}

  void Mark() {
    if (body_.size <= 0) return;
    for (std::size_t i = 0; i < lines_.size();) {
      if (places_[i].page != places_[page_begin_].page) page_begin_ = i;
      if (!IsOther(i)) {
        ++i;
        continue;
      }
      const Run run{i, RunEnd(i)};
      MarkRun(run);
      i = run.end;
    }
  }

 private:
  std::string_view Line(std::size_t i) const { return lines_[i].span.In(text_); }
  std::string_view TextOf(const Run& run) const {
    return Span{lines_[run.begin].span.begin, lines_[run.end - 1].span.end}.In(text_);
  }
  bool IsText(std::size_t i) const {
    return lines_[i].role == LineRole::kBody && places_[i].known && places_[i].size > 0;
  }
  bool IsBody(std::size_t i) const { return IsText(i) && IsSame(body_, places_[i]); }
  bool IsOther(std::size_t i) const { return IsText(i) && !IsSame(body_, places_[i]); }
  float Ratio(const Run& run) const { return places_[run.begin].size / body_.size; }

  bool BeginsApart(std::size_t i) const {
    return i == 0 || i == lines_.size() || lines_[i].blanks > 0 || places_[i].column_begins ||
           lines_[i].role != lines_[i - 1].role;
  }

  std::size_t RunEnd(std::size_t begin) const {
    const Type type{places_[begin].size, places_[begin].font};
    std::size_t end = begin + 1;
    while (end < lines_.size() && IsOther(end) && IsSame(type, places_[end]) && !BeginsApart(end))
      ++end;
    return end;
  }

  // Whether a sentence of the text runs on past the lines, which begin one of their own.
  bool Interrupts(const Run& run) const {
    if (StartsLower(Line(run.begin))) return false;
    std::size_t before = run.begin, next = run.end;
    while (before > 0 && !IsBody(before - 1) && run.begin - before < kLookAhead) --before;
    while (next < lines_.size() && !IsBody(next) && next - run.end < kLookAhead) ++next;
    if (before == 0 || next == lines_.size() || !IsBody(before - 1) || !IsBody(next)) return false;
    return Continues(Line(before - 1), Line(next)) && StartsLower(Line(next));
  }

  void MarkRun(const Run& run) {
    if (Ratio(run) < kSmaller && (MarkNotes(run) || MarkRestOfNote(run))) return;
    if (!BeginsApart(run.begin)) return;
    const std::string_view content = TextOf(run);
    if (BeginsApart(run.end) && MarkAside(run, content)) return;
    if (IsHeading(run, content)) Set(run, LineRole::kHeading, 0.9F);
  }

  // A caption or pull quote: it stands apart on both sides.
  bool MarkAside(const Run& run, std::string_view content) {
    if (HasCaptionLabel(content)) return Set(run, LineRole::kCaption, 0.95F);
    if (run.end - run.begin <= kMostQuoteLines && Interrupts(run)) {
      return Ratio(run) < kSmaller ? Set(run, LineRole::kCaption, 0.85F)
                                   : Set(run, LineRole::kPullQuote, 0.95F);
    }
    return IsPullQuote(run, content) && Set(run, LineRole::kPullQuote, 0.85F);
  }

  bool Set(const Run& run, LineRole role, float confidence) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
      lines_[i].role = role;
      lines_[i].confidence = confidence;
      lines_[i].begins_part = i == run.begin;
    }
    return true;
  }

  // Where the small lines from `begin` on end, if that is the foot of their column; else 0.
  std::size_t FootEnd(std::size_t begin) const {
    std::size_t end = begin;
    while (end < lines_.size() && end - begin <= kMostNoteLines && IsKept(lines_[end])) {
      if (end > begin && places_[end].column_begins) return end;
      if (!IsOther(end) || places_[end].size >= kSmaller * body_.size) return 0;
      ++end;
    }
    return end - begin <= kMostNoteLines ? end : 0;
  }

  // Notes reach to the foot of their column; `run` may be the first of several.
  bool MarkNotes(const Run& run) {
    const std::string_view mark = NoteMark(Line(run.begin));
    const std::size_t end = mark.empty() ? 0 : FootEnd(run.begin);
    if (end == 0 || page_begin_ >= run.begin) return false;
    const std::uint32_t from = lines_[run.begin].span.begin;
    const std::uint32_t page = std::min(lines_[page_begin_].span.begin, from);
    if (!IsReferredTo(mark, NearestText({page, from}).In(text_))) return false;
    return SetNotes({run.begin, end});
  }

  bool SetNotes(const Run& notes) {
    Set(notes, LineRole::kFootnote, 0.95F);
    for (std::size_t i = notes.begin; i < notes.end; ++i)
      lines_[i].begins_part = i == notes.begin || !NoteMark(Line(i)).empty();
    noted_ = notes.end;
    return true;
  }

  // The foot of another column, where the last note runs on.
  bool MarkRestOfNote(const Run& run) {
    if (noted_ == 0 || run.begin == noted_ || !StartsLower(Line(run.begin)) ||
        !Continues(Line(noted_ - 1), Line(run.begin)))
      return false;
    const std::size_t end = FootEnd(run.begin);
    return end != 0 && SetNotes({run.begin, end});
  }

  bool IsPullQuote(const Run& run, std::string_view content) {
    if (run.end - run.begin > kMostQuoteLines || Ratio(run) < kSmaller) return false;
    if (Ratio(run) >= kLarger && IsQuoted(content)) return true;
    // A heading may come back in running heads and in a table of contents.
    return EndOf(content) == LineEnd::kSentence && echo_.IsRepeated(content);
  }

  bool IsHeading(const Run& run, std::string_view content) const {
    if (run.end - run.begin > kMostHeadingLines || run.end == lines_.size()) return false;
    // The first line of a paragraph may be stressed.
    if (!BeginsApart(run.end) && StartsLower(Line(run.end))) return false;
    const LineOnPage& place = places_[run.begin];
    const bool bolder = print_.fonts[place.font].bold && !print_.fonts[body_.font].bold;
    if (Ratio(run) < kLarger && !(bolder && Ratio(run) > kSmaller)) return false;
    const bool uniform = std::all_of(places_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                     places_.begin() + static_cast<std::ptrdiff_t>(run.end),
                                     [](const LineOnPage& line) { return line.uniform; });
    return uniform && ReadsAsHeading(content) && !IsInList(run);
  }

  static bool ReadsAsHeading(std::string_view content) {
    constexpr std::size_t kLongest = 250;  // bytes
    if (content.size() > kLongest) return false;
    const LineEnd end = EndOf(content);
    if (end == LineEnd::kComma || end == LineEnd::kSemicolon) return false;
    if (end == LineEnd::kSentence && (content.ends_with('.') || content.ends_with("…")))
      return false;
    return std::any_of(content.begin(), content.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  }

  // A bold line among items, or an item among others, is part of the list.
  bool IsInList(const Run& run) const {
    const bool before = run.begin > 0 && ListMark(Line(run.begin - 1)) > 0;
    const bool after = ListMark(Line(run.end)) > 0;
    return ListMark(Line(run.begin)) > 0 ? before || after : before && after;
  }

  std::string_view text_;
  const Print& print_;
  const std::vector<LineOnPage>& places_;
  std::vector<TextLine>& lines_;
  Type body_;
  Echo echo_;
  std::size_t page_begin_ = 0;
  std::size_t noted_ = 0;  // one past the last line of the last note; 0: none
};

}  // namespace

void MarkByPrint(std::string_view text, const Print& print, const std::vector<LineOnPage>& places,
                 std::vector<TextLine>& lines) {
  Roles(text, print, places, lines).Mark();
}

}  // namespace koppel::text
