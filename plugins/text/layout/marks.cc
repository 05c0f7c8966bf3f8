#include "layout/marks.h"

#include <algorithm>
#include <cstddef>

#include "koppel/utf8.h"
#include "lines/characters.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

bool IsMark(char32_t c) {
  constexpr std::u32string_view kMarks = U"-–—<>|•·▪■□◆●○◦~_^\\/*«»‹›=¦";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool IsEndMark(char32_t c) {
  constexpr std::u32string_view kEndMarks = U"<■□◆●▪∎";
  return kEndMarks.find(c) != std::u32string_view::npos;
}

bool IsStrayMark(std::string_view line) {
  constexpr std::size_t kLongest = 8;  // bytes of two marks
  if (line.size() > kLongest) return false;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = DecodeAt(line, at);
    if (!IsMark(c.value)) return false;
    ++marks;
    at += c.size;
  }
  return marks <= 2;
}

// A capital that is no word by itself in the languages that have such words.
bool IsDropCap(std::string_view line) {
  constexpr std::size_t kLongest = 4;  // bytes of one letter
  if (line.empty() || line.size() > kLongest) return false;
  const Character letter = CharacterAt(line, 0);
  constexpr std::u32string_view kWords = U"AÀIOUY";
  return letter.size == line.size() && IsUpper(letter.code) &&
         kWords.find(letter.code) == std::u32string_view::npos;
}

}  // namespace

void MarkStrayMarks(std::string_view text, std::vector<TextLine>& lines) {
  for (TextLine& line : lines) {
    if (IsKept(line) && IsStrayMark(line.span.In(text))) {
      line.role = LineRole::kStrayMark;
      line.confidence = 0.9F;
    }
  }
}

void MarkPullQuotes(std::string_view text, std::vector<TextLine>& lines) {
  const auto tabs =
      std::count_if(lines.begin(), lines.end(), [](const TextLine& line) { return line.tab; });
  if (tabs * 10 > static_cast<std::ptrdiff_t>(lines.size())) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    if (!line.tab || !IsKept(line)) continue;
    const std::string_view content = line.span.In(text);
    const bool continues = i > 0 && Continues(lines[i - 1].span.In(text), content);
    const bool runs_on = i + 1 < lines.size() && Continues(content, lines[i + 1].span.In(text));
    if (continues || runs_on || ListMark(content) > 0) continue;
    line.role = LineRole::kPullQuote;
    line.confidence = 0.8F;
  }
}

void MarkDropCaps(std::string_view text, std::vector<TextLine>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view letter = lines[i].span.In(text);
    if (!IsDropCap(letter) || !IsKept(lines[i]) || !IsKept(lines[i + 1])) continue;
    const bool begins = i == 0 || lines[i].blanks > 0 || lines[i].page != lines[i - 1].page ||
                        EndOf(lines[i - 1].span.In(text)) == LineEnd::kSentence;
    const TextLine& next = lines[i + 1];
    lines[i + 1].drop_cap = begins && next.page == lines[i].page &&
                            next.column == lines[i].column &&
                            IsLower(CharacterAt(next.span.In(text), 0).code);
  }
}

std::size_t EndMark(std::string_view line) {
  if (line.empty()) return 0;
  const Character last = CharacterBefore(line, line.size());
  if (!IsEndMark(last.code)) return line.size();
  const std::string_view before = Trim(line.substr(0, line.size() - last.size));
  const bool apart = before.size() + last.size < line.size();
  return apart && EndOf(before) == LineEnd::kSentence ? before.size() : line.size();
}

}  // namespace koppel::text
