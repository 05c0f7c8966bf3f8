#include "lines/shape.h"

#include "koppel/utf8.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

bool IsClosing(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'»':
    case U'«':
    case U'’':
    case U'”':
    case U'“':
      return true;
    default:
      return false;
  }
}

bool IsOpening(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'(':
    case U'[':
    case U'«':
    case U'»':
    case U'‘':
    case U'“':
    case U'„':
    case U'‚':
    case U'’':
    case U'”':
      return true;
    default:
      return false;
  }
}

// Moves `end` back over the last code point of text[0, end) and returns it.
char32_t StepBack(std::string_view text, std::size_t& end) {
  const Character last = CharacterBefore(text, end);
  end -= last.size;
  return last.code;
}

// Moves `at` past the code point that stands there and returns it.
char32_t Step(std::string_view text, std::size_t& at) {
  const Character first = CharacterAt(text, at);
  at += first.size;
  return first.code;
}

char32_t FirstBehindQuotes(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = Step(line, at);
    if (!IsOpening(c)) return c;
  }
  return 0;
}

}  // namespace

bool IsInlineSpace(char32_t c) {
  if (c < 0x80) return c == U' ' || c == U'\t' || c == U'\r' || c == U'\v';
  return c != U'\u2028' && c != U'\u2029' && c != U'\u0085' && IsSpace(c);
}

std::string_view Trim(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); begin = at) {
    if (!IsInlineSpace(Step(text, at))) break;
  }
  std::size_t end = text.size();
  for (std::size_t at = end; at > begin; end = at) {
    if (!IsInlineSpace(StepBack(text, at))) break;
  }
  return text.substr(begin, end - begin);
}

LineEnd EndOf(std::string_view line) {
  for (std::size_t end = line.size(); end > 0;) {
    const char32_t c = StepBack(line, end);
    if (IsClosing(c)) continue;
    switch (c) {
      case U'.':
      case U'!':
      case U'?':
      case U'…':
      case U'。':
        return LineEnd::kSentence;
      case U':':
        return LineEnd::kColon;
      case U';':
        return LineEnd::kSemicolon;
      case U',':
        return LineEnd::kComma;
      default:
        return LineEnd::kOther;
    }
  }
  return LineEnd::kOther;
}

bool EndsInHyphen(std::string_view line) {
  if (line.empty()) return false;
  std::size_t end = line.size();
  if (!IsBreakHyphen(StepBack(line, end))) return false;
  return end > 0 && IsLetter(DecodeBefore(line, end).value);
}

bool StartsLower(std::string_view line) {
  const char32_t first = FirstBehindQuotes(line);
  return first < 0x80 ? first >= U'a' && first <= U'z' : IsLower(first);
}

bool StartsUpper(std::string_view line) {
  const char32_t first = FirstBehindQuotes(line);
  return first < 0x80 ? first >= U'A' && first <= U'Z' : IsUpper(first);
}

bool Continues(std::string_view line, std::string_view next) {
  if (EndsInHyphen(line)) return true;
  const LineEnd end = EndOf(line);
  return (end == LineEnd::kOther || end == LineEnd::kComma) && StartsLower(next);
}

bool IsBullet(char32_t c) {
  constexpr std::u32string_view kBullets = U"•·▪■●○◦–—-*‣⁃►➢\uF0B7\uF0A7";
  return kBullets.find(c) != std::u32string_view::npos;
}

std::size_t ListMark(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return 0;
  if (IsBullet(Step(line, at))) {
    return at < line.size() && IsInlineSpace(DecodeAt(line, at).value) ? at : 0;
  }
  at = line[0] == '(' ? 1 : 0;
  std::size_t digits = 0, letters = 0;
  for (; at < line.size(); ++at) {
    if (line[at] >= '0' && line[at] <= '9')
      ++digits;
    else if (line[at] >= 'a' && line[at] <= 'z')
      ++letters;
    else
      break;
  }
  // Enough for "123." and "xviii)", too little for a short word that ends a sentence.
  const bool label =
      (digits >= 1 && digits <= 3 && letters <= 1) || (digits == 0 && letters >= 1 && letters <= 2);
  if (!label || at >= line.size()) return 0;
  const std::string_view degree = "°";
  if (line.substr(at).starts_with(degree)) at += degree.size();
  if (at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == ':'))
    ++at;
  else if (!line.substr(0, at).ends_with(degree))
    return 0;
  if (at == line.size()) return 0;
  const char32_t after = DecodeAt(line, at).value;
  return IsInlineSpace(after) || IsLetter(after) ? at : 0;
}

}  // namespace koppel::text
