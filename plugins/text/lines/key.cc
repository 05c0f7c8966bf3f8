#include "lines/key.h"

#include <cstring>

#include "lines/scan.h"

namespace koppel::text {
namespace {

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// Value of a lower-case Roman numeral as front matter is numbered (i to lxxxix), or nothing.
std::optional<std::uint32_t> Roman(std::string_view text) {
  std::uint32_t sum = 0, last = 1000;
  for (const char c : text) {
    const std::uint32_t value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
    if (value == 0) return std::nullopt;
    sum += value > last ? value - 2 * last : value;
    last = value;
  }
  if (sum == 0 || sum > 89) return std::nullopt;
  return sum;
}

std::string_view WithoutOrnament(std::string_view line) {
  constexpr std::string_view kOrnament = " \t-~|";
  const std::size_t begin = line.find_first_not_of(kOrnament);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kOrnament) - begin + 1);
}

// Reads the digits at `at` and moves past them.
std::optional<std::uint32_t> ReadNumber(std::string_view line, std::size_t& at) {
  std::uint32_t value = 0;
  const std::size_t begin = at;
  for (; at < line.size() && IsAsciiDigit(line[at]); ++at) {
    if (at - begin < 6) value = value * 10 + static_cast<std::uint32_t>(line[at] - '0');
  }
  if (at - begin > 6) return std::nullopt;
  return value;
}

// Neither digits nor anything else that a key tells differently from the line.
bool IsPlain(std::string_view line) {
  return FindWideSpace(line) == std::string_view::npos && !HasDigit(line);
}

// Eight bytes at a time; only equality matters.
std::uint64_t HashOf(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = bytes.size() * kFactor;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    mix(word);
  }
  std::uint64_t rest = 0;
  if (at < bytes.size()) std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  mix(rest);
  return hash;
}

constexpr std::size_t kLongestLoneNumber = 40;  // bytes, with the dashes around it

void ReadLoneNumber(std::string_view line, LineKey& key) {
  const std::string_view bare = WithoutOrnament(line);
  if (!bare.empty() && bare.size() <= 4 &&
      bare.find_first_not_of("0123456789") == std::string_view::npos) {
    key.lone_number = key.number.has_value();
  } else if (const auto roman = Roman(bare); roman && !bare.empty()) {
    key.number = roman;
    key.lone_number = true;
  }
}

}  // namespace

LineKey KeyOf(std::string_view line) {
  LineKey key;
  if (IsPlain(line)) {
    key.hash = HashOf(line);
  } else {
    char plain[kLongestFurniture];
    std::size_t size = 0;
    for (std::size_t at = 0; at < line.size();) {
      if (IsAsciiDigit(line[at])) {
        key.number = ReadNumber(line, at);
        plain[size++] = '\0';
      } else if (line[at] == ' ' || line[at] == '\t') {
        if (at == 0 || (line[at - 1] != ' ' && line[at - 1] != '\t')) plain[size++] = ' ';
        ++at;
      } else {
        plain[size++] = line[at++];
      }
    }
    key.hash = HashOf({plain, size});
  }
  if (line.size() <= kLongestLoneNumber) ReadLoneNumber(line, key);
  return key;
}

}  // namespace koppel::text
