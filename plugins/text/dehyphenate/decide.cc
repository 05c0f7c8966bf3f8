#include "dehyphenate/decide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "dehyphenate/case.h"
#include "dehyphenate/weights.h"
#include "dehyphenate/words.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

namespace w = weights;

Decision Settled(BreakKind kind, std::string_view rule, double confidence) {
  Decision decision;
  decision.kind = kind;
  decision.rule = rule;
  decision.confidence = confidence;
  decision.evidence = {{rule, std::log(confidence / (1 - confidence))}};
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

// Linear between the points of `kCalibration`, and level behind the last.
double LogOdds(double margin) {
  const auto* right =
      std::find_if(std::begin(w::kCalibration), std::end(w::kCalibration),
                   [&](const w::Calibration& point) { return point.margin > margin; });
  if (right == std::begin(w::kCalibration)) return right->log_odds;
  const w::Calibration left = *(right - 1);
  if (right == std::end(w::kCalibration)) return left.log_odds;
  const double part = (margin - left.margin) / (right->margin - left.margin);
  return left.log_odds + part * (right->log_odds - left.log_odds);
}

double Probability(double margin) { return 1 / (1 + std::exp(-LogOdds(margin))); }

// What speaks for `best` and, with the sign turned, for the outcome that it beat: the weights add
// up to the margin. Without a rival, none of it is against.
std::vector<Evidence> Weigh(const Candidate& best, const Candidate& rival) {
  std::vector<Evidence> evidence = best.evidence;
  if (rival.score <= w::kAbstain) return evidence;
  for (const Evidence& reason : rival.evidence) evidence.push_back({reason.name, -reason.weight});
  return evidence;
}

// The best of all but `other`; of equals, the first.
const Candidate& BestBut(const Candidate* other, const std::vector<Candidate>& candidates) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (&candidate == other) continue;
    if (!best || best->score < candidate.score) best = &candidate;
  }
  return *best;
}

// Precondition: two candidates and more.
Decision Choose(const std::vector<Candidate>& candidates) {
  // The join is first and has evidence always; where nothing is plausible, it says why.
  const Candidate& join = candidates.front();
  const Candidate& best = BestBut(nullptr, candidates);
  const Candidate& rival = BestBut(&best, candidates);
  if (best.score <= w::kAbstain) {
    Decision decision = Settled(BreakKind::kAbstain, WeakestName(join.evidence),
                                Probability(w::kAbstain - best.score));
    decision.evidence = join.evidence;
    return decision;
  }
  const double runner_up = std::max(rival.score, w::kAbstain);
  Decision decision =
      Settled(best.kind, StrongestName(best.evidence), Probability(best.score - runner_up));
  decision.evidence = Weigh(best, rival);
  if (best.restoration != nullptr) {
    decision.rule = best.restoration->rule;
    decision.restored = best.restoration->joined;
    decision.cut_left = static_cast<std::uint32_t>(best.restoration->left.size());
    decision.cut_right = static_cast<std::uint32_t>(best.restoration->right.size());
  }
  return decision;
}

// One decimal and always a sign. Formatting of floating point would be a tenth of all the work.
void AppendWeight(double weight, std::string& text) {
  constexpr double kTenths = 10;
  const fmt::format_int tenths(std::lround(std::abs(weight) * kTenths));
  const std::string_view digits(tenths.data(), tenths.size());
  text += weight < 0 ? " -" : " +";
  text += digits.size() > 1 ? digits.substr(0, digits.size() - 1) : "0";
  text += '.';
  text += digits.back();
}

}  // namespace

std::string Explain(const std::vector<Evidence>& evidence) {
  constexpr std::size_t kUsualLength = 24;
  std::string text;
  text.reserve(evidence.size() * kUsualLength);
  for (const Evidence& reason : evidence) {
    if (!text.empty()) text += "; ";
    text += reason.name;
    AppendWeight(reason.weight, text);
  }
  return text;
}

void BreakJudge::Begin(WordsOf words) {
  words_of_document_ = std::move(words);
  document_ = nullptr;
}

void BreakJudge::ReadDocument() {
  if (document_ != nullptr) return;
  document_ = &words_of_document_();
  habits_ = HabitsOf(*document_, TypesettingOf(corpus_), language_);
}

bool BreakJudge::SettledByCorpus(const BrokenWord& word) const {
  if (corpus_.Joined(word.left, word.right) < w::kSettled) return false;
  const std::string_view right = FirstPart(word.right);
  if (IsDigit(Last(word.left)) && IsDigit(First(right))) return false;
  return !IsUpper(First(right)) && !language_.conjunctions.Contains(Fold(right)) &&
         corpus_.Hyphenated(word.left, word.right) == 0;
}

Decision BreakJudge::Decide(const BrokenWord& word) {
  if (word.address) return DecideAddress(word);
  return word.look_alike || word.dash ? DecideSign(word) : Weighed(word);
}

// It gives way to certain words only.
Decision BreakJudge::DecideSign(const BrokenWord& word) {
  const Decision dash = Settled(BreakKind::kKeep, "dash", w::kDash);
  if (!word.look_alike) return dash;
  Decision decision = Weighed(word);
  const bool certain = decision.kind == BreakKind::kJoin && decision.confidence >= w::kLookAlike;
  if (!certain) decision.kind = BreakKind::kAbstain;
  return word.dash && (!certain || AreWords(word)) ? dash : decision;
}

Decision BreakJudge::DecideAddress(const BrokenWord& word) {
  // wijk-/centrum has one in any case; ge-/meente may be broken by a program that did not know.
  const bool broken =
      !AreWords(word) && lexicon_.Lookup(Concat(word.left, word.right)) != Known::kNo;
  return Settled(BreakKind::kKeep, "address", broken ? w::kBrokenAddress : w::kAddress);
}

bool BreakJudge::AreWords(const BrokenWord& word) {
  return lexicon_.Lookup(word.left) != Known::kNo && lexicon_.Lookup(word.right) != Known::kNo &&
         !language_.bound_prefixes.Contains(Fold(word.left));
}

Decision BreakJudge::Weighed(const BrokenWord& word) {
  if (word.left.empty() || word.right.empty()) return DecideWithoutWords(word);
  if (SettledByCorpus(word)) return Settled(BreakKind::kJoin, "corpus_joined", w::kCertain);
  ReadDocument();
  EvidenceCase one({language_, lexicon_, corpus_, *document_, habits_}, word);
  return Choose(one.Candidates());
}

}  // namespace koppel::text
