#include "lines/scan.h"

#include <algorithm>
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
