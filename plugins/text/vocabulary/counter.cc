#include "vocabulary/counter.h"

#include <algorithm>
#include <limits>

namespace koppel::text {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as are all sizes

}  // namespace

// Index of the slot that holds `hash`, or of the free one where it belongs.
std::size_t HashCounter::Find(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = static_cast<std::size_t>(hash) & mask;
  while (slots_[i].count != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
  return i;
}

void HashCounter::Grow(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.count != 0) slots_[Find(slot.hash)] = slot;
  }
}

void HashCounter::Add(std::uint64_t hash, std::uint32_t count) {
  if (count == 0) return;
  if (used_ * 10 >= slots_.size() * 7) Grow(std::max(kFirstSlots, slots_.size() * 2));
  Slot& slot = slots_[Find(hash)];
  used_ += slot.count == 0;
  slot.hash = hash;
  const std::uint32_t room = std::numeric_limits<std::uint32_t>::max() - slot.count;
  slot.count += std::min(room, count);
}

std::uint32_t HashCounter::Count(std::uint64_t hash) const {
  return slots_.empty() ? 0 : slots_[Find(hash)].count;
}

void HashCounter::Clear() {
  constexpr std::size_t kFarMore = 16;
  if (slots_.size() > std::max(kFirstSlots, used_ * kFarMore)) slots_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{});
  used_ = 0;
}

void HashCounter::Merge(const HashCounter& other) {
  for (const Slot& slot : other.slots_) Add(slot.hash, slot.count);
}

std::vector<std::pair<std::uint64_t, std::uint32_t>> HashCounter::Sorted() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  entries.reserve(used_);
  for (const Slot& slot : slots_) {
    if (slot.count != 0) entries.emplace_back(slot.hash, slot.count);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace koppel::text
