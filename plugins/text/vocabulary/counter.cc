#include "vocabulary/counter.h"

#include <algorithm>
#include <limits>

namespace koppel::text {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as are all sizes
constexpr std::size_t kSmallestEntry = 9;  // bytes, stored
// Hashes of 10⁹ words crowd less than half as far; made ones could take hours to load.
constexpr std::size_t kFarthest = 1024;

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

void HashCounter::AddEach(std::span<const std::uint64_t> hashes) {
  if (!slots_.empty()) {
    for (const std::uint64_t hash : hashes)
      __builtin_prefetch(&slots_[static_cast<std::size_t>(hash) & (slots_.size() - 1)], 1);
  }
  for (const std::uint64_t hash : hashes) Add(hash);
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

void HashCounter::Save(std::string& out) const {
  AppendNumber(used_, out);
  for (const auto& [hash, count] : Sorted()) {
    AppendFixed(hash, 8, out);
    AppendNumber(count, out);
  }
}

bool HashCounter::Place(std::uint64_t hash, std::uint32_t count) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = static_cast<std::size_t>(hash) & mask;
  for (std::size_t way = 0; slots_[i].count != 0; i = (i + 1) & mask) {
    if (++way > kFarthest) return false;
  }
  slots_[i] = {hash, count};
  ++used_;
  return true;
}

void HashCounter::Load(ByteReader& bytes) {
  const std::size_t entries = bytes.Count(kSmallestEntry);
  std::size_t slots = kFirstSlots;
  while (entries * 10 > slots * 7) slots *= 2;
  if (entries > 0) Grow(slots);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < entries && bytes.ok(); ++i) {
    const std::uint64_t hash = bytes.Fixed(8), count = bytes.Number();
    const bool in_order = i == 0 || hash > last;
    const bool counts = count > 0 && count <= std::numeric_limits<std::uint32_t>::max();
    if (!bytes.ok() || !in_order || !counts || !Place(hash, static_cast<std::uint32_t>(count)))
      bytes.Refuse();
    last = hash;
  }
}

}  // namespace koppel::text
