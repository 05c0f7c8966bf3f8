#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "koppel/bytes.h"

namespace koppel::text {

// Counts by 64-bit hash, in one flat table. Counts stop at the largest 32-bit number, so that
// adding stays associative.
class HashCounter {
 public:
  void Add(std::uint64_t hash, std::uint32_t count = 1);
  // Adds one of each: faster than one by one where the table is larger than a cache.
  void AddEach(std::span<const std::uint64_t> hashes);
  std::uint32_t Count(std::uint64_t hash) const;
  void Merge(const HashCounter& other);
  // Keeps its room, unless it is far more than was used.
  void Clear();

  std::size_t size() const { return used_; }
  // All entries in ascending order of hash: the same for equal contents.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> Sorted() const;
  // Appends the entries: the same bytes for equal contents.
  void Save(std::string& out) const;
  // Takes over what Save wrote and refuses anything else. Precondition: size() == 0.
  void Load(ByteReader& bytes);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t count = 0;  // 0 marks a free slot
  };

  std::size_t Find(std::uint64_t hash) const;
  void Grow(std::size_t slots);
  // Puts a new entry in its place; false if that is further away than hashes make it.
  bool Place(std::uint64_t hash, std::uint32_t count);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace koppel::text
