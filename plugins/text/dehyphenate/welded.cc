#include "dehyphenate/welded.h"

#include "lines/characters.h"
#include "vocabulary/scanner.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortestWeld = 6;  // bytes, as are the others
constexpr std::size_t kLongestWeld = 64;
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kLongestFunctionWord = 8;
constexpr std::uint32_t kTwice = 2;  // a weld that occurs as often may be a word

constexpr double kSeenSuspended = 0.99;
constexpr double kSharedEnd = 0.95;
constexpr double kFunctionWord = 0.95;

Weld At(std::size_t at, std::string_view inserted, std::string_view rule, double confidence) {
  Weld weld;
  weld.at = static_cast<std::uint32_t>(at);
  weld.inserted = inserted;
  weld.rule = rule;
  weld.confidence = confidence;
  return weld;
}

// The word after `pos` if nothing but one space stands before it.
std::string_view NextWord(std::string_view text, std::size_t pos) {
  if (pos >= text.size() || (text[pos] != ' ' && text[pos] != '\n')) return {};
  return text.substr(pos + 1, WordEnd(text, pos + 1) - pos - 1);
}

}  // namespace

bool WeldFinder::SharesEnd(std::string_view head, std::string_view next) {
  for (std::size_t at = kShortestPart; at + kShortestPart <= next.size(); ++at) {
    if (!OnBoundary(next, at)) continue;
    const std::string_view end = next.substr(at);
    if (words_.KnownAnyCase(end) == Known::kNo || !words_.IsCompound(next)) continue;
    if (words_.KnownJoined(Concat(head, end)) != Known::kNo || corpus_.Joined(head, end) > 0)
      return true;
  }
  return false;
}

bool WeldFinder::IsSuspended(std::string_view head, std::string_view conjunction, bool unknown,
                             std::string_view next) {
  const bool seen = corpus_.Suspended(head) > 0;
  // A conjunction that is an ending as well makes plurals: these are split only if all agrees.
  const bool ending = language_.linking_elements.Contains(conjunction);
  if (unknown && seen) return true;
  return (ending ? seen : unknown) && SharesEnd(head, next);
}

std::optional<Weld> WeldFinder::Suspended(std::string_view word, std::string_view next,
                                          bool unknown) {
  if (!language_.closed_compounds || next.size() > kLongestWeld) return std::nullopt;
  for (std::size_t size = 2; size <= kLongestFunctionWord; ++size) {
    if (size + kShortestPart > word.size()) break;
    const std::size_t at = word.size() - size;
    if (!OnBoundary(word, at)) continue;
    const std::string conjunction = Fold(word.substr(at));
    if (!language_.conjunctions.Contains(conjunction)) continue;
    const std::string_view head = word.substr(0, at);
    if (IsSuspended(head, conjunction, unknown, next)) {
      const bool seen = corpus_.Suspended(head) > 0;
      return At(at, "- ", "welded_suspended", seen ? kSeenSuspended : kSharedEnd);
    }
  }
  return std::nullopt;
}

bool WeldFinder::IsCommon(std::string_view word) {
  return CodePoints(word) > kShortestPart && words_.KnownAnyCase(word) != Known::kNo &&
         corpus_.Word(word) >= kTwice;
}

std::optional<Weld> WeldFinder::TwoWords(std::string_view word) {
  std::optional<Weld> found;
  for (std::size_t at = kShortestPart; at + kShortestPart <= word.size(); ++at) {
    if (!OnBoundary(word, at)) continue;
    const std::string_view left = word.substr(0, at);
    if (!language_.function_words.Contains(Fold(word.substr(at))) || !IsCommon(left)) continue;
    if (found) return std::nullopt;  // there are two readings
    found = At(at, " ", "welded_words", kFunctionWord);
  }
  return found;
}

std::optional<Weld> WeldFinder::Judge(std::string_view word, std::string_view next) {
  if (word.size() < kShortestWeld || word.size() > kLongestWeld) return std::nullopt;
  if (corpus_.Word(word) >= kTwice) return std::nullopt;
  const bool unknown = words_.KnownAnyCase(word) == Known::kNo;
  if (auto weld = Suspended(word, next, unknown)) return weld;
  return unknown ? TwoWords(word) : std::nullopt;
}

std::vector<Weld> WeldFinder::Find(std::string_view text, const std::vector<LineBreak>& breaks) {
  std::vector<Weld> welds;
  auto next_break = breaks.begin();
  WordScanner scanner(text, 0);
  while (scanner.Next()) {
    const ScannedWord& place = scanner.word();
    while (next_break != breaks.end() && next_break->right_end <= place.begin) ++next_break;
    const bool broken = next_break != breaks.end() && next_break->left < place.end;
    if (broken || place.hyphen) continue;
    const std::string_view word = text.substr(place.begin, place.end - place.begin);
    if (auto weld = Judge(word, NextWord(text, place.end))) {
      weld->begin = static_cast<std::uint32_t>(place.begin);
      weld->end = static_cast<std::uint32_t>(place.end);
      weld->at += weld->begin;
      welds.push_back(*weld);
    }
  }
  return welds;
}

}  // namespace koppel::text
