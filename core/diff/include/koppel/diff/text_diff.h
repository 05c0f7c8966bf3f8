// What is different between two texts, word by word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel {

// Bytes of one text that stand where the other has those; one of them may be empty.
struct TextHunk {
  Span a, b;

  bool operator==(const TextHunk&) const = default;
};

// In ascending order; what stands between them is equal. Hunks consist of whole words
// with the blanks between them, or of blanks alone. Precondition: UTF-8.
std::vector<TextHunk> DiffTexts(std::string_view a, std::string_view b);

// Where places of the first text are in the second. Valid while the hunks are.
class TextMap {
 public:
  explicit TextMap(const std::vector<TextHunk>& hunks) : hunks_(hunks) {}
  // Inside a hunk, the hunk's end on that side.
  Span operator()(Span span) const;

 private:
  std::uint32_t Begin(std::uint32_t offset) const;
  std::uint32_t End(std::uint32_t offset) const;

  const std::vector<TextHunk>& hunks_;
};

}  // namespace koppel
