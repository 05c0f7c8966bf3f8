#include "turns/comment_labels.h"

namespace koppel::speakers {

namespace {

// Reads words of a date or time from `i` to the line's end or a colon that something follows;
// returns where it stopped. `numbers` counts the numbers seen.
std::size_t SkipTime(const Words& words, std::size_t i, std::size_t last, const Lexicon& lexicon,
                     int& numbers) {
  for (; i < last; ++i) {
    if (words[i].kind == Word::Kind::kNumber) {
      ++numbers;
    } else if (words[i].kind == Word::Kind::kWord &&
               !lexicon.Has(List::kLabelTime, words.Lower(i))) {
      return i;
    }
    const bool in_time =
        i + 1 < last && words[i + 1].kind == Word::Kind::kNumber && !words[i + 1].space_before;
    if (words.IsMark(i, ":") && !in_time) return i + 1;
  }
  return i;
}

bool EndsWithColon(const Words& words, std::size_t end) { return words.IsMark(end - 1, ":"); }

}  // namespace

std::optional<CommentLabel> MatchCommentLabel(const Words& words, const std::vector<Line>& lines,
                                              std::size_t line, std::size_t first,
                                              const Lexicon& lexicon) {
  const std::size_t last = lines[line].last;
  std::size_t end = first;
  std::optional<Address> who = MatchAddress(words, first, lexicon, end);
  if (!who || end > last) return std::nullopt;
  int numbers = 0;
  const std::size_t verb = end < last ? lexicon.Match(List::kLabelVerb, words, end) : 0;
  const std::size_t stop = SkipTime(words, end + verb, last, lexicon, numbers);
  const bool complete = stop == last || EndsWithColon(words, stop);
  if (complete && (numbers >= 2 || (verb > 0 && EndsWithColon(words, stop))))
    return CommentLabel{*who, stop, 1};
  if (end != last || line + 1 >= lines.size()) return std::nullopt;
  const std::size_t next =
      SkipTime(words, lines[line + 1].first, lines[line + 1].last, lexicon, numbers);
  if (next != lines[line + 1].last || numbers < 2) return std::nullopt;
  return CommentLabel{*who, next, 2};
}

}  // namespace koppel::speakers
