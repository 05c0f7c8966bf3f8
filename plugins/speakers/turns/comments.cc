#include "turns/comments.h"

#include <algorithm>
#include <charconv>

#include "turns/comment_labels.h"

namespace koppel::speakers {

namespace {

struct Candidate {
  std::size_t line;
  std::size_t number;
  int previous = -1;  // candidate with the number before
  int fit = 0;        // of the chain up to here
};

constexpr std::size_t kNoNumber = 0;
constexpr std::size_t kMostComments = 1000000;

// "3." or "3)" at the start of the line, with more behind it.
std::size_t NumberOf(const Words& words, const Line& line) {
  if (line.size() < 3 || words[line.first].kind != Word::Kind::kNumber) return kNoNumber;
  const bool marked = words.IsMark(line.first + 1, ".") || words.IsMark(line.first + 1, ")");
  if (!marked || words[line.first + 1].space_before) return kNoNumber;
  const std::string_view digits = words.Text(line.first);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && number < kMostComments ? number : kNoNumber;
}

// Lines between a heading and its first comment: "Sorteer op: nieuwste".
constexpr std::size_t kLinesBetween = 2, kLongestBetween = 6;
constexpr std::size_t kHeadingsTried = 8;

// How well two lines suit as neighbours in one list. Comments stand apart and start at one indent.
int Fit(const Line& line, const Line& before) {
  const auto difference =
      line.indent > before.indent ? line.indent - before.indent : before.indent - line.indent;
  return (line.blank_before ? 2 : 0) + (difference <= 1 ? 2 : 0);
}

// The last line at which the first comment can begin: what stands before it is short, and no
// sentence.
std::size_t LastStart(const Words& words, const std::vector<Line>& lines, std::size_t first) {
  std::size_t start = first;
  for (; start < first + kLinesBetween && start + 1 < lines.size(); ++start) {
    const std::size_t end = lines[start].last - 1;
    const bool sentence =
        words.IsMark(end, ".") || words.IsMark(end, "!") || words.IsMark(end, "?");
    if (lines[start].size() > kLongestBetween || sentence) break;
  }
  return start;
}

class NumberedList {
 public:
  NumberedList(const Words& words, const std::vector<Line>& lines) : words_(words), lines_(lines) {}

  // Lines that carry the numbers 1 to `expected` (0: to whatever is reached), from line `first` on.
  std::vector<std::size_t> Find(std::size_t first, std::size_t expected) {
    const std::size_t last_start = LastStart(words_, lines_, first);
    for (std::size_t i = first; i < lines_.size(); ++i) {
      if (best_.size() == 1 && i > last_start) return {};
      const std::size_t number = NumberOf(words_, lines_[i]);
      if (number == kNoNumber || (number == 1 && i > last_start)) continue;
      Try({i, number});
    }
    if (best_.size() <= 1) return {};
    const std::size_t end = expected > 0 && expected < best_.size() ? expected : best_.size() - 1;
    std::vector<std::size_t> found;
    for (int c = best_[end]; c >= 0; c = candidates_[static_cast<std::size_t>(c)].previous) {
      found.push_back(candidates_[static_cast<std::size_t>(c)].line);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  void Try(Candidate candidate) {
    const std::size_t number = candidate.number;
    if (number > best_.size()) return;
    const Line& line = lines_[candidate.line];
    if (number == 1) {
      candidate.fit = line.blank_before ? 2 : 0;
    } else {
      candidate.previous = best_[number - 1];
      const Candidate& before = candidates_[static_cast<std::size_t>(candidate.previous)];
      candidate.fit = before.fit + Fit(line, lines_[before.line]);
    }
    const bool better = number == best_.size() ||
                        candidate.fit > candidates_[static_cast<std::size_t>(best_[number])].fit;
    if (!better) return;
    if (number == best_.size()) best_.push_back(0);
    best_[number] = static_cast<int>(candidates_.size());
    candidates_.push_back(candidate);
  }

  const Words& words_;
  const std::vector<Line>& lines_;
  std::vector<Candidate> candidates_;
  std::vector<int> best_{-1};  // by number: the candidate that ends the best chain
};

// Labels on lines of their own. Where the first names a day, all others do. Where it names none it
// takes two of them, or a heading that counts one: "Wethouder Smit reageert:" may introduce
// anything.
std::vector<Comment> LabelledComments(const Words& words, const std::vector<Line>& lines,
                                      std::size_t first, std::size_t expected,
                                      const Lexicon& lexicon) {
  std::vector<Comment> comments;
  bool dated = false;
  const std::size_t last_start = LastStart(words, lines, first);
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (comments.empty() && i > last_start) return {};
    std::optional<CommentLabel> label = MatchCommentLabel(words, lines, i, lines[i].first, lexicon);
    if (!label || !label->whole || label->end >= words.size() || (dated && !label->dated)) continue;
    if (!label->dated && label->who.name && label->who.name->titled) continue;
    if (comments.empty()) dated = label->dated;
    comments.push_back(
        {i, lines.size(), label->end, static_cast<std::int64_t>(comments.size()) + 1, label->who});
    i += label->lines - 1;
  }
  if (!dated && comments.size() < 2 && expected == 0) comments.clear();
  return comments;
}

std::vector<Comment> NumberedComments(const Words& words, const std::vector<Line>& lines,
                                      const std::vector<std::size_t>& starts,
                                      const Lexicon& lexicon) {
  std::vector<Comment> comments;
  for (const std::size_t i : starts) {
    Comment comment{
        i, lines.size(), lines[i].first + 2, static_cast<std::int64_t>(comments.size()) + 1, {}};
    if (const auto label = MatchCommentLabel(words, lines, i, comment.body, lexicon)) {
      comment.label = label->who;
      comment.body = label->end;
    }
    comments.push_back(std::move(comment));
  }
  return comments;
}

// Each comment reaches to the next one or to the first boilerplate.
void SetEnds(const std::vector<Line>& lines, std::vector<Comment>& comments) {
  for (std::size_t c = 0; c < comments.size(); ++c) {
    std::size_t end = c + 1 < comments.size() ? comments[c + 1].first_line : lines.size();
    for (std::size_t i = comments[c].first_line + 1; i < end; ++i) {
      if (lines[i].boilerplate) end = i;
    }
    comments[c].last_line = end;
  }
}

}  // namespace

std::size_t NumberLength(const Words& words, const Line& line) {
  return NumberOf(words, line) == kNoNumber ? 0 : 2;
}

std::optional<CommentSection> FindComments(const Words& words, const std::vector<Line>& lines,
                                           const Lexicon& lexicon) {
  std::size_t tried = 0;
  for (std::size_t i = 0; i < lines.size() && tried < kHeadingsTried; ++i) {
    std::size_t expected = 0;
    if (!lines[i].boilerplate || !IsCommentHeading(words, lines[i], lexicon, expected)) continue;
    ++tried;
    const std::vector<std::size_t> starts = NumberedList(words, lines).Find(i + 1, expected);
    CommentSection section{i, starts.empty()
                                  ? LabelledComments(words, lines, i + 1, expected, lexicon)
                                  : NumberedComments(words, lines, starts, lexicon)};
    if (section.comments.empty()) continue;
    SetEnds(lines, section.comments);
    return section;
  }
  return std::nullopt;
}

}  // namespace koppel::speakers
