#include "score.h"

#include <algorithm>
#include <cmath>

namespace koppel::sentiment {
namespace {

// Prior weight of "nothing is felt", in pieces of evidence and in sentences.
constexpr double kPriorPieces = 0.5, kPriorSentences = 0.5;
// Values nearer to 0 are neutral.
constexpr double kPolar = 0.04;
// The same over many sentences, where single words matter less.
constexpr double kPolarText = 0.1;
// Mixed: what speaks against it is at least this part of what speaks for it.
constexpr double kBalanced = 0.6;
// The same in sentences of a text, and in what these weigh; and the part of them that must be
// polar.
constexpr double kBalancedSentences = 0.5, kBalancedWeight = 0.3, kMixedPart = 1.0 / 3;

using Label = Sentiment::Label;

Label Polar(double value) { return value > 0 ? Label::kPositive : Label::kNegative; }

struct Sides {
  double good = 0, bad = 0;

  double less() const { return std::min(good, bad); }
  double most() const { return std::max(good, bad); }
  bool balanced(double part) const { return less() > 0 && less() >= part * most(); }
};

Sides SidesOf(const std::vector<double>& shares) {
  Sides sides;
  for (const double share : shares) (share > 0 ? sides.good : sides.bad) += std::abs(share);
  return sides;
}

// Sentences for and against; one that is mixed is both.
Sides CountSentences(const std::vector<Piece>& pieces) {
  Sides sides;
  for (std::size_t i = 0; i < pieces.size();) {
    std::vector<Piece> sentence;
    for (const std::size_t s = pieces[i].sentence; i < pieces.size() && pieces[i].sentence == s;
         ++i)
      sentence.push_back(pieces[i]);
    const Label label = Judge(Shares(sentence, false), 0).label;
    if (label == Label::kPositive || label == Label::kMixed) ++sides.good;
    if (label == Label::kNegative || label == Label::kMixed) ++sides.bad;
  }
  return sides;
}

// All but the label.
Score Measure(const std::vector<double>& shares, const Sides& sides, double coverage) {
  Score score;
  for (const double share : shares) score.value += share;
  const double agreement = sides.most() > 0 ? (sides.most() - sides.less()) / sides.most() : 0;
  score.confidence =
      0.3 + 0.3 * std::min(1.0, std::abs(score.value) * 1.5) + 0.2 * agreement + 0.2 * coverage;
  return score;
}

}  // namespace

std::vector<double> Shares(const std::vector<Piece>& pieces, bool over_sentences) {
  std::vector<double> shares(pieces.size());
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i;
    while (end < pieces.size() && pieces[end].sentence == pieces[i].sentence) ++end;
    const double weight = static_cast<double>(end - i) + kPriorPieces;
    for (; i < end; ++i) shares[i] = pieces[i].value / weight;
    ++sentences;
  }
  if (!over_sentences) return shares;
  for (double& share : shares) share /= static_cast<double>(sentences) + kPriorSentences;
  return shares;
}

Score Judge(const std::vector<double>& shares, double coverage) {
  if (shares.empty()) return {};
  const Sides sides = SidesOf(shares);
  Score score = Measure(shares, sides, coverage);
  if (sides.less() >= kPolar && sides.balanced(kBalanced)) {
    score.label = Label::kMixed;
  } else if (std::abs(score.value) < kPolar) {
    score.label = Label::kNeutral;
  } else {
    score.label = Polar(score.value);
  }
  return score;
}

Score JudgeText(const std::vector<Piece>& pieces, const std::vector<double>& shares,
                std::size_t sentences, double coverage) {
  if (shares.empty()) return {};
  const Sides weighed = SidesOf(shares);
  Score score = Measure(shares, weighed, coverage);
  const Sides counted = CountSentences(pieces);
  const double agree = score.value > 0 ? counted.good : counted.bad;
  const double count = static_cast<double>(sentences);
  const bool majority = agree > 2 * counted.less() && 2 * agree >= count;
  const bool balanced = counted.balanced(kBalancedSentences) && weighed.balanced(kBalancedWeight);
  if (std::abs(score.value) >= kPolarText || majority) {
    score.label = Polar(score.value);
  } else if (balanced && counted.good + counted.bad >= kMixedPart * count) {
    score.label = Label::kMixed;
  } else {
    score.label = Label::kNeutral;
  }
  return score;
}

void DropNothing(std::vector<double>& shares) {
  double dropped = 0;
  for (double& share : shares) {
    if (std::abs(share) >= kNothing || std::abs(dropped + share) >= kNothing) continue;
    dropped += share;
    share = 0;
  }
}

}  // namespace koppel::sentiment
