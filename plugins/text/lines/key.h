// What two lines have in common when they are the same running head on different pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace koppel::text {

struct LineKey {
  std::uint64_t hash = 0;               // white space collapsed, each number replaced by one mark
  std::optional<std::uint32_t> number;  // the last number in the line, up to six digits
  bool lone_number = false;             // nothing but a number, with or without dashes around it
};

// Lines longer than this are never furniture.
inline constexpr std::size_t kLongestFurniture = 240;

// Precondition: line.size() <= kLongestFurniture.
LineKey KeyOf(std::string_view line);

}  // namespace koppel::text
