#include "layout/footnotes.h"

#include <algorithm>
#include <cstddef>

#include "layout/furniture_pages.h"
#include "lines/characters.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kMostLines = 15;                       // of the notes of a page
constexpr float kInSentence = 0.8F, kBehindSentence = 0.7F;  // where the text is interrupted

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Whether the text ends in a whole number and a decimal point: "3," and not "in 1998," or "4,9,".
bool EndsInPoint(std::string_view text) {
  constexpr std::size_t kYear = 4;  // digits
  const auto is_point = [&](std::size_t i) { return text[i] == ',' || text[i] == '.'; };
  std::size_t begin = text.size();
  if (begin == 0 || !is_point(--begin)) return false;
  const std::size_t end = begin;
  while (begin > 0 && end - begin < kYear && text[begin - 1] >= '0' && text[begin - 1] <= '9')
    --begin;
  return begin < end && end - begin < kYear && (begin == 0 || !is_point(begin - 1));
}

bool IsNoteSign(char32_t c) { return c == U'*' || c == U'†' || c == U'‡'; }

}  // namespace

std::string_view NoteMark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  constexpr std::size_t kMostDigits = 3;
  if (at > kMostDigits) return {};
  if (at == 0) {
    const Character sign = CharacterAt(line, 0);
    if (!IsNoteSign(sign.code)) return {};
    at = sign.size;
  } else if (at < line.size() && line[at] != ' ' && !IsUpper(CharacterAt(line, at).code)) {
    return {};  // "12. De raad", "2e": items and ordinals
  }
  const std::string_view rest = Trim(line.substr(at));
  return rest.size() > 1 && StartsUpper(rest) ? line.substr(0, at) : std::string_view();
}

Span NearestText(Span above) {
  constexpr std::uint32_t kFarthest = 16384;  // bytes before the note
  return {std::max(above.begin, above.end - std::min(above.end, kFarthest)), above.end};
}

std::size_t FindReference(std::string_view mark, std::string_view above) {
  for (std::size_t at = above.find(mark); at != std::string_view::npos;
       at = above.find(mark, at + mark.size())) {
    const Character before = CharacterBefore(above, at);
    const Character after = CharacterAt(above, at + mark.size());
    const bool decimal = EndsInPoint(above.substr(0, at));
    if (!decimal && before.size != 0 && !IsInlineSpace(before.code) && before.code != U'\n' &&
        before.code != U'(' && before.code != U'-' && !IsAsciiDigit(before.code) &&
        (after.size == 0 || !IsWordCharacter(after.code))) {
      return at;
    }
  }
  return std::string_view::npos;
}

namespace {

// Of a mark that is one; signs have 0.
unsigned Number(std::string_view mark) {
  unsigned number = 0;
  for (const char c : mark)
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

// Not told to be something else.
bool IsText(const TextLine& line) { return line.role == LineRole::kBody; }

class Notes {
 public:
  Notes(std::string_view text, std::vector<TextLine>& lines) : text_(text), lines_(lines) {}

  void Mark(bool without_print) {
    const std::vector<PageRange> pages = Pages();
    if (pages.size() < 2 && without_print) return MarkInFlow();
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const bool noted = i > 0 && lines_[pages[i - 1].end - 1].role == LineRole::kFootnote;
      MarkPage(pages[i], i + 1 < pages.size() ? Line(pages[i + 1].begin) : std::string_view());
      if (noted) MarkRest(pages[i], Line(pages[i - 1].end - 1));
    }
  }

 private:
  std::string_view Line(std::size_t i) const { return lines_[i].span.In(text_); }

  // Stretches of lines that stay, without the furniture around them.
  std::vector<PageRange> Pages() const {
    std::vector<PageRange> pages;
    bool open = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool mark = lines_[i].role == LineRole::kStrayMark;
      open = open && (IsKept(lines_[i]) || mark) && lines_[i].page == lines_[i - 1].page;
      if (!IsKept(lines_[i])) continue;
      if (!open) pages.push_back({i, i});
      open = true;
      pages.back().end = i + 1;
    }
    return pages;
  }

  // Whether a note that the text from `begin` on refers to may begin with line `i`.
  bool BeginsNote(std::size_t begin, std::size_t i) const {
    const std::string_view mark = NoteMark(Line(i));
    if (mark.empty()) return false;
    // Columns may have changed places.
    const std::uint32_t end = lines_[i - 1].span.end;
    return IsReferredTo(mark,
                        NearestText({std::min(lines_[begin].span.begin, end), end}).In(text_));
  }

  // Whether the word that breaks before line `i` goes on in `next`: what is between is no text,
  // even if the text has lost its marks.
  bool PartsWord(std::size_t i, std::string_view next) const {
    return EndsInHyphen(Line(i - 1)) && StartsLower(next) && !NoteMark(Line(i)).empty();
  }

  // `next`: the first line of the page behind; empty behind the last.
  void MarkPage(const PageRange& page, std::string_view next) {
    // The topmost mark above which the text runs on, or has ended.
    std::size_t first = page.end;
    float confidence = 0;
    for (std::size_t i = page.end; i-- > page.begin + 1 && page.end - i < kMostLines;) {
      if (!IsText(lines_[i]) || !IsText(lines_[i - 1])) break;
      const bool runs_on = !next.empty() && Continues(Line(i - 1), next);
      const bool before_note =
          first < page.end && Number(NoteMark(Line(i))) + 1 == Number(NoteMark(Line(first)));
      if (!runs_on && !before_note && EndOf(Line(i - 1)) != LineEnd::kSentence) continue;
      if (!BeginsNote(page.begin, i) && !PartsWord(i, next)) continue;
      first = i;
      confidence = runs_on ? kInSentence : kBehindSentence;
    }
    Set({first, page.end}, confidence);
  }

  // `note`: the last line of the page before.
  void MarkRest(const PageRange& page, std::string_view note) {
    std::size_t end = page.end;
    while (end > page.begin && lines_[end - 1].role == LineRole::kFootnote) --end;
    for (std::size_t i = end; i-- > page.begin + 1 && end - i < kMostLines;) {
      if (!IsText(lines_[i])) return;
      if (lines_[i].blanks == 0) continue;
      // One gap in text that has none, before what the note runs on in.
      if (lines_[i - 1].blanks > 0 || !Continues(note, Line(i)) || !StartsLower(Line(i))) return;
      return Set({i, end}, kInSentence);
    }
  }

  // Where nothing tells the pages.
  void MarkInFlow() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const std::size_t end = EndInFlow(i);
      if (end == 0 || (!BeginsNote(0, i) && !PartsWord(i, Line(end)))) continue;
      Set({i, end}, kInSentence);
      i = end;
    }
  }

  // Where the text runs on that is interrupted before line `i`; 0 if it is not.
  std::size_t EndInFlow(std::size_t i) const {
    if (!IsText(lines_[i - 1]) || NoteMark(Line(i)).empty()) return 0;
    for (std::size_t end = i + 1; end < lines_.size() && end - i < kMostLines; ++end) {
      if (!IsText(lines_[end - 1])) return 0;
      const bool ended = EndOf(Line(end - 1)) == LineEnd::kSentence;
      if (ended && StartsLower(Line(end)) && Continues(Line(i - 1), Line(end))) return end;
    }
    return 0;
  }

  void Set(const PageRange& notes, float confidence) {
    for (std::size_t i = notes.begin; i < notes.end; ++i) {
      lines_[i].role = LineRole::kFootnote;
      lines_[i].confidence = confidence;
      lines_[i].begins_part = i == notes.begin || !NoteMark(Line(i)).empty();
    }
  }

  std::string_view text_;
  std::vector<TextLine>& lines_;
};

}  // namespace

void MarkFootnotes(std::string_view text, bool without_print, std::vector<TextLine>& lines) {
  Notes(text, lines).Mark(without_print);
}

}  // namespace koppel::text
