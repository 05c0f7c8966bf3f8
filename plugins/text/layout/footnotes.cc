#include "layout/footnotes.h"

#include <algorithm>
#include <cstddef>

#include "lines/characters.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kMostLines = 15;  // of the notes of a page
constexpr float kConfidence = 0.8F;

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

bool IsReferredTo(std::string_view mark, std::string_view above) {
  for (std::size_t at = above.find(mark); at != std::string_view::npos;
       at = above.find(mark, at + mark.size())) {
    const Character before = CharacterBefore(above, at);
    const Character after = CharacterAt(above, at + mark.size());
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (before.size != 0 && !IsInlineSpace(before.code) && before.code != U'\n' &&
        before.code != U'(' && before.code != U'-' && !is_digit(before.code) &&
        (after.size == 0 || !IsWordCharacter(after.code))) {
      return true;
    }
  }
  return false;
}

namespace {

// Not told to be something else.
bool IsText(const TextLine& line) { return line.role == LineRole::kBody; }

// The page that ends before line `next`, whose text runs on there.
void MarkPage(std::string_view text, std::vector<TextLine>& lines, std::size_t next) {
  const std::uint32_t page = lines[next].page;
  std::size_t last = next;
  while (last > 0 && !IsKept(lines[last - 1])) --last;
  if (last == 0 || lines[last - 1].page >= page) return;
  const std::uint32_t noted = lines[last - 1].page;
  std::size_t begin = last - 1;
  while (begin > 0 && lines[begin - 1].page == noted) --begin;
  // The topmost mark above which the text runs on.
  std::size_t first = last;
  for (std::size_t i = last; i > 1 && last - i < kMostLines; --i) {
    const TextLine& line = lines[i - 1];
    const TextLine& before = lines[i - 2];
    if (line.page != noted || before.page != noted || !IsText(line) || !IsText(before)) break;
    const std::string_view mark = NoteMark(line.span.In(text));
    if (mark.empty() || !Continues(before.span.In(text), lines[next].span.In(text))) continue;
    const std::uint32_t top = std::min(lines[begin].span.begin, before.span.begin);
    if (IsReferredTo(mark, Span{top, before.span.end}.In(text))) first = i - 1;
  }
  for (std::size_t i = first; i < last; ++i) {
    lines[i].role = LineRole::kFootnote;
    lines[i].confidence = kConfidence;
    lines[i].begins_part = !NoteMark(lines[i].span.In(text)).empty();
  }
}

}  // namespace

void MarkFootnotes(std::string_view text, std::vector<TextLine>& lines) {
  bool seen = false;  // a line of the page at hand that stays
  for (std::size_t i = 1; i < lines.size(); ++i) {
    seen = seen && lines[i].page == lines[i - 1].page;
    if (seen || !IsKept(lines[i]) || lines[i].page == lines[0].page) continue;
    seen = true;
    MarkPage(text, lines, i);
  }
}

}  // namespace koppel::text
