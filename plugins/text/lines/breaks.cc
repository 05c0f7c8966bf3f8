#include "lines/breaks.h"

#include <algorithm>

#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kMinus = 0x2212;

bool IsLineEnd(char c) { return c == '\n' || c == '\f'; }

// Finds line ends front to back: each kind is looked for by memchr, and not again before it was
// passed.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {}

  // The first at or behind `pos`, which never goes back; npos if there is none.
  std::size_t Next(std::size_t pos) {
    if (newline_ < pos || pos == 0) newline_ = text_.find('\n', pos);
    if (form_feed_ < pos || pos == 0) form_feed_ = text_.find('\f', pos);
    return std::min(newline_, form_feed_);
  }

 private:
  std::string_view text_;
  std::size_t newline_ = 0;
  std::size_t form_feed_ = 0;
};

bool IsBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == kNoBreakSpace; }

bool IsLookAlike(char32_t c) { return c == '=' || c == '~' || c == kEnDash || c == kMinus; }

bool IsLowerCase(char32_t c) { return IsLetter(c) && !IsUpper(c); }

bool JoinsParts(char32_t c) { return IsHyphen(c) || IsApostrophe(c); }

std::size_t SkipBlanksBack(std::string_view text, std::size_t pos) {
  for (;;) {
    const Character c = CharacterBefore(text, pos);
    if (c.size == 0 || !IsBlank(c.code)) return pos;
    pos -= c.size;
  }
}

// First byte of the word that ends at `end`: the mirror image of `WordEnd`.
std::size_t WordBegin(std::string_view text, std::size_t end) {
  const std::size_t limit = end < kLongestPart ? 0 : end - kLongestPart;
  std::size_t begin = end;
  while (begin > limit) {
    Character c = CharacterBefore(text, begin);
    std::size_t size = c.size;
    if (JoinsParts(c.code) && begin != end) {
      c = CharacterBefore(text, begin - size);
      size += c.size;
    }
    if (!IsWordCharacter(c.code) || begin - limit < size) return begin;
    begin -= size;
  }
  return begin;
}

bool IsAloneOnLine(std::string_view text, std::size_t hyphen) {
  const std::size_t before = SkipBlanksBack(text, hyphen);
  return before == 0 || IsLineEnd(text[before - 1]);
}

// Moves `found.right` behind the white space after the hyphen.
void MeasureGap(std::string_view text, LineBreak& found) {
  std::size_t pos = found.gap;
  for (;;) {
    const Character c = CharacterAt(text, pos);
    if (c.size == 0 || !(IsBlank(c.code) || IsLineEnd(text[pos]))) break;
    pos += c.size;
  }
  found.right = static_cast<std::uint32_t>(pos);
}

// Fills `found` if the line that ends at `line_end` ends in a hyphen that breaks a word.
bool BreakAt(std::string_view text, std::size_t line_end, LineBreak& found) {
  const std::size_t gap = SkipBlanksBack(text, line_end);
  const Character hyphen = CharacterBefore(text, gap);
  const std::size_t begin = gap - hyphen.size;
  const Character before = CharacterBefore(text, begin);
  found.look_alike = IsLookAlike(hyphen.code) && IsLowerCase(before.code);
  if (!IsBreakHyphen(hyphen.code) && !found.look_alike) return false;
  const bool dash = before.size == 0 || IsBlank(before.code) || IsLineEnd(text[begin - 1]) ||
                    IsBreakHyphen(before.code);
  if (dash && !IsAloneOnLine(text, begin)) return false;
  found.alone = dash;
  found.hyphen = static_cast<std::uint32_t>(begin);
  found.gap = static_cast<std::uint32_t>(gap);
  found.left = static_cast<std::uint32_t>(WordBegin(text, begin));
  MeasureGap(text, found);
  if (found.look_alike && !IsLowerCase(CharacterAt(text, found.right).code)) return false;
  found.right_end = static_cast<std::uint32_t>(WordEnd(text, found.right));
  return true;
}

}  // namespace

std::size_t WordEnd(std::string_view text, std::size_t pos) {
  const std::size_t limit = text.size() - pos < kLongestPart ? text.size() : pos + kLongestPart;
  std::size_t end = pos;
  while (end < limit) {
    Character c = CharacterAt(text, end);
    std::size_t size = c.size;
    if (JoinsParts(c.code) && end != pos) {
      c = CharacterAt(text, end + size);
      size += c.size;
    }
    if (!IsWordCharacter(c.code) || size > limit - end) return end;
    end += size;
  }
  return end;
}

std::vector<LineBreak> FindLineBreaks(std::string_view text) {
  std::vector<LineBreak> breaks;
  LineBreak found;
  LineEnds ends(text);
  for (std::size_t pos = ends.Next(0); pos < text.size();) {
    std::size_t next = pos + 1;
    if (BreakAt(text, pos, found)) {
      breaks.push_back(found);
      // The rest of the gap holds no line of its own.
      next = std::max<std::size_t>(next, found.right);
    }
    pos = ends.Next(next);
  }
  return breaks;
}

}  // namespace koppel::text
