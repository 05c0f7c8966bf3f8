#include "layout/folios.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace koppel::text {
namespace {

constexpr std::size_t kMostDigits = 4;
constexpr std::uint32_t kFewestPages = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> NumberOf(std::string_view digits) {
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// The word "12" at the beginning of the line; "12." and "12de" are none.
std::optional<std::int64_t> First(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), IsDigit);
  if (end != line.end() && *end != ' ' && *end != '\t') return std::nullopt;
  return NumberOf(line.substr(0, static_cast<std::size_t>(end - line.begin())));
}

std::optional<std::int64_t> Last(std::string_view line) {
  const auto begin = std::find_if_not(line.rbegin(), line.rend(), IsDigit);
  if (begin != line.rend() && *begin != ' ' && *begin != '\t') return std::nullopt;
  return NumberOf(line.substr(static_cast<std::size_t>(line.rend() - begin)));
}

}  // namespace

void Folios::AddLine(std::string_view line, std::uint32_t page) {
  ++pages_;
  const auto first = First(line), last = Last(line);
  if (first) ++pages_by_distance_[*first - page];
  if (last && last != first) ++pages_by_distance_[*last - page];
}

void Folios::Settle() {
  std::uint32_t most = 0;
  for (const auto& [distance, pages] : pages_by_distance_) {
    // Equally frequent distances: the lower one, whatever the order of the table.
    if (pages < most || (pages == most && distance >= distance_)) continue;
    most = pages;
    distance_ = distance;
  }
  known_ = most >= kFewestPages && most * 2 >= pages_;
}

bool Folios::HasFolio(std::string_view line, std::uint32_t page) const {
  if (!known_) return false;
  const auto first = First(line), last = Last(line);
  return (first && *first - page == distance_) || (last && *last - page == distance_);
}

}  // namespace koppel::text
