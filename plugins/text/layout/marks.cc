#include "layout/marks.h"

#include <algorithm>
#include <cstddef>

#include "koppel/utf8.h"
#include "lines/characters.h"
#include "lines/shape.h"
#include "paragraphs/kind.h"

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

bool IsBulletAlone(std::string_view line) {
  const Character mark = CharacterAt(line, 0);
  return mark.size > 0 && mark.size == line.size() && IsBullet(mark.code);
}

// Whether line `i` is a list mark alone, and the next one text that it may belong to.
bool IsMarkOfNext(std::string_view text, const std::vector<TextLine>& lines, std::size_t i) {
  const TextLine& line = lines[i];
  const TextLine& next = lines[i + 1];
  const std::string_view mark = line.span.In(text), content = next.span.In(text);
  if (line.role != LineRole::kBody || next.role != LineRole::kBody || !IsBulletAlone(mark) ||
      IsStrayMark(content) || next.page != line.page || next.column != line.column)
    return false;
  const bool dash = mark == "-" || mark == "–" || mark == "—" || mark == "*";
  return !dash || i == 0 || !Continues(lines[i - 1].span.In(text), content);
}

// The last line before `at` that the text runs on in; empty if there is none.
std::string_view BodyBefore(std::string_view text, const std::vector<TextLine>& lines,
                            std::size_t at) {
  constexpr std::size_t kFarthest = 16;  // lines
  for (std::size_t i = at; i > 0 && at - i < kFarthest; --i) {
    if (lines[i - 1].role == LineRole::kBody) return lines[i - 1].span.In(text);
  }
  return {};
}

void SetPart(std::vector<TextLine>& lines, std::size_t begin, std::size_t end, LineRole role,
             float confidence) {
  for (std::size_t i = begin; i < end; ++i) {
    lines[i].role = role;
    lines[i].confidence = confidence;
    lines[i].begins_part = i == begin;
  }
}

}  // namespace

void MarkListMarks(std::string_view text, std::vector<TextLine>& lines) {
  constexpr std::size_t kFarthest = 8;  // lines from mark to mark
  std::size_t before = 0;               // one past the last mark alone; 0: none
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!IsMarkOfNext(text, lines, i)) continue;
    const auto begin_item = [&lines](std::size_t mark) {
      lines[mark].begins_part = true;
      lines[mark + 1].item = true;
    };
    if (before > 0 && i + 1 - before <= kFarthest &&
        lines[before - 1].span.In(text) == lines[i].span.In(text)) {
      begin_item(before - 1);
      begin_item(i);
    }
    before = i + 1;
  }
}

void MarkStrayMarks(std::string_view text, std::vector<TextLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    const bool list_mark = i + 1 < lines.size() && lines[i + 1].item;
    if (IsKept(line) && !list_mark && IsStrayMark(line.span.In(text))) {
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
    const TextLine& line = lines[i];
    if (!line.tab || line.role != LineRole::kBody) continue;
    const std::string_view content = line.span.In(text);
    const bool continues = i > 0 && Continues(lines[i - 1].span.In(text), content);
    const bool runs_on = i + 1 < lines.size() && Continues(content, lines[i + 1].span.In(text));
    if (continues || runs_on || ListMark(content) > 0) continue;
    SetPart(lines, i, i + 1, LineRole::kPullQuote, 0.8F);
  }
}

void MarkCaptions(std::string_view text, std::vector<TextLine>& lines) {
  constexpr std::size_t kMostLines = 6;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kBody || !IsCaption(lines[i].span.In(text))) continue;
    const std::string_view before = BodyBefore(text, lines, i);
    for (std::size_t end = i + 1; end < lines.size() && end <= i + kMostLines; ++end) {
      const std::string_view next = lines[end].span.In(text);
      const bool apart = lines[end].blanks > 0 || lines[end].page != lines[end - 1].page;
      const bool whole = EndOf(lines[end - 1].span.In(text)) == LineEnd::kSentence;
      if ((apart || whole) && StartsLower(next) && Continues(before, next)) {
        SetPart(lines, i, end, LineRole::kCaption, 0.85F);
        break;
      }
      if (apart || lines[end].role != LineRole::kBody) break;
    }
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
