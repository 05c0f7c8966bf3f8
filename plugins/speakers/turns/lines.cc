#include "turns/lines.h"

#include <algorithm>
#include <charconv>

namespace koppel::speakers {

namespace {

constexpr std::size_t kLongestHeading = 10;  // words and marks
constexpr std::size_t kLongestTitle = 40;    // of a heading with the title of an article
constexpr std::size_t kLongestForm = 24;

bool SameLine(const Words& words, std::size_t i) {
  const std::uint32_t from = words[i - 1].span.end;
  return words.text().substr(from, words[i].span.begin - from).find('\n') == std::string_view::npos;
}

std::uint32_t IndentOf(const Words& words, std::size_t i) {
  const std::uint32_t begin = words[i].span.begin;
  const std::size_t newline =
      begin == 0 ? std::string_view::npos : words.text().rfind('\n', begin - 1);
  return begin - static_cast<std::uint32_t>(newline + 1);
}

bool IsForm(const Words& words, const Line& line, const Lexicon& lexicon) {
  if (line.size() > kLongestForm) return false;
  const std::size_t n = lexicon.Match(List::kForm, words, line.first);
  // A label of one word ("Reageer") is all of its line; a sentence may merely begin with it.
  return n > 1 || (n == 1 && line.size() <= 2);
}

std::size_t NumberAt(const Words& words, std::size_t i) {
  const std::string_view digits = words.Text(i);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// "3 reacties op “De fiets”": a number or one of [comment.one_on], and what the comments are on.
bool IsHeadingWithTitle(const Words& words, const Line& line, const Lexicon& lexicon,
                        std::size_t& count) {
  const bool numbered = words[line.first].kind == Word::Kind::kNumber;
  const std::size_t first = line.first + (numbered ? 1 : 0);
  const std::size_t n =
      lexicon.Match(numbered ? List::kCommentManyOn : List::kCommentOneOn, words, first);
  if (n == 0 || first + n >= line.last || line.size() > kLongestTitle) return false;
  if (words.IsMark(line.last - 1, ".")) return false;
  if (numbered) count = NumberAt(words, line.first);
  return true;
}

bool Covered(const Line& line, const std::vector<Span>& spans, std::size_t& next) {
  while (next < spans.size() && spans[next].end <= line.span.begin) ++next;
  if (next == spans.size() || !spans[next].Overlaps(line.span)) return false;
  const std::uint32_t begin = std::max(spans[next].begin, line.span.begin);
  return 2 * (std::min(spans[next].end, line.span.end) - begin) > line.span.size();
}

bool HoldsMark(const Line& line, const PageMarks& marks) {
  return !FirstIn(line.span, marks.authors).empty() || !FirstIn(line.span, marks.dates).empty();
}

Line ReadLine(const Words& words, std::size_t& i) {
  Line line;
  line.indent = IndentOf(words, i);
  line.blank_before = words[i].blank_before;
  const std::size_t start = i;
  while (i < words.size() && words.IsMark(i, ">") && (i == start || SameLine(words, i)))
    ++line.depth, ++i;
  line.first = i;
  while (i < words.size() && (i == start || SameLine(words, i))) ++i;
  line.last = i;
  if (line.size() > 0) line.span = words.Cover(line.first, line.last);
  return line;
}

}  // namespace

bool IsCommentHeading(const Words& words, const Line& line, const Lexicon& lexicon,
                      std::size_t& count) {
  if (IsHeadingWithTitle(words, line, lexicon, count)) return true;
  // "2. Reacties" is the heading of a section.
  const bool of_list = words[line.first].kind == Word::Kind::kNumber &&
                       (words.IsMark(line.first + 1, ".") || words.IsMark(line.first + 1, ")"));
  if (line.size() > kLongestHeading || of_list) return false;
  bool named = false;
  std::size_t number = count;
  for (std::size_t i = line.first; i < line.last;) {
    const std::size_t n = named ? 0 : lexicon.Match(List::kCommentHeading, words, i);
    if (words.IsWord(i) && n == 0) return false;
    if (words[i].kind == Word::Kind::kNumber) number = NumberAt(words, i);
    named = named || n > 0;
    i += std::max<std::size_t>(n, 1);
  }
  if (named) count = number;
  return named;
}

std::vector<Line> SplitLines(const Words& words, const PageMarks& marks, const Lexicon& lexicon) {
  std::vector<Line> lines;
  std::size_t next = 0, next_list = 0, next_comment = 0;
  bool blank = false;
  for (std::size_t i = 0; i < words.size();) {
    Line line = ReadLine(words, i);
    if (line.size() == 0) {  // an empty line of a quoted mail
      blank = true;
      continue;
    }
    line.blank_before = line.blank_before || blank;
    blank = false;
    std::size_t count = 0;
    const bool in_list = Covered(line, marks.comment_lists, next_list);
    const bool in_comment = Covered(line, marks.comments, next_comment);
    line.heads_comments = IsCommentHeading(words, line, lexicon, count);
    const bool of_page = Covered(line, marks.boilerplate, next) || IsForm(words, line, lexicon) ||
                         line.heads_comments;
    const bool between = in_list && !in_comment && !marks.comments.empty();
    line.boilerplate = (of_page || between) && !HoldsMark(line, marks);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace koppel::speakers
