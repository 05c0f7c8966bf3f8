#include "dehyphenate/edit.h"

#include <algorithm>
#include <string>

#include "dehyphenate/address.h"
#include "dehyphenate/words.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kFarthestNextWord = 8;  // bytes of space and punctuation before it

// The word after `pos`, if it is on the way, in the same phrase, and not itself broken at a line
// end.
std::string_view NextWord(std::string_view text, std::size_t pos) {
  if (IsClosing(CharacterAt(text, pos).code)) return {};
  const std::size_t limit = std::min(text.size(), pos + kFarthestNextWord);
  while (pos < limit && !IsWordCharacter(CharacterAt(text, pos).code))
    pos += CharacterAt(text, pos).size;
  const std::size_t end = WordEnd(text, pos);
  const bool broken = IsHyphen(CharacterAt(text, end).code);
  return broken ? std::string_view() : text.substr(pos, end - pos);
}

std::size_t CommonPrefix(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto length = static_cast<std::size_t>(in_a - a.begin());
  while (!OnBoundary(a, length) || !OnBoundary(b, length)) --length;
  return length;
}

std::size_t CommonSuffix(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  auto length = static_cast<std::size_t>(in_a - a.rbegin());
  while (!OnBoundary(a, a.size() - length) || !OnBoundary(b, b.size() - length)) --length;
  return length;
}

// What stands in place of the hyphen and the gap, and of the letters that a restoration replaces.
std::string Replacement(const LineBreak& place, const Decision& decision, std::string_view text) {
  if (decision.kind == BreakKind::kJoin) return std::string(decision.restored);
  const std::string_view written = text.substr(place.hyphen, place.gap - place.hyphen);
  // A soft hyphen that turns out to be a real one becomes visible.
  const bool stays = place.dash || IsHyphen(CharacterAt(written, 0).code);
  std::string replacement(stays ? written : "-");
  if (decision.kind == BreakKind::kSuspended) replacement += ' ';
  return replacement;
}

}  // namespace

BrokenWord Describe(const LineBreak& place, std::string_view text) {
  BrokenWord word;
  word.left = place.Left(text);
  word.right = place.Right(text);
  word.next = NextWord(text, place.right_end);
  word.right_mark = word.right.empty() ? CharacterAt(text, place.right).code : 0;
  word.alone = place.alone;
  word.look_alike = place.look_alike;
  word.dash = place.dash;
  word.address = IsInAddress(place, text);
  return word;
}

void AddEdit(const LineBreak& place, const Decision& decision, std::string_view text,
             Edits& edits) {
  if (decision.kind == BreakKind::kAbstain) return;
  Span span{place.hyphen - decision.cut_left, place.right + decision.cut_right};
  const std::string replacement = Replacement(place, decision, text);
  const std::string_view old = span.In(text);
  const std::size_t prefix = CommonPrefix(old, replacement);
  std::string_view rest = std::string_view(replacement).substr(prefix);
  const std::size_t suffix = CommonSuffix(old.substr(prefix), rest);
  rest.remove_suffix(suffix);
  span.begin += static_cast<std::uint32_t>(prefix);
  span.end -= static_cast<std::uint32_t>(suffix);
  if (span.begin >= place.hyphen && span.end > place.right) {
    // Letters of the next line change: as an edit of their own, so that the lines share no byte.
    edits.Delete({span.begin, place.right}, decision.rule, decision.confidence);
    span.begin = place.right;
  }
  edits.Replace(span, rest, decision.rule, decision.confidence);
}

}  // namespace koppel::text
