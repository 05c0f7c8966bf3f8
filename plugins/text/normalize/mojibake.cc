#include "normalize/mojibake.h"

#include <algorithm>
#include <string>

#include "lines/characters.h"
#include "normalize/scan.h"
#include "normalize/windows1252.h"

namespace koppel::text {
namespace {

constexpr unsigned kNone = 0;  // no byte: ASCII never is part of a stretch
constexpr double kTwoBytes = 0.95;
constexpr double kLonger = 0.99;

// The byte that Windows-1252 or Latin-1 reads as `code`.
unsigned ByteOf(char32_t code) {
  if (code >= 0x80 && code <= 0xFF) return static_cast<unsigned>(code);
  if (code < 0x80) return kNone;
  const auto* const found = std::find(kWindows1252.begin(), kWindows1252.end(), code);
  if (found == kWindows1252.end()) return kNone;
  return 0x80 + static_cast<unsigned>(found - kWindows1252.begin());
}

std::size_t SequenceLength(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// Two characters are soon found together by chance, three are not: only Latin letters and signs are
// mended from two.
bool IsLikely(char32_t code, std::size_t bytes) {
  if (bytes == 2) return code >= 0xA0 && code < 0x180;
  return bytes == 3 ? code >= 0x800 && !(code >= 0xD800 && code <= 0xDFFF)
                    : code >= 0x10000 && code <= 0x10FFFF;
}

struct Mended {
  char32_t code = 0;
  std::size_t size = 0;  // bytes of the text; 0: nothing to mend here
  std::size_t sequence = 0;
};

Mended MendAt(std::string_view text, std::size_t pos) {
  const Character first = CharacterAt(text, pos);
  const unsigned lead = ByteOf(first.code);
  const std::size_t length = SequenceLength(lead);
  if (length == 0) return {};
  char32_t code = lead & (0x7FU >> length);
  std::size_t end = pos + first.size;
  for (std::size_t i = 1; i < length; ++i) {
    const Character next = CharacterAt(text, end);
    const unsigned byte = ByteOf(next.code);
    if (byte < 0x80 || byte > 0xBF) return {};
    code = (code << 6) | (byte & 0x3FU);
    end += next.size;
  }
  if (!IsLikely(code, length)) return {};
  return {code, end - pos, length};
}

struct Stretch {
  std::string mended;
  std::size_t size = 0;
  std::size_t longest = 0;  // sequence
};

// The longest stretch from `pos` on in which every character has to be mended.
Stretch MendStretch(std::string_view text, std::size_t pos) {
  Stretch stretch;
  for (Mended one = MendAt(text, pos); one.size > 0; one = MendAt(text, pos + stretch.size)) {
    AppendUtf8(one.code, stretch.mended);
    stretch.size += one.size;
    stretch.longest = std::max(stretch.longest, one.sequence);
  }
  return stretch;
}

// What was read wrongly twice has to be mended twice.
std::string MendAgain(const std::string& mended) {
  std::string result;
  for (std::size_t pos = 0; pos < mended.size();) {
    const Stretch stretch = MendStretch(mended, pos);
    const std::size_t size = stretch.size > 0 ? stretch.size : CharacterAt(mended, pos).size;
    result += stretch.size > 0 ? stretch.mended : mended.substr(pos, size);
    pos += size;
  }
  return result;
}

}  // namespace

void MendMojibake(std::string_view text, std::string_view rule, Edits& edits) {
  for (std::size_t pos = FindSuspect(text, 0); pos < text.size(); pos = FindSuspect(text, pos)) {
    const Stretch stretch = MendStretch(text, pos);
    if (stretch.size == 0) {
      pos += CharacterAt(text, pos).size;
      continue;
    }
    const Span span{static_cast<std::uint32_t>(pos),
                    static_cast<std::uint32_t>(pos + stretch.size)};
    edits.Replace(span, MendAgain(stretch.mended), rule, stretch.longest > 2 ? kLonger : kTwoBytes);
    pos += stretch.size;
  }
}

}  // namespace koppel::text
