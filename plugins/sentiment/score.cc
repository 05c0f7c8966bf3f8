#include "score.h"

#include <algorithm>
#include <cmath>

namespace koppel::sentiment {
namespace {

// Prior weight of "nothing is felt", in pieces of evidence and in sentences.
constexpr double kPriorPieces = 0.5, kPriorSentences = 0.5;
// Values nearer to 0 are neutral.
constexpr double kPolar = 0.04;
// Mixed: what speaks against it is at least this part of what speaks for it.
constexpr double kBalanced = 0.6;

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
  Score score;
  if (shares.empty()) return score;
  double good = 0, bad = 0;
  for (const double share : shares) {
    score.value += share;
    (share > 0 ? good : bad) += std::abs(share);
  }
  const double less = std::min(good, bad), most = std::max(good, bad);
  if (less >= kPolar && less >= kBalanced * most) {
    score.label = Sentiment::Label::kMixed;
  } else if (std::abs(score.value) < kPolar) {
    score.label = Sentiment::Label::kNeutral;
  } else {
    score.label = score.value > 0 ? Sentiment::Label::kPositive : Sentiment::Label::kNegative;
  }
  const double agreement = most > 0 ? (most - less) / most : 0;
  score.confidence =
      0.3 + 0.3 * std::min(1.0, std::abs(score.value) * 1.5) + 0.2 * agreement + 0.2 * coverage;
  return score;
}

}  // namespace koppel::sentiment
