#include "lines/scan.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace koppel::text {
namespace {

constexpr std::size_t kWord = 8;  // bytes that are looked at at once

constexpr std::uint64_t Each(char byte) {
  return 0x0101010101010101ULL * static_cast<unsigned char>(byte);
}

// Not 0 if and only if a byte is 0.
constexpr std::uint64_t ZeroBytes(std::uint64_t word) {
  return (word - Each('\x01')) & ~word & Each('\x80');
}

bool IsWideAt(const char* at) { return *at == '\t' || (*at == ' ' && at[1] == ' '); }

// The high bit of every byte that equals `byte`, and no other bit.
std::uint64_t EqualBytes(std::uint64_t word, char byte) {
  const std::uint64_t differing = word ^ Each(byte);
  const std::uint64_t low = (differing & Each('\x7F')) + Each('\x7F');
  return ~(low | differing) & Each('\x80');
}

// The same for ASCII letters.
std::uint64_t LetterBytes(std::uint64_t word) {
  const std::uint64_t low = (word | Each('\x20')) & Each('\x7F');
  const std::uint64_t from_a = low + Each(static_cast<char>(0x80 - 'a'));
  const std::uint64_t behind_z = low + Each(static_cast<char>(0x80 - 'z' - 1));
  return from_a & ~behind_z & ~word & Each('\x80');
}

// Position, in memory, of the first byte that is not 0.
std::uint32_t FirstByte(std::uint64_t word) {
  const int zeros =
      std::endian::native == std::endian::little ? std::countr_zero(word) : std::countl_zero(word);
  return static_cast<std::uint32_t>(zeros) / 8;
}

std::uint64_t Load(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

}  // namespace

std::size_t FindWideSpace(std::string_view text) {
  const char* const begin = text.data();
  std::size_t at = 0;
  for (; at + kWord < text.size(); at += kWord) {
    const std::uint64_t word = Load(begin + at);
    const std::uint64_t spaces = (word ^ Each(' ')) | (Load(begin + at + 1) ^ Each(' '));
    if ((ZeroBytes(spaces) | ZeroBytes(word ^ Each('\t'))) != 0) break;
  }
  for (; at + 1 < text.size(); ++at) {
    if (IsWideAt(begin + at)) return at;
  }
  return at < text.size() && begin[at] == '\t' ? at : std::string_view::npos;
}

std::uint32_t CountPlainWordEnds(std::string_view line, std::vector<std::uint32_t>& others) {
  std::uint32_t plain = 0;
  std::size_t at = 1;
  for (; at + kWord <= line.size(); at += kWord) {
    const std::uint64_t spaces = EqualBytes(Load(line.data() + at), ' ');
    const std::uint64_t behind_letters = spaces & LetterBytes(Load(line.data() + at - 1));
    plain += static_cast<std::uint32_t>(((behind_letters >> 7) * Each('\x01')) >> 56);
    for (std::uint64_t rest = spaces & ~behind_letters; rest != 0; rest &= rest - 1)
      others.push_back(static_cast<std::uint32_t>(at) + FirstByte(rest));
  }
  for (; at < line.size(); ++at) {
    if (line[at] != ' ') continue;
    if (IsAsciiLetter(line[at - 1]))
      ++plain;
    else
      others.push_back(static_cast<std::uint32_t>(at));
  }
  return plain;
}

bool HasDigit(std::string_view text) {
  // '0' to '?': close enough to skip most words, looked at closely below.
  std::size_t at = 0;
  for (; at + kWord <= text.size(); at += kWord) {
    const std::uint64_t high = Load(text.data() + at) & Each('\xF0');
    if (ZeroBytes(high ^ Each('0')) != 0) break;
  }
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace koppel::text
