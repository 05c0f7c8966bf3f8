// The shortest way from one sequence to another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace koppel::internal {

// a[a_begin, a_end) stands where the other has b[b_begin, b_end); one of them may be empty.
struct Replaced {
  std::uint32_t a_begin, a_end, b_begin, b_end;

  bool operator==(const Replaced&) const = default;
};

// In ascending order; everything between them is equal. By Myers' algorithm in linear space, so
// that nothing shorter leads from one to the other, unless more than a few hundred elements in a
// row have little in common: then it is good, but need not be the best. Time grows with the length
// times the number of differences, at most a few hundred of them.
std::vector<Replaced> DiffSequences(std::span<const std::uint32_t> a,
                                    std::span<const std::uint32_t> b);

}  // namespace koppel::internal
