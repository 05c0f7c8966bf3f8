#include "fragments.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koppel::read_pdf {
namespace {

// White between two words, as part of their height, from which it may be a gutter. The narrowest
// gutters in print are about one; justified lines seldom have spaces of more than a half.
constexpr double kGap = 0.6;
// Fragments are found by height on the page, in bands of so many points.
constexpr double kBand = 8;
constexpr int kBands = 2048;
// Only a hostile page has more unfinished fragments at one height.
constexpr std::size_t kLookBack = 32;

int BandOf(double y) { return static_cast<int>(std::clamp(y / kBand, 0.0, kBands - 1.0)); }

class Builder {
 public:
  explicit Builder(std::span<const Rect> words) : words_(words), bands_(kBands) {}

  // Words must come in the order of their left edges.
  void Add(std::uint32_t word) {
    const Rect& box = words_[word];
    int best = Nearest(box);
    if (best < 0) {
      best = static_cast<int>(fragments_.size());
      fragments_.push_back({{}, box});
    }
    Fragment& fragment = fragments_[static_cast<std::size_t>(best)];
    fragment.words.push_back(word);
    Extend(fragment.box, box);
    bands_[static_cast<std::size_t>(BandOf((box.top + box.bottom) / 2))].push_back(best);
  }

  std::vector<Fragment> Take() { return std::move(fragments_); }

 private:
  // The fragment whose last word stands directly left of the box, or -1.
  int Nearest(const Rect& box) const {
    int best = -1;
    double least = kGap * box.height();
    for (int band = BandOf(box.top - kBand); band <= BandOf(box.bottom + kBand); ++band) {
      const std::vector<int>& candidates = bands_[static_cast<std::size_t>(band)];
      const std::size_t stop = candidates.size() - std::min(candidates.size(), kLookBack);
      for (std::size_t i = candidates.size(); i > stop; --i) {
        const Rect& last =
            words_[fragments_[static_cast<std::size_t>(candidates[i - 1])].words.back()];
        const double gap = std::abs(box.left - last.right);
        if (gap >= least || !OnOneLine(box, last)) continue;
        least = gap;
        best = candidates[i - 1];
      }
    }
    return best;
  }

  std::span<const Rect> words_;
  std::vector<Fragment> fragments_;
  std::vector<std::vector<int>> bands_;  // fragments by the height of one of their words
};

}  // namespace

bool OnOneLine(const Rect& a, const Rect& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0 && shared * 2 >= std::min(a.height(), b.height());
}

void Extend(Rect& box, const Rect& other) {
  box.left = std::min(box.left, other.left);
  box.top = std::min(box.top, other.top);
  box.right = std::max(box.right, other.right);
  box.bottom = std::max(box.bottom, other.bottom);
}

std::vector<Fragment> MakeFragments(std::span<const Rect> words) {
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return words[a].left < words[b].left; });
  Builder builder(words);
  for (const std::uint32_t word : order) builder.Add(word);
  return builder.Take();
}

}  // namespace koppel::read_pdf
