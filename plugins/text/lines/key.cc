#include "lines/key.h"

#include "koppel/utf8.h"
#include "lines/shape.h"

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

}  // namespace

LineKey KeyOf(std::string_view line) {
  LineKey key;
  key.hash = 14695981039346656037ULL;  // FNV-1a
  const auto mix = [&key](char c) {
    key.hash = (key.hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  for (std::size_t at = 0; at < line.size();) {
    if (IsAsciiDigit(line[at])) {
      key.number = ReadNumber(line, at);
      mix('\0');
    } else if (line[at] == ' ' || line[at] == '\t') {
      if (line[at - 1] != ' ' && line[at - 1] != '\t') mix(' ');
      ++at;
    } else {
      mix(line[at++]);
    }
  }
  const std::string_view bare = WithoutOrnament(line);
  if (!bare.empty() && bare.size() <= 4 &&
      bare.find_first_not_of("0123456789") == std::string_view::npos) {
    key.lone_number = key.number.has_value();
  } else if (const auto roman = Roman(bare); roman && !bare.empty()) {
    key.number = roman;
    key.lone_number = true;
  }
  return key;
}

}  // namespace koppel::text
