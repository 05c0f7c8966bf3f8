#include "fragments/bigrams.h"

#include <algorithm>
#include <limits>

#include "lines/characters.h"
#include "vocabulary/scanner.h"

namespace koppel::text {
namespace {

constexpr std::uint64_t kPrime = 0x100000001B3U;
constexpr std::uint64_t kMix = 0xD6E8FEB86659FD93U;
constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kSmallestEntry = 2;  // bytes, stored

std::uint64_t HashOf(std::string_view word) { return FoldedHash(kSeed).Add(word).Finish(); }

std::uint64_t HashOfPair(std::uint64_t first, std::uint64_t second) {
  std::uint64_t x = (first * kPrime) ^ second;
  x = (x ^ (x >> 32U)) * kMix;
  return x ^ (x >> 29U);
}

// What stands between two words parts them.
bool EndsSentence(std::string_view between) {
  return std::any_of(between.begin(), between.end(),
                     [](char c) { return c == '.' || c == '!' || c == '?'; });
}

std::uint32_t Sum(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t room = std::numeric_limits<std::uint32_t>::max() - a;
  return a + std::min(room, b);
}

}  // namespace

std::size_t Bigrams::CellOf(std::size_t row, std::uint64_t hash) {
  return row * kWidth + static_cast<std::size_t>(hash >> (row * 24U)) % kWidth;
}

void Bigrams::AddText(std::string_view text) {
  std::uint64_t before = 0;  // 0: no word, or one that says nothing
  std::size_t end = 0;       // of the word before
  WordScanner scanner(text, kSeed);
  while (scanner.Next()) {
    const ScannedWord& word = scanner.word();
    if (EndsSentence(text.substr(end, word.begin - end))) before = 0;
    const bool broken = IsHyphen(CharacterAt(text, word.end).code);
    const std::uint64_t hash = broken ? 0 : word.hash;
    if (before != 0 && hash != 0) Add(HashOfPair(before, hash));
    before = hash;
    end = word.end;
  }
}

void Bigrams::Add(std::uint64_t pair) {
  for (std::size_t row = 0; row < kRows; ++row) {
    std::uint32_t& cell = cells_[CellOf(row, pair)];
    cell = Sum(cell, 1);
  }
}

void Bigrams::Merge(const Bigrams& other) {
  std::transform(cells_.begin(), cells_.end(), other.cells_.begin(), cells_.begin(), Sum);
}

void Bigrams::Save(std::string& out) const {
  const auto used = cells_.size() - static_cast<std::size_t>(
                                        std::count(cells_.begin(), cells_.end(), std::uint32_t{0}));
  AppendNumber(used, out);
  std::size_t next = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (cells_[i] == 0) continue;
    AppendNumber(i - next, out);
    AppendNumber(cells_[i], out);
    next = i + 1;
  }
}

void Bigrams::Load(ByteReader& bytes) {
  const std::size_t used = bytes.Count(kSmallestEntry);
  std::size_t next = 0;
  for (std::size_t i = 0; i < used && bytes.ok(); ++i) {
    const std::uint64_t gap = bytes.Number(), count = bytes.Number();
    const bool counts = count > 0 && count <= std::numeric_limits<std::uint32_t>::max();
    if (!bytes.ok() || !counts || gap >= cells_.size() - next) return bytes.Refuse();
    next += gap;
    cells_[next++] = static_cast<std::uint32_t>(count);
  }
}

std::uint32_t Bigrams::Count(std::string_view first, std::string_view second) const {
  if (first.empty() || second.empty()) return 0;
  const std::uint64_t pair = HashOfPair(HashOf(first), HashOf(second));
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t row = 0; row < kRows; ++row) {
    least = std::min(least, cells_[CellOf(row, pair)]);
  }
  return least;
}

}  // namespace koppel::text
