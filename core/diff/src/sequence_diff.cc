#include "sequence_diff.h"

#include <algorithm>

namespace koppel::internal {
namespace {

// Differences between the ends of a search after which it settles for what it has.
constexpr std::int64_t kPatience = 256;

using Index = std::int64_t;

// How far searches from one end came on each diagonal.
class Reach {
 public:
  explicit Reach(std::size_t diagonals) : middle_(static_cast<Index>(diagonals) / 2) {
    at_.resize(diagonals);
  }
  Index& operator[](Index diagonal) { return at_[static_cast<std::size_t>(middle_ + diagonal)]; }

 private:
  Index middle_;
  std::vector<Index> at_;
};

struct Box {
  Index a_begin, a_end, b_begin, b_end;
  Index width() const { return a_end - a_begin; }
  Index height() const { return b_end - b_begin; }
};

class Differ {
 public:
  Differ(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
      : a_(a),
        b_(b),
        forward_(2 * (a.size() + b.size()) + 5),
        backward_(2 * (a.size() + b.size()) + 5) {}

  std::vector<Replaced> Run() {
    Walk({0, static_cast<Index>(a_.size()), 0, static_cast<Index>(b_.size())});
    return std::move(found_);
  }

 private:
  // A stretch that is equal, between two boxes with fewer differences each.
  struct Snake {
    Index x, y, u, v;
  };

  bool Same(Index a, Index b) const {
    return a_[static_cast<std::size_t>(a)] == b_[static_cast<std::size_t>(b)];
  }

  void Walk(Box box) {
    for (;;) {
      Trim(box);
      if (box.width() == 0 || box.height() == 0) {
        Tell(box);
        return;
      }
      const Snake snake = Middle(box);
      Walk({box.a_begin, box.a_begin + snake.x, box.b_begin, box.b_begin + snake.y});
      box.a_begin += snake.u;
      box.b_begin += snake.v;
    }
  }

  void Trim(Box& box) const {
    while (box.width() > 0 && box.height() > 0 && Same(box.a_begin, box.b_begin)) {
      ++box.a_begin;
      ++box.b_begin;
    }
    while (box.width() > 0 && box.height() > 0 && Same(box.a_end - 1, box.b_end - 1)) {
      --box.a_end;
      --box.b_end;
    }
  }

  void Tell(const Box& box) {
    if (box.width() == 0 && box.height() == 0) return;
    const auto number = [](Index index) { return static_cast<std::uint32_t>(index); };
    const Replaced next{number(box.a_begin), number(box.a_end), number(box.b_begin),
                        number(box.b_end)};
    if (!found_.empty() && found_.back().a_end == next.a_begin &&
        found_.back().b_end == next.b_begin) {
      found_.back().a_end = next.a_end;
      found_.back().b_end = next.b_end;
    } else {
      found_.push_back(next);
    }
  }

  // One step further from the end that `reach` belongs to; where it lands on diagonal k.
  static Index Land(Reach& reach, Index k, Index h) {
    if (k == -h || (k != h && reach[k - 1] < reach[k + 1])) return reach[k + 1];
    return reach[k - 1] + 1;
  }

  // Searches from both ends at once meet in the middle of a shortest way. Precondition: neither
  // the first nor the last elements are equal, so that the way has two differences at least.
  Snake Middle(const Box& box) {
    const Index n = box.width(), m = box.height(), delta = n - m;
    const bool odd = (n + m) % 2 != 0;
    forward_[1] = backward_[1] = 0;
    for (Index h = 0;; ++h) {
      const Index first = -(h - 2 * std::max<Index>(0, h - m));
      const Index last = h - 2 * std::max<Index>(0, h - n);
      for (Index k = first; k <= last; k += 2) {
        Index x = Land(forward_, k, h);
        const Index begin = x;
        while (x < n && x - k < m && Same(box.a_begin + x, box.b_begin + x - k)) ++x;
        forward_[k] = x;
        const Index other = delta - k;
        if (odd && other >= -(h - 1) && other <= h - 1 && x + backward_[other] >= n)
          return {begin, begin - k, x, x - k};
      }
      for (Index k = first; k <= last; k += 2) {
        Index x = Land(backward_, k, h);
        const Index begin = x;
        while (x < n && x - k < m && Same(box.a_end - 1 - x, box.b_end - 1 - x + k)) ++x;
        backward_[k] = x;
        const Index other = delta - k;
        if (!odd && other >= -h && other <= h && x + forward_[other] >= n)
          return {n - x, m - x + k, n - begin, m - begin + k};
      }
      if (h >= kPatience) return Furthest(box, first, last);
    }
  }

  Snake Furthest(const Box& box, Index first, Index last) {
    Snake best{0, 0, 0, 0};
    for (Index k = first; k <= last; k += 2) {
      const Index x = std::min(forward_[k], box.width()), y = x - k;
      if (y < 0 || y > box.height() || x + y <= best.x + best.y) continue;
      best = {x, y, x, y};
    }
    return best;
  }

  std::span<const std::uint32_t> a_, b_;
  Reach forward_, backward_;
  std::vector<Replaced> found_;
};

}  // namespace

std::vector<Replaced> DiffSequences(std::span<const std::uint32_t> a,
                                    std::span<const std::uint32_t> b) {
  return Differ(a, b).Run();
}

}  // namespace koppel::internal
