#include "fragments/halves.h"

#include <algorithm>
#include <cstdint>

#include "lines/breaks.h"
#include "lines/characters.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kLongestBlock = 4096;
constexpr std::size_t kFarthestWord = 128;  // bytes

std::uint32_t Offset(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

bool IsApart(const TextLine& line) { return line.blanks > 0 || line.break_before; }

std::string_view FirstWord(std::string_view text, std::size_t pos) {
  const std::size_t limit = std::min(text.size(), pos + kFarthestWord);
  while (pos < limit && text[pos] != '\n') {
    const std::size_t end = WordEnd(text, pos);
    if (end > pos) return text.substr(pos, end - pos);
    pos += CharacterAt(text, pos).size;
  }
  return {};
}

}  // namespace

std::string_view WordBefore(std::string_view text, std::size_t pos) {
  std::size_t from = pos < kFarthestWord ? 0 : pos - kFarthestWord;
  while (!OnBoundary(text, from)) ++from;
  const std::size_t line = text.substr(from, pos - from).rfind('\n');
  if (line != text.npos) from += line + 1;
  std::string_view word;
  while (from < pos) {
    const std::size_t end = std::min(WordEnd(text, from), pos);
    if (end > from) word = text.substr(from, end - from);
    from = end > from ? end : from + CharacterAt(text, from).size;
  }
  return word;
}

std::vector<RightHalf> FindRightHalves(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<RightHalf> halves;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Span line = lines[i].span;
    if (!IsLower(CharacterAt(text, line.begin).code)) continue;
    const std::size_t end = WordEnd(text, line.begin);
    RightHalf half;
    half.word = {line.begin, Offset(end)};
    half.after = FirstWord(text, end);
    half.apart = i == 0 || IsApart(lines[i]);
    if (i > 0) {
      const Span previous = lines[i - 1].span;
      half.before = WordBefore(text, previous.end);
      half.after_end = EndOf(previous.In(text)) == LineEnd::kSentence;
    }
    half.line = i;
    halves.push_back(half);
  }
  return halves;
}

Span BlockFrom(std::string_view text, const std::vector<TextLine>& lines, std::size_t line) {
  const std::uint32_t begin = lines[line].span.begin;
  for (std::size_t i = line; i < lines.size(); ++i) {
    const Span span = lines[i].span;
    if ((i > line && IsApart(lines[i])) || span.end - begin > kLongestBlock) break;
    if (EndOf(span.In(text)) == LineEnd::kSentence) return {begin, span.end};
  }
  return {begin, begin};
}

}  // namespace koppel::text
