#include "reading_order.h"

#include <algorithm>

#include "fragments.h"
#include "gutter.h"

namespace koppel::read_pdf {
namespace {

constexpr int kMaxDepth = 16;        // columns inside columns
constexpr int kMaxEdgeRows = 3;      // a head or foot has at most so many lines
constexpr double kEdgeWhite = 0.8;   // between head and text, as part of the head's height
constexpr double kExtraWhite = 0.5;  // above a line, beyond what is usual, as part of its height

bool Above(const Fragment* a, const Fragment* b) {
  return a->box.top + a->box.bottom < b->box.top + b->box.bottom;
}

class Order {
 public:
  void AddBlock(Block block, int depth) {
    const std::vector<Section> sections =
        depth < kMaxDepth ? CutAtGutter(block) : std::vector<Section>{};
    if (sections.empty()) return AddRows(std::move(block));
    for (const Section& section : sections) {
      if (!section.crossing.empty()) AddBlockOnce(section.crossing, block.size(), depth);
      if (!section.left.empty()) AddBlock(section.left, depth + 1);
      if (!section.right.empty()) AddBlock(section.right, depth + 1);
    }
  }

  // The fragments as lines from top to bottom, each from left to right.
  void AddRows(Block block, Place place = Place::kText) {
    const std::size_t first = lines_.size();
    std::stable_sort(block.begin(), block.end(), Above);
    std::vector<const Fragment*> row;
    for (const Fragment* fragment : block) {
      if (!row.empty() && !Fits(row, *fragment)) Finish(row);
      row.push_back(fragment);
    }
    if (!row.empty()) Finish(row);
    for (std::size_t i = first; i < lines_.size(); ++i) lines_[i].place = place;
  }

  std::vector<Line> Take() { return std::move(lines_); }

 private:
  // A part without this gutter may have another.
  void AddBlockOnce(const Block& part, std::size_t whole, int depth) {
    if (part.size() < whole) return AddBlock(part, depth + 1);
    AddRows(part);
  }

  static bool Fits(const std::vector<const Fragment*>& row, const Fragment& fragment) {
    return std::all_of(row.begin(), row.end(), [&](const Fragment* other) {
      const double shared = std::min(other->box.right, fragment.box.right) -
                            std::max(other->box.left, fragment.box.left);
      return shared < 0.5 * fragment.box.height() && OnOneLine(other->box, fragment.box);
    });
  }

  void Finish(std::vector<const Fragment*>& row) {
    std::sort(row.begin(), row.end(),
              [](const Fragment* a, const Fragment* b) { return a->box.left < b->box.left; });
    Line line;
    line.box = row.front()->box;
    for (const Fragment* fragment : row) {
      line.words.insert(line.words.end(), fragment->words.begin(), fragment->words.end());
      Extend(line.box, fragment->box);
    }
    lines_.push_back(std::move(line));
    row.clear();
  }

  std::vector<Line> lines_;
};

// Takes the first rows off `block` (from top to bottom) that white separates from the rest.
Block TakeHead(Block& block) {
  Block head;
  for (int row = 0; row < kMaxEdgeRows; ++row) {
    std::size_t end = 0;
    Rect box = block.front()->box;
    while (end < block.size() && block[end]->box.top < box.bottom) Extend(box, block[end++]->box);
    if (end == block.size() ||
        block[end]->box.top - box.bottom < kEdgeWhite * block.front()->box.height())
      break;
    // A single row: more height is a block of text.
    if (box.height() > 1.5 * block.front()->box.height()) break;
    head.insert(head.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(end));
    block.erase(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return head;
}

// The same at the bottom, by turning the page upside down.
Block TakeFoot(Block& block) {
  Block foot;
  for (int row = 0; row < kMaxEdgeRows; ++row) {
    std::size_t begin = block.size();
    Rect box = block.back()->box;
    while (begin > 0 && block[begin - 1]->box.bottom > box.top) Extend(box, block[--begin]->box);
    if (begin == 0 ||
        box.top - block[begin - 1]->box.bottom < kEdgeWhite * block.back()->box.height())
      break;
    if (box.height() > 1.5 * block.back()->box.height()) break;
    foot.insert(foot.begin(), block.begin() + static_cast<std::ptrdiff_t>(begin), block.end());
    block.resize(begin);
  }
  return foot;
}

// White above a line; negative where the line starts a column.
double WhiteBetween(const Line& above, const Line& line) { return line.box.top - above.box.bottom; }

void MarkWhite(std::vector<Line>& lines) {
  std::vector<double> usual;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double white = WhiteBetween(lines[i - 1], lines[i]);
    if (white > -lines[i].box.height() && white < 3 * lines[i].box.height()) usual.push_back(white);
  }
  if (usual.empty()) return;
  const auto middle = usual.begin() + static_cast<std::ptrdiff_t>(usual.size() / 2);
  std::nth_element(usual.begin(), middle, usual.end());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    lines[i].white_before = WhiteBetween(lines[i - 1], lines[i]) >
                            std::max(*middle, 0.0) + kExtraWhite * lines[i].box.height();
  }
}

}  // namespace

std::vector<Line> ReadingOrder(std::span<const Rect> words) {
  if (words.empty()) return {};
  const std::vector<Fragment> fragments = MakeFragments(words);
  Block block;
  for (const Fragment& fragment : fragments) block.push_back(&fragment);
  std::stable_sort(block.begin(), block.end(), Above);

  Order order;
  order.AddRows(TakeHead(block), Place::kHead);
  const Block foot = TakeFoot(block);
  order.AddBlock(std::move(block), 0);
  order.AddRows(foot, Place::kFoot);
  std::vector<Line> lines = order.Take();
  MarkWhite(lines);
  return lines;
}

}  // namespace koppel::read_pdf
