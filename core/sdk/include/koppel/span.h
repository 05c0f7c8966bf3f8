#pragma once

#include <cstdint>
#include <string_view>

namespace koppel {

// A stretch of text: UTF-8 bytes, half-open, both ends on code-point boundaries. It may be empty.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // Precondition: the span lies in `text`.
  std::string_view In(std::string_view text) const { return text.substr(begin, size()); }

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace koppel
