#include "quotes/pairs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace koppel::speakers {

namespace {

// Costs are in nats: e^-cost is roughly how often the thing happens where it could.
constexpr double kWrongSpaces = 3.0;  // an opening mark spaced like a closing one, or the reverse
constexpr double kSpacesBothSides = 1.2;  // " word " with a misplaced space
constexpr double kInsideWord = 2.5;       // word"word
constexpr double kUnusualPair = 1.6;      // “…" or ‘…'
constexpr double kNestSame = 2.5;         // a mark inside a quotation in the same marks
constexpr double kNestOther = 0.3;
constexpr double kUnclosed = 5.0;
constexpr double kOverParagraph =
    3.5;                            // a quotation runs on without a mark at the paragraph's start
constexpr double kContinues = 0.3;  // … and with one
constexpr double kNotQuoteDouble = 6.0;
constexpr double kNotQuoteSingle = 5.5;
constexpr double kTrailingApostrophe = 2.0;  // Hans' huis
constexpr double kLeadingApostrophe = 2.5;   // 'k weet
constexpr double kBeforeNumber = 0.7;        // '90
constexpr double kLongFrom = 250;            // words; longer quotations get dearer
constexpr double kLongPer = 150;

constexpr int kDepth = 4;
constexpr std::size_t kBeam = 24;
constexpr int kNone = -1;

bool UsualPair(Glyph open, Glyph close) {
  switch (open) {
    case Glyph::kLeftDouble:
    case Glyph::kRightDouble:
      return close == Glyph::kRightDouble;
    case Glyph::kLowDouble:
      return close == Glyph::kLeftDouble || close == Glyph::kRightDouble;
    case Glyph::kStraight:
      return close == Glyph::kStraight;
    case Glyph::kLeftGuillemet:
      return close == Glyph::kRightGuillemet;
    case Glyph::kRightGuillemet:
      return close == Glyph::kLeftGuillemet || close == Glyph::kRightGuillemet;
    case Glyph::kLeftSingle:
      return close == Glyph::kRightSingle;
    case Glyph::kLowSingle:
      return close == Glyph::kLeftSingle || close == Glyph::kRightSingle;
    case Glyph::kTypewriter:
      return close == Glyph::kTypewriter;
    default:
      return false;
  }
}

struct State {
  double cost = 0;
  int depth = 0;
  std::array<int, kDepth> stack{};  // open marks
  int history = kNone;              // last pair made, in PairSearch::made_
};

struct Made {
  int open, close;  // marks; close is kNone for an unclosed one
  int level;
  int before;  // Made of the same reading
};

class PairSearch {
 public:
  PairSearch(const Words& words, const std::vector<Mark>& marks, std::size_t first,
             std::size_t last, const Convention& convention)
      : words_(words), marks_(marks), first_(first), last_(last), convention_(convention) {}

  std::vector<MarkPair> Run() {
    beam_.assign(1, State{});
    for (std::size_t m = first_; m < last_; ++m) {
      if (m > first_ && ParagraphBetween(m)) CrossParagraph();
      next_.clear();
      for (const State& state : beam_) Extend(state, static_cast<int>(m));
      Prune();
    }
    for (State& state : beam_) DropOpen(state);
    return Collect(
        *std::min_element(beam_.begin(), beam_.end(),
                          [](const State& a, const State& b) { return a.cost < b.cost; }));
  }

 private:
  const Mark& At(int m) const { return marks_[static_cast<std::size_t>(m)]; }

  bool ParagraphBetween(std::size_t m) const {
    // Long gaps hold a paragraph's end often enough; looking at all their words would not be linear
    // in the marks.
    std::size_t i = marks_[m].word;
    for (std::size_t steps = 0; i > marks_[m - 1].word && steps < 4096; --i, ++steps) {
      if (words_[i].blank_before) return true;
    }
    return i > marks_[m - 1].word;
  }

  double OpenCost(const State& state, const Mark& mark) const {
    double cost = convention_.OpenCost(mark.glyph);
    if (mark.after_letter && !mark.space_after) cost += kInsideWord;
    if (mark.space_after)
      cost += mark.space_before || mark.after_opening ? kSpacesBothSides : kWrongSpaces;
    if (state.depth > 0) {
      const bool same =
          FamilyOf(At(state.stack[static_cast<std::size_t>(state.depth - 1)]).glyph) ==
          FamilyOf(mark.glyph);
      cost += same ? kNestSame : kNestOther;
    }
    return cost;
  }

  double CloseCost(const Mark& open, const Mark& mark) const {
    double cost =
        convention_.CloseCost(mark.glyph) + (UsualPair(open.glyph, mark.glyph) ? 0 : kUnusualPair);
    if (mark.space_before) cost += mark.space_after ? kSpacesBothSides : kWrongSpaces;
    if (mark.before_letter && !mark.space_before) cost += kInsideWord;
    const auto length = static_cast<double>(mark.word - open.word);
    return cost + std::max(0.0, (length - kLongFrom) / kLongPer);
  }

  static double NoQuoteCost(const Mark& mark) {
    if (FamilyOf(mark.glyph) != Family::kSingle) return kNotQuoteDouble;
    if (mark.glyph != Glyph::kRightSingle && mark.glyph != Glyph::kTypewriter)
      return kNotQuoteSingle;
    if (mark.before_number) return kBeforeNumber;
    if (mark.after_letter) return kTrailingApostrophe;
    return mark.before_letter ? kLeadingApostrophe : kNotQuoteSingle;
  }

  void Extend(const State& state, int m) {
    const Mark& mark = At(m);
    State skipped = state;
    skipped.cost += NoQuoteCost(mark);
    next_.push_back(skipped);
    if (state.depth < kDepth) {
      State opened = state;
      opened.cost += OpenCost(state, mark);
      opened.stack[static_cast<std::size_t>(opened.depth++)] = m;
      next_.push_back(opened);
    }
    if (state.depth == 0) return;
    const int top = state.stack[static_cast<std::size_t>(state.depth - 1)];
    if (FamilyOf(At(top).glyph) == FamilyOf(mark.glyph)) {
      State closed = state;
      closed.cost += CloseCost(At(top), mark);
      Pop(closed, m);
      next_.push_back(closed);
    }
    if (mark.starts_paragraph && mark.glyph == At(top).glyph) {
      State continued = state;  // the paragraph's first mark repeats the open one
      continued.cost += kContinues - kOverParagraph;
      next_.push_back(continued);
    }
    // The open mark was never closed; this one opens another quotation.
    State dropped = state;
    dropped.cost += kUnclosed;
    Pop(dropped, kNone);
    dropped.cost += OpenCost(dropped, mark);
    dropped.stack[static_cast<std::size_t>(dropped.depth++)] = m;
    next_.push_back(dropped);
  }

  void Pop(State& state, int close) {
    --state.depth;
    made_.push_back(
        {state.stack[static_cast<std::size_t>(state.depth)], close, state.depth, state.history});
    state.history = static_cast<int>(made_.size()) - 1;
  }

  void DropOpen(State& state) {
    while (state.depth > 0) {
      state.cost += kUnclosed;
      Pop(state, kNone);
    }
  }

  // Each reading goes on twice: with what is open given up, and with it kept.
  void CrossParagraph() {
    next_.clear();
    for (const State& state : beam_) {
      State kept = state;
      kept.cost += kOverParagraph * state.depth;
      next_.push_back(kept);
      if (state.depth == 0) continue;
      State dropped = state;
      DropOpen(dropped);
      next_.push_back(dropped);
    }
    Prune();
  }

  // Keeps the cheapest readings; of those with the same open marks, one.
  void Prune() {
    std::stable_sort(next_.begin(), next_.end(),
                     [](const State& a, const State& b) { return a.cost < b.cost; });
    beam_.clear();
    for (const State& state : next_) {
      const bool known = std::any_of(beam_.begin(), beam_.end(), [&](const State& other) {
        return other.depth == state.depth &&
               std::equal(state.stack.begin(), state.stack.begin() + state.depth,
                          other.stack.begin());
      });
      if (!known) beam_.push_back(state);
      if (beam_.size() == kBeam) break;
    }
  }

  std::vector<MarkPair> Collect(const State& best) const {
    std::vector<MarkPair> pairs;
    for (int h = best.history; h != kNone; h = made_[static_cast<std::size_t>(h)].before) {
      const Made& made = made_[static_cast<std::size_t>(h)];
      MarkPair pair{At(made.open).word, std::nullopt, made.level};
      if (made.close != kNone) pair.close = At(made.close).word;
      pairs.push_back(pair);
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const MarkPair& a, const MarkPair& b) { return a.open < b.open; });
    return pairs;
  }

  const Words& words_;
  const std::vector<Mark>& marks_;
  const std::size_t first_, last_;
  const Convention& convention_;
  std::vector<State> beam_, next_;
  std::vector<Made> made_;
};

}  // namespace

std::vector<MarkPair> PairMarks(const Words& words, const std::vector<Mark>& marks,
                                std::size_t first, std::size_t last, const Convention& convention) {
  if (first >= last) return {};
  return PairSearch(words, marks, first, last, convention).Run();
}

}  // namespace koppel::speakers
