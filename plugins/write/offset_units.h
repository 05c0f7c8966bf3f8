// Offsets in other units than bytes, for programs whose strings are made of something else.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace koppel::write {

// Code points are what Python indexes by; UTF-16 units what Java and JavaScript do.
enum class OffsetUnit { kUtf8Bytes, kCodePoints, kUtf16 };

// "utf8_bytes", "code_points", "utf16".
std::string_view Name(OffsetUnit unit);

// Counts the units of a text once, in one sweep; a conversion then looks at a few bytes at most.
class OffsetConverter {
 public:
  // The text must outlive the converter.
  OffsetConverter(std::string_view text, OffsetUnit unit);

  // Precondition: `offset` is in bytes, at most the text's size, on a code-point boundary.
  std::uint32_t operator()(std::uint32_t offset) const;

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> before_block_;  // units that start before each block of the text
};

}  // namespace koppel::write
