#include "turns/comment_labels.h"

#include <string_view>
#include <utility>

namespace koppel::speakers {

namespace {

constexpr int kDay = 2;          // numbers of a day with a year, or of a time
constexpr int kDayWithTime = 3;  // or more

// "14h05", "3rd", "1er".
bool BeginsWithDigit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// Reads words of a date or time from `i` to the line's end or a colon that something follows;
// returns where it stopped. `numbers` counts the numbers seen.
std::size_t SkipTime(const Words& words, std::size_t i, std::size_t last, const Lexicon& lexicon,
                     int& numbers) {
  for (; i < last; ++i) {
    if (words[i].kind != Word::Kind::kMark && BeginsWithDigit(words.Text(i))) {
      ++numbers;
    } else if (words.IsWord(i) && !lexicon.Has(List::kLabelTime, words.Lower(i))) {
      return i;
    }
    const bool in_time =
        i + 1 < last && words[i + 1].kind == Word::Kind::kNumber && !words[i + 1].space_before;
    if (words.IsMark(i, ":") && !in_time) return i + 1;
  }
  return i;
}

class LabelMatcher {
 public:
  LabelMatcher(const Words& words, const std::vector<Line>& lines, std::size_t line,
               const Lexicon& lexicon)
      : words_(words), lines_(lines), line_(line), lexicon_(lexicon) {}

  std::optional<CommentLabel> Match(std::size_t first) const {
    if (const std::size_t intro = lexicon_.Match(List::kBylineIntro, words_, first)) {
      std::optional<CommentLabel> label = MatchName(first + intro);
      if (label && label->dated) return label;
    }
    return MatchName(first);
  }

 private:
  std::optional<CommentLabel> MatchName(std::size_t first) const {
    std::size_t end = first;
    if (const std::optional<Address> who = MatchAddress(words_, first, lexicon_, end);
        who && end <= last()) {
      if (auto label = MatchRest(*who, end, kDay)) return label;
    }
    end = EndOfNickname(first);
    if (end == first) return std::nullopt;
    return MatchRest({words_.Cover(first, end), std::nullopt, Entity::Kind::kPerson}, end,
                     kDayWithTime);
  }

  std::size_t last() const { return lines_[line_].last; }

  // Behind the stretch without spaces at `first`, or `first` where it can't be a name.
  std::size_t EndOfNickname(std::size_t first) const {
    if (first >= last() || !words_.IsWord(first) ||
        lexicon_.Has(List::kFunction, words_.Lower(first)))
      return first;
    std::size_t end = first + 1;
    while (end < last() && !words_[end].space_before && !words_.IsMark(end, ":")) ++end;
    if (words_[end - 1].kind == Word::Kind::kMark) return first;
    return end;
  }

  // `least`: how many numbers make a label without a verb.
  std::optional<CommentLabel> MatchRest(const Address& who, std::size_t end, int least) const {
    int numbers = 0;
    const std::size_t verb = end < last() ? lexicon_.Match(List::kLabelVerb, words_, end) : 0;
    const std::size_t stop = SkipTime(words_, end + verb, last(), lexicon_, numbers);
    const bool colon = words_.IsMark(stop - 1, ":");
    const bool spoken = verb > 0 && (colon || numbers >= least);
    const bool complete = (stop == last() || colon) && (spoken || numbers >= least);
    if (complete && (stop < last() || numbers >= kDay))
      return CommentLabel{who, stop, 1, numbers >= kDay, stop == last()};
    if (stop != last() || numbers > 0) return std::nullopt;
    if (const std::size_t next = TimeBelow(); next > 0 && (verb > 0 || who.name || stop == end))
      return CommentLabel{who, next, 2, true, true};
    if (complete) return CommentLabel{who, stop, 1, false, true};
    return std::nullopt;
  }

  // The end of the next line if it is nothing but a time, else 0.
  std::size_t TimeBelow() const {
    if (line_ + 1 >= lines_.size()) return 0;
    const Line& next = lines_[line_ + 1];
    int numbers = 0;
    const std::size_t stop = SkipTime(words_, next.first, next.last, lexicon_, numbers);
    return stop == next.last && numbers >= kDay ? stop : 0;
  }

  const Words& words_;
  const std::vector<Line>& lines_;
  const std::size_t line_;
  const Lexicon& lexicon_;
};

}  // namespace

std::optional<CommentLabel> MatchCommentLabel(const Words& words, const std::vector<Line>& lines,
                                              std::size_t line, std::size_t first,
                                              const Lexicon& lexicon) {
  return LabelMatcher(words, lines, line, lexicon).Match(first);
}

std::size_t SkipLabelRest(const Words& words, std::size_t i, std::size_t last,
                          const Lexicon& lexicon) {
  std::size_t at = i + (i < last ? lexicon.Match(List::kLabelVerb, words, i) : 0);
  int numbers = 0;
  const std::size_t time = SkipTime(words, at, last, lexicon, numbers);
  if (numbers > 0) at = time;
  while (at < last && words[at].kind == Word::Kind::kMark && !words.IsMark(at, "@") &&
         (words.IsMark(at, ":") || words.IsMark(at, ",") || words[at].space_before))
    ++at;
  return at;
}

}  // namespace koppel::speakers
