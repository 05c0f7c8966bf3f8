#include "lines/breaks.h"

#include <algorithm>

#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;

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

// Minus, hyphen bullet, small and full-width hyphen, hyphenation point, katakana middle dot.
bool IsLookAlike(char32_t c) {
  constexpr std::u32string_view kSigns = U"=~\u2212\u2043\uFE63\uFF0D\u2027\u30FB";
  return kSigns.find(c) != std::u32string_view::npos;
}

// Figure dash, en dash, em dash, horizontal bar.
bool IsDash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

// What dirt on the page is read for.
bool IsSpeck(char32_t c) {
  constexpr std::u32string_view kSpecks = U".'\u2019\u2018`\u00B4\u00B7*_";
  return kSpecks.find(c) != std::u32string_view::npos;
}

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

// What a line ends in.
struct Sign {
  std::size_t begin = 0;
  bool hyphen = false;
  bool look_alike = false;
  bool dash = false;
};

Sign SignBefore(std::string_view text, std::size_t end) {
  const Character last = CharacterBefore(text, end);
  const std::size_t begin = end - last.size;
  const Character before = CharacterBefore(text, begin);
  if (IsSpeck(last.code) && IsHyphen(before.code)) return {begin - before.size, false, true, false};
  const bool dash = IsDash(last.code);
  return {begin, IsBreakHyphen(last.code), dash || IsLookAlike(last.code), dash};
}

// Whether a dash with nothing around it can stand there: 2010–2015, Parijs–Dakar, this—and that.
// Before a capital, another sentence may begin.
bool JoinsSides(std::string_view text, const LineBreak& found) {
  const char32_t after = CharacterAt(text, found.right).code;
  return found.left < found.hyphen && IsWordCharacter(after) &&
         (!IsUpper(after) || IsUpper(CharacterAt(text, found.left).code));
}

// Fills `found` if the line that ends at `line_end` ends in a hyphen that breaks a word, or in what
// may be one.
bool BreakAt(std::string_view text, std::size_t line_end, LineBreak& found) {
  const std::size_t gap = SkipBlanksBack(text, line_end);
  const Sign sign = SignBefore(text, gap);
  if (!sign.hyphen && !sign.look_alike) return false;
  const Character before = CharacterBefore(text, sign.begin);
  const bool apart = before.size == 0 || IsBlank(before.code) || IsLineEnd(text[sign.begin - 1]) ||
                     IsBreakHyphen(before.code);
  if (apart && !(sign.hyphen && IsAloneOnLine(text, sign.begin))) return false;
  found.alone = apart;
  found.hyphen = static_cast<std::uint32_t>(sign.begin);
  found.gap = static_cast<std::uint32_t>(gap);
  found.left = static_cast<std::uint32_t>(WordBegin(text, sign.begin));
  MeasureGap(text, found);
  found.look_alike = sign.look_alike && IsLowerCase(before.code) &&
                     IsLowerCase(CharacterAt(text, found.right).code);
  found.dash = sign.dash && JoinsSides(text, found);
  if (!sign.hyphen && !found.look_alike && !found.dash) return false;
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
