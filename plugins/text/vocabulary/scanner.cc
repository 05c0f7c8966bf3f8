#include "vocabulary/scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "lines/breaks.h"

namespace koppel::text {
namespace {

constexpr unsigned char kSeparator = 0;  // ASCII that no word holds
constexpr unsigned char kMaybe = 1;      // for more than a table to tell; letters are all above it

// ASCII letters and digits folded, and what the other bytes are.
constexpr std::array<unsigned char, 256> FoldedBytes() {
  std::array<unsigned char, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32U] = c;
  for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = kMaybe;
  table['-'] = table['\''] = kMaybe;
  return table;
}

constexpr std::array<unsigned char, 256> kFoldedBytes = FoldedBytes();

unsigned char FoldedAt(std::string_view text, std::size_t pos) {
  return kFoldedBytes[static_cast<unsigned char>(text[pos])];
}

constexpr std::uint64_t EachByte(unsigned char byte) { return 0x0101010101010101U * byte; }

// The high bit of each byte of ASCII that is from `first` to `last`. Other bytes must have it set
// in `not_ascii`.
std::uint64_t InRange(std::uint64_t bytes, std::uint64_t not_ascii, char first, char last) {
  constexpr std::uint64_t kHigh = EachByte(0x80);
  const std::uint64_t low = bytes & ~kHigh;
  const std::uint64_t from = low + EachByte(static_cast<unsigned char>(0x80 - first));
  const std::uint64_t beyond = low + EachByte(static_cast<unsigned char>(0x7F - last));
  return from & ~beyond & ~not_ascii & kHigh;
}

// Adds ASCII letters and digits from `pos` on, eight bytes at a time, as long as that can be done;
// returns where it got to.
std::size_t AddEights(std::string_view text, std::size_t pos, FoldedHash& hash) {
  if constexpr (std::endian::native != std::endian::little) return pos;
  constexpr std::uint64_t kHigh = EachByte(0x80), kCase = EachByte(0x20);
  while (hash.takes_eight() && text.size() - pos >= sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + pos, sizeof(bytes));
    const std::uint64_t not_ascii = bytes & kHigh;
    const std::uint64_t letters = InRange(bytes | kCase, not_ascii, 'a', 'z');
    const std::uint64_t others = ~(letters | InRange(bytes, not_ascii, '0', '9')) & kHigh;
    const auto count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    if (count == 0) break;
    // The high bit of a letter becomes the one that makes it lower case.
    const std::uint64_t folded = __builtin_bswap64(bytes | letters >> 2U);
    hash.AddEight(folded >> (64 - 8 * count), count);
    pos += count;
    if (count < 8) break;
  }
  return pos;
}

// Adds the ASCII letters and digits from `pos` on; returns where they end.
std::size_t AddLetters(std::string_view text, std::size_t pos, FoldedHash& hash) {
  FoldedHash local = hash;  // stays in registers
  pos = AddEights(text, pos, local);
  while (pos < text.size()) {
    const unsigned char folded = FoldedAt(text, pos);
    if (folded <= kMaybe) break;
    local.AddAscii(folded);
    ++pos;
  }
  hash = local;
  return pos;
}

}  // namespace

std::size_t WordScanner::SkipToWord(std::size_t pos) const {
  while (pos < text_.size()) {
    const unsigned char folded = FoldedAt(text_, pos);
    if (folded > kMaybe) return pos;
    if (folded == kSeparator) {
      ++pos;
      continue;
    }
    const Character c = CharacterAt(text_, pos);
    if (IsWordCharacter(c.code)) return pos;
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
  std::size_t pos = AddLetters(text_.substr(0, limit), word_.begin, hash);
  while (pos < limit && FoldedAt(text_, pos) != kSeparator && ReadOther(pos, limit, hash)) {
    pos = AddLetters(text_.substr(0, limit), pos, hash);
  }
  word_.end = pos_ = pos;
  word_.hash = hash.Finish();
  return word_.end > word_.begin;
}

}  // namespace koppel::text
