#include "dehyphenate/decide.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "dehyphenate/case.h"
#include "dehyphenate/weights.h"
#include "dehyphenate/words.h"

namespace koppel::text {
namespace {

namespace w = weights;

Decision Settled(BreakKind kind, std::string_view rule, double confidence) {
  Decision decision;
  decision.kind = kind;
  decision.rule = rule;
  decision.confidence = confidence;
  return decision;
}

// Where there are not two word parts, the characters alone decide.
Decision DecideWithoutWords(const BrokenWord& word) {
  if (word.alone) return Settled(BreakKind::kAbstain, "lone_hyphen", w::kCertain);
  if (word.right.empty() && !IsClosing(word.right_mark)) {
    return Settled(BreakKind::kAbstain, "lost_continuation", w::kCertain);
  }
  return Settled(BreakKind::kKeep, "punctuation", w::kCertain);
}

bool Weaker(const Evidence& a, const Evidence& b) { return a.weight < b.weight; }

// What speaks most for an outcome; sources before the default where they weigh the same.
std::string_view StrongestName(const std::vector<Evidence>& evidence) {
  return std::max_element(evidence.rbegin(), evidence.rend(), Weaker)->name;
}

// What speaks most against it.
std::string_view WeakestName(const std::vector<Evidence>& evidence) {
  return std::min_element(evidence.begin(), evidence.end(), Weaker)->name;
}

double Probability(double margin) { return 1 / (1 + std::exp(-margin)); }

Decision Choose(std::vector<Candidate>& candidates) {
  // The join is first and has evidence always; where nothing is plausible, it says why.
  const Candidate join = candidates.front();
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  Candidate& best = candidates.front();
  if (best.score <= w::kAbstain) {
    Decision decision = Settled(BreakKind::kAbstain, WeakestName(join.evidence),
                                Probability(w::kAbstain - best.score));
    decision.evidence = join.evidence;
    return decision;
  }
  const double runner_up = std::max(candidates[1].score, w::kAbstain);
  Decision decision =
      Settled(best.kind, StrongestName(best.evidence), Probability(best.score - runner_up));
  decision.evidence = std::move(best.evidence);
  if (best.restoration != nullptr) {
    decision.rule = best.restoration->rule;
    decision.restored = best.restoration->joined;
    decision.cut_left = static_cast<std::uint32_t>(best.restoration->left.size());
    decision.cut_right = static_cast<std::uint32_t>(best.restoration->right.size());
  }
  return decision;
}

}  // namespace

Decision BreakJudge::Decide(const BrokenWord& word, const HyphenVocabulary& document) {
  if (word.left.empty() || word.right.empty()) return DecideWithoutWords(word);
  EvidenceCase one(language_, lexicon_, corpus_, document, word);
  if (one.SettledByCorpus()) return Settled(BreakKind::kJoin, "corpus_joined", w::kCertain);
  auto candidates = one.Candidates();
  return Choose(candidates);
}

}  // namespace koppel::text
