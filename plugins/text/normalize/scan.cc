#include "normalize/scan.h"

#include <cstdint>
#include <cstring>

namespace koppel::text {
namespace {

// Sixteen bytes at once, in the notation that GCC and clang share. A comparison gives a byte of
// ones where it holds.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
constexpr std::size_t kWidth = sizeof(Bytes);
constexpr std::size_t kLookahead = 2;

// The conditions below are written once, for one byte and for sixteen: `a` is where a character
// may begin, `b` and `c` are the two bytes behind it.

template <class T>
auto IsControl(T a) {
  return ((a < 0x20) & (a != '\n') & (a != '\t') & (a != '\f')) | (a == 0x7F);
}

// C1 controls, no-break space, soft hyphen.
template <class T>
auto IsInvisibleLatin(T a, T b) {
  return (a == 0xC2) & ((b <= 0xA0) | (b == 0xAD));
}

// U+00C2 to U+00F4, which stand for the first byte of a sequence, before something that may stand
// for another: U+0080 to U+00BF, or what Windows-1252 has at 0x80 to 0x9F.
template <class T>
auto IsMojibake(T a, T b, T c) {
  return (a == 0xC3) & (b >= 0x82) & (b <= 0xB4) &
         ((c == 0xC2) | (c == 0xC5) | (c == 0xC6) | (c == 0xCB) | (c == 0xE2));
}

// U+2000 to U+2FFF: spaces, joiners, direction marks, separators, and the few signs that have
// another normal form.
template <class T>
auto IsSuspectSign(T a, T b, T c) {
  const auto punctuation = (b == 0x80) & ((c <= 0x8F) | (c == 0xA8) | (c == 0xA9) | (c == 0xAF));
  const auto letterlike = (b == 0x84) & (c >= 0xA6) & (c <= 0xAB);
  const auto rest = (b == 0x81) | (b == 0x83) | (b == 0x8C) | (b >= 0xAB);
  return (a == 0xE2) & (punctuation | letterlike | rest);
}

// Blocks with combining marks, or with characters that have another normal form, and all that is
// rare. Among them lie the letters of Vietnamese and the emoji, which are common.
template <class T>
auto IsSuspectBlock(T a, T b) {
  const auto marks = (a == 0xCC) | (a == 0xCD) | ((a == 0xCE) & (b == 0x87)) | (a == 0xD2);
  const auto vietnamese = (a == 0xE1) & (b >= 0xB8) & (b <= 0xBB);
  const auto scripts = (a >= 0xD6) & (a <= 0xE1) & (vietnamese == 0);
  const auto emoji = (a == 0xF0) & (b == 0x9F);
  const auto last = (a == 0xE3) | (a == 0xEA) | ((a >= 0xEF) & (emoji == 0));
  return marks | scripts | last;
}

template <class T>
auto IsSuspect(T a, T b, T c) {
  return IsControl(a) | IsInvisibleLatin(a, b) | IsMojibake(a, b, c) | IsSuspectSign(a, b, c) |
         IsSuspectBlock(a, b);
}

Bytes Load(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, kWidth);
  return bytes;
}

template <class Mask>
bool AnyOf(const Mask& found) {
  std::uint64_t halves[2];
  static_assert(sizeof halves == sizeof found);
  std::memcpy(halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

bool HasSuspect(const char* at) {
  const Bytes a = Load(at);
  // Most text is ASCII, and of that only controls can be suspect.
  if (!AnyOf((a >= 0x7F) | IsControl(a))) return false;
  return AnyOf(IsSuspect(a, Load(at + 1), Load(at + 2)));
}

bool IsSuspectAt(std::string_view text, std::size_t pos) {
  const auto byte = [text](std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
  };
  return IsSuspect<int>(byte(pos), byte(pos + 1), byte(pos + 2)) != 0;
}

}  // namespace

std::size_t FindSuspect(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    std::size_t end = text.size();
    if (text.size() - pos >= kWidth + kLookahead) {
      end = pos + kWidth;
      if (!HasSuspect(text.data() + pos)) {
        pos = end;
        continue;
      }
    }
    for (; pos < end; ++pos) {
      if (IsSuspectAt(text, pos)) return pos;
    }
  }
  return text.size();
}

}  // namespace koppel::text
