#include "fragments/match.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace koppel::text {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr std::size_t kNearest = 48;  // right halves looked at in either direction

// Weights in natural log-odds, set by hand.
constexpr double kListed = 2;
constexpr double kCompound = 0.5;
constexpr double kPerDoubling = 0.7;
constexpr double kNoWord = 4;      // the right half is no word of its own
constexpr double kOneWord = -1.5;  // it is one
constexpr double kApart = 2;       // it begins a paragraph in lower case
constexpr double kAfterEnd = 2;    // it follows the end of a sentence in lower case
constexpr double kAtHome = -1.5;   // each doubling of how often it follows the word before it
constexpr double kPerKilobyte = -0.1;
constexpr double kLeast = 3;  // what chance brings together scores less

double Log2(std::uint32_t count) { return std::log2(1.0 + count); }

// Scores of one half with its possible others: the best, and the distance to the next.
struct Best {
  std::size_t other = 0;
  double score = kNever;
  double second = kLeast;  // a match that is no better than chance is no rival

  void Offer(std::size_t candidate, double offered) {
    if (offered > score) {
      second = std::max(second, score);
      score = offered;
      other = candidate;
    } else {
      second = std::max(second, offered);
    }
  }
};

}  // namespace

double FragmentMatcher::Strangeness(std::string_view text, const RightHalf& right) {
  const std::string_view word = right.word.In(text);
  // The first pass counted this occurrence, too.
  const bool known = words_.Word(word) > 1 || lexicon_.Lookup(word) != Known::kNo;
  double score = known ? kOneWord : kNoWord;
  if (right.apart) score += kApart;
  if (right.after_end) score += kAfterEnd;
  const std::uint32_t home = bigrams_.Count(right.before, word);
  return score + kAtHome * Log2(home > 0 ? home - 1 : 0);
}

std::vector<FragmentMatcher::Stray> FragmentMatcher::FindStrays(
    std::string_view text, const std::vector<RightHalf>& rights) {
  std::vector<Stray> strays;
  for (std::size_t i = 0; i < rights.size(); ++i) {
    const double strangeness = Strangeness(text, rights[i]);
    if (strangeness > 0) strays.push_back({i, &rights[i], strangeness});
  }
  return strays;
}

double FragmentMatcher::Score(std::string_view text, const LeftHalf& left, const Stray& stray) {
  const RightHalf& right = *stray.half;
  const std::string whole = std::string(left.word.In(text)).append(right.word.In(text));
  const std::uint32_t seen = words_.Word(whole);
  const Known known = lexicon_.Lookup(whole);
  if (seen == 0 && known == Known::kNo) return kNever;
  double score = kPerDoubling * Log2(seen) + stray.strangeness;
  if (known == Known::kListed) score += kListed;
  if (known == Known::kCompound) score += kCompound;
  score += kPerDoubling * Log2(bigrams_.Count(left.before, whole));
  score += kPerDoubling * Log2(bigrams_.Count(whole, right.after));
  const auto distance = std::abs(static_cast<double>(right.word.begin) - left.hyphen.end);
  return score + kPerKilobyte * distance / 1024;
}

std::vector<Match> FragmentMatcher::Find(std::string_view text, const std::vector<LeftHalf>& lefts,
                                         const std::vector<RightHalf>& rights) {
  const std::vector<Stray> strays = FindStrays(text, rights);
  std::vector<Best> of_left(lefts.size());
  std::vector<Best> of_right(strays.size());
  std::size_t middle = 0;  // the first stray behind the left half
  for (std::size_t l = 0; l < lefts.size(); ++l) {
    while (middle < strays.size() && strays[middle].half->word.begin < lefts[l].hyphen.end) {
      ++middle;
    }
    const std::size_t last = std::min(strays.size(), middle + kNearest);
    for (std::size_t r = middle - std::min(middle, kNearest); r < last; ++r) {
      const double score = Score(text, lefts[l], strays[r]);
      of_left[l].Offer(r, score);
      of_right[r].Offer(l, score);
    }
  }
  std::vector<Match> matches;
  for (std::size_t l = 0; l < lefts.size(); ++l) {
    const Best& best = of_left[l];
    if (best.score <= kLeast || of_right[best.other].other != l) continue;
    const double rival = std::max(best.second, of_right[best.other].second);
    matches.push_back({l, strays[best.other].index, best.score, best.score - rival});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.margin > b.margin; });
  return matches;
}

}  // namespace koppel::text
