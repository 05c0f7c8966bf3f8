#include "vocabulary/scanner.h"

#include <algorithm>

#include "lines/breaks.h"

namespace koppel::text {
namespace {

// ASCII letters and digits folded; 0 for all other bytes.
constexpr std::array<unsigned char, 256> FoldedAscii() {
  std::array<unsigned char, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32U] = c;
  return table;
}

constexpr std::array<unsigned char, 256> kFoldedAscii = FoldedAscii();

unsigned char FoldedAt(std::string_view text, std::size_t pos) {
  return kFoldedAscii[static_cast<unsigned char>(text[pos])];
}

}  // namespace

std::size_t WordScanner::SkipToWord(std::size_t pos) const {
  while (pos < text_.size()) {
    if (FoldedAt(text_, pos) != 0) return pos;
    const Character c = CharacterAt(text_, pos);
    if (c.code >= 0x80 && IsWordCharacter(c.code)) return pos;
    pos += c.size;
  }
  return pos;
}

bool WordScanner::ReadOther(std::size_t& pos, std::size_t limit, FoldedHash& hash) {
  Character c = CharacterAt(text_, pos);
  std::size_t size = c.size;
  const bool hyphen = IsHyphen(c.code);
  const bool joiner = (hyphen || IsApostrophe(c.code)) && pos != word_.begin;
  char32_t joint = 0;
  if (joiner) {
    joint = Fold(c.code);
    c = CharacterAt(text_, pos + size);
    size += c.size;
  }
  if (!IsWordCharacter(c.code) || size > limit - pos) return false;
  if (joiner) hash.AddCode(joint);
  hash.AddCode(Fold(c.code));
  word_.hyphen = word_.hyphen || hyphen;
  pos += size;
  return true;
}

bool WordScanner::Next() {
  word_.begin = SkipToWord(pos_);
  word_.hyphen = false;
  const std::size_t limit = std::min<std::size_t>(text_.size(), word_.begin + kLongestPart);
  FoldedHash hash(seed_);
  std::size_t pos = word_.begin;
  while (pos < limit) {
    const unsigned char folded = FoldedAt(text_, pos);
    if (folded != 0) {
      hash.AddCode(folded);
      ++pos;
    } else if (!ReadOther(pos, limit, hash)) {
      break;
    }
  }
  word_.end = pos_ = pos;
  word_.hash = hash.Finish();
  return word_.end > word_.begin;
}

}  // namespace koppel::text
