#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/bytes.h"

namespace koppel::text {

// About how often two words follow each other in a corpus. A count-min sketch: 8 MiB whatever the
// corpus, and never less than the truth. Merging is associative and commutative. Words are compared
// folded; the two parts of a word that a line end has broken are none.
class Bigrams {
 public:
  Bigrams() : cells_(kRows * kWidth) {}

  void AddText(std::string_view text);
  void Merge(const Bigrams& other);
  // The cells that are not 0: the same bytes for equal contents.
  void Save(std::string& out) const;
  // Takes over what Save wrote and refuses anything else. Precondition: nothing was added.
  void Load(ByteReader& bytes);
  std::uint32_t Count(std::string_view first, std::string_view second) const;

 private:
  static constexpr std::size_t kRows = 2;
  static constexpr std::size_t kWidth = std::size_t{1} << 20;

  static std::size_t CellOf(std::size_t row, std::uint64_t hash);
  void Add(std::uint64_t pair);

  std::vector<std::uint32_t> cells_;
};

}  // namespace koppel::text
