#include "gutter.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace koppel::read_pdf {
namespace {

constexpr std::size_t kMinRows = 3;  // side by side, to be columns
constexpr std::size_t kMinWordsInRow =
    2;  // more than that on average, or it is a table or a list with numbers
constexpr std::size_t kMaxCandidates = 16;
constexpr double kNarrowest = 0.5;  // gutter, as part of the height of the line left of it

double Middle(const Rect& box) { return (box.top + box.bottom) / 2; }

enum class Side { kLeft, kRight, kCrossing };

// `x` is the left edge of the right column.
Side SideOf(const Rect& box, double x) {
  if (box.left > x - 1) return Side::kRight;
  return box.right < x - kNarrowest * box.height() ? Side::kLeft : Side::kCrossing;
}

// Left edges that several fragments share: a right column starts at one of them. The most frequent
// come first.
std::vector<double> Candidates(const Block& block) {
  std::map<long, std::size_t> counts;
  for (const Fragment* fragment : block) ++counts[std::lround(fragment->box.left)];
  std::vector<std::pair<std::size_t, long>> order;
  for (const auto& [x, count] : counts) {
    if (count >= kMinRows) order.emplace_back(count, x);
  }
  std::sort(order.rbegin(), order.rend());
  order.resize(std::min(order.size(), kMaxCandidates));
  std::vector<double> edges;
  for (const auto& [count, x] : order) edges.push_back(static_cast<double>(x));
  return edges;
}

std::size_t Words(const Block& block) {
  std::size_t words = 0;
  for (const Fragment* fragment : block) words += fragment->words.size();
  return words;
}

// Rows of a block whose fragments come from top to bottom.
std::size_t Rows(const Block& block) {
  std::size_t rows = 0;
  const Fragment* last = nullptr;
  for (const Fragment* fragment : block) {
    rows += !last || !OnOneLine(last->box, fragment->box);
    last = fragment;
  }
  return rows;
}

// Rows that both sides have: as many as the height that the two share has room for.
std::size_t SharedRows(const Section& section) {
  const double top = std::max(section.left.front()->box.top, section.right.front()->box.top);
  const double bottom = std::min(section.left.back()->box.bottom, section.right.back()->box.bottom);
  const auto rows = [&](const Block& block) {
    Block inside;
    for (const Fragment* fragment : block) {
      if (Middle(fragment->box) > top && Middle(fragment->box) < bottom) inside.push_back(fragment);
    }
    return Rows(inside);
  };
  return std::min(rows(section.left), rows(section.right));
}

bool IsColumns(const Section& section) {
  if (section.left.empty() || section.right.empty()) return false;
  return SharedRows(section) >= kMinRows &&
         Words(section.left) > kMinWordsInRow * Rows(section.left) &&
         Words(section.right) > kMinWordsInRow * Rows(section.right);
}

// Both sides and what crosses, as one block from top to bottom.
Block Merged(const Section& section) {
  Block all = section.crossing;
  all.insert(all.end(), section.left.begin(), section.left.end());
  all.insert(all.end(), section.right.begin(), section.right.end());
  return all;
}

// `block` comes from top to bottom.
std::vector<Section> SectionsAt(const Block& block, double x) {
  std::vector<Section> sections(1);
  for (const Fragment* fragment : block) {
    const Side side = SideOf(fragment->box, x);
    const bool was_crossing = !sections.back().crossing.empty();
    if (!sections.back().empty() && was_crossing != (side == Side::kCrossing))
      sections.emplace_back();
    Section& target = sections.back();
    (side == Side::kCrossing ? target.crossing
     : side == Side::kLeft   ? target.left
                             : target.right)
        .push_back(fragment);
  }
  return sections;
}

// Rows that the cut would read in columns; sections that are none become `crossing`.
std::size_t Settle(std::vector<Section>& sections) {
  std::size_t rows = 0;
  for (Section& section : sections) {
    if (IsColumns(section)) {
      rows += SharedRows(section);
    } else {
      section.crossing = Merged(section);
      section.left.clear();
      section.right.clear();
    }
  }
  return rows;
}

}  // namespace

std::vector<Section> CutAtGutter(const Block& block) {
  Block sorted = block;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Fragment* a, const Fragment* b) {
    return Middle(a->box) < Middle(b->box);
  });
  std::vector<Section> best;
  std::size_t most = 0;
  for (const double x : Candidates(sorted)) {
    std::vector<Section> sections = SectionsAt(sorted, x);
    const std::size_t rows = Settle(sections);
    if (rows <= most) continue;
    most = rows;
    best = std::move(sections);
  }
  return best;
}

}  // namespace koppel::read_pdf
