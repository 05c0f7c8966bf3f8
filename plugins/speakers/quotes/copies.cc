#include "quotes/copies.h"

#include <algorithm>
#include <functional>
#include <map>

namespace koppel::speakers {

namespace {

constexpr std::size_t kFewestWords = 4;
constexpr double kFewestFound = 0.7;
constexpr std::size_t kMostPlaces = 16;  // of one shingle
constexpr std::ptrdiff_t kSlack = 2;     // words left out or put in

std::vector<std::size_t> WordsOf(const Words& words, WordRange range) {
  std::vector<std::size_t> order;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (words[i].kind != Word::Kind::kMark) order.push_back(i);
  }
  return order;
}

}  // namespace

CopyFinder::CopyFinder(const Words& words, const std::vector<WordRange>& source) : words_(words) {
  for (const WordRange& range : source) {
    const std::vector<std::size_t> order = WordsOf(words, range);
    source_.insert(source_.end(), order.begin(), order.end());
  }
  for (std::size_t i = 0; i + kShingle <= source_.size(); ++i) {
    std::vector<std::size_t>& places = places_[ShingleAt(source_, i)];
    if (places.size() < kMostPlaces) places.push_back(i);
  }
}

std::uint64_t CopyFinder::ShingleAt(const std::vector<std::size_t>& order, std::size_t i) const {
  std::uint64_t hash = 0;
  for (std::size_t k = i; k < i + kShingle; ++k) {
    hash = hash * 0x9E3779B97F4A7C15ULL + std::hash<std::string_view>()(words_.Lower(order[k]));
  }
  return hash;
}

double CopyFinder::ShareAt(const std::vector<std::size_t>& stretch, std::ptrdiff_t shift) const {
  std::size_t found = 0;
  const auto size = static_cast<std::ptrdiff_t>(source_.size());
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + shift;
    for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, at - kSlack); k <= at + kSlack && k < size;
         ++k) {
      if (words_.Lower(source_[static_cast<std::size_t>(k)]) != words_.Lower(stretch[i])) continue;
      ++found;
      break;
    }
  }
  return static_cast<double>(found) / static_cast<double>(stretch.size());
}

std::optional<CopyFinder::Copy> CopyFinder::Find(WordRange range) const {
  const std::vector<std::size_t> stretch = WordsOf(words_, range);
  if (stretch.size() < kFewestWords) return std::nullopt;
  std::map<std::ptrdiff_t, std::size_t> votes;  // by shift from stretch to source
  for (std::size_t i = 0; i + kShingle <= stretch.size(); ++i) {
    const auto places = places_.find(ShingleAt(stretch, i));
    if (places == places_.end()) continue;
    for (const std::size_t place : places->second) {
      ++votes[static_cast<std::ptrdiff_t>(place) - static_cast<std::ptrdiff_t>(i)];
    }
  }
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == votes.end()) return std::nullopt;
  const double share = ShareAt(stretch, best->first);
  if (share < kFewestFound) return std::nullopt;
  const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(source_.size()) - 1;
  const auto at = [&](std::ptrdiff_t i) {
    return source_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, last))];
  };
  return Copy{
      {at(best->first), at(best->first + static_cast<std::ptrdiff_t>(stretch.size()) - 1) + 1},
      share};
}

}  // namespace koppel::speakers
