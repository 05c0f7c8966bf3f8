// From evidence to a score. A score is exactly the sum of what its pieces of evidence add.
#pragma once

#include <cstddef>
#include <vector>

#include "koppel/layers.h"

namespace koppel::sentiment {

// One piece of evidence for a score.
struct Piece {
  double value = 0;          // as the rules weigh it
  std::size_t sentence = 0;  // pieces of a score are in the order of sentences
};

// What each piece adds: within a sentence and then over sentences a mean that is drawn towards 0,
// the more the fewer there are. A sentence on its own is not drawn a second time.
std::vector<double> Shares(const std::vector<Piece>& pieces, bool over_sentences);

struct Score {
  double value = 0;
  Sentiment::Label label = Sentiment::Label::kNoEvidence;
  double confidence = 0;
};

// Of a sentence, a target or a quotation.
Score Judge(const std::vector<double>& shares, double coverage);

// Of a turn or document with so many sentences: mixed where about as many speak for as against;
// else a value near 0 is neutral, unless half of the sentences agree with it.
Score JudgeText(const std::vector<Piece>& pieces, const std::vector<double>& shares,
                std::size_t sentences, double coverage);

// Shares smaller than this are left out as long as those that are left out cancel each other: all
// of them together are smaller than this as well.
inline constexpr double kNothing = 0.005;

// Sets such shares to 0.
void DropNothing(std::vector<double>& shares);

}  // namespace koppel::sentiment
