#include "offset_units.h"

#include <array>

namespace koppel::write {
namespace {

constexpr std::uint32_t kBlock = 64;

// Units that start in the bytes: one for each code point, and in UTF-16 one more for those of four
// bytes.
std::uint32_t CountUnits(std::string_view bytes, OffsetUnit unit) {
  std::uint32_t count = 0;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    count += (value & 0xC0) != 0x80;
    count += unit == OffsetUnit::kUtf16 && value >= 0xF0;
  }
  return count;
}

}  // namespace

std::string_view Name(OffsetUnit unit) {
  static constexpr std::array<std::string_view, 3> kNames = {"utf8_bytes", "code_points", "utf16"};
  return kNames[static_cast<std::size_t>(unit)];
}

OffsetConverter::OffsetConverter(std::string_view text, OffsetUnit unit)
    : text_(text), unit_(unit) {
  if (unit == OffsetUnit::kUtf8Bytes) return;
  before_block_.reserve(text.size() / kBlock + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kBlock) {
    before_block_.push_back(count);
    count += CountUnits(text.substr(begin, kBlock), unit);
  }
}

std::uint32_t OffsetConverter::operator()(std::uint32_t offset) const {
  if (unit_ == OffsetUnit::kUtf8Bytes) return offset;
  const std::uint32_t begin = offset - offset % kBlock;
  return before_block_[offset / kBlock] + CountUnits(text_.substr(begin, offset - begin), unit_);
}

}  // namespace koppel::write
