#include "turns/marked_comments.h"

#include <algorithm>

#include "turns/comment_labels.h"
#include "turns/marked_names.h"

namespace koppel::speakers {

namespace {

constexpr std::size_t kBetweenMarks = 6;  // words of the head that are not marked: "geplaatst op"

class MarkedCommentReader {
 public:
  MarkedCommentReader(const Words& words, const std::vector<Line>& lines, const PageMarks& marks,
                      const Lexicon& lexicon)
      : words_(words), lines_(lines), marks_(marks), lexicon_(lexicon) {}

  std::optional<CommentSection> Read() {
    for (const Span span : marks_.comments) {
      const std::size_t first = LineAt(span.begin), last = LineAt(span.end);
      if (first < last) ReadComment(span, first, last);
    }
    if (section_.comments.empty()) return std::nullopt;
    section_.heading = section_.comments.front().first_line;
    while (section_.heading > 0 && lines_[section_.heading - 1].boilerplate) --section_.heading;
    return std::move(section_);
  }

 private:
  // The first line that begins at `offset` or later.
  std::size_t LineAt(std::uint32_t offset) const {
    const auto at = std::lower_bound(
        lines_.begin(), lines_.end(), offset,
        [](const Line& line, std::uint32_t begin) { return line.span.begin < begin; });
    return static_cast<std::size_t>(at - lines_.begin());
  }

  void ReadComment(Span span, std::size_t first, std::size_t last) {
    Comment comment;
    comment.first_line = first;
    comment.last_line = first + 1;
    while (comment.last_line < last && !lines_[comment.last_line].boilerplate) ++comment.last_line;
    comment.ordinal = static_cast<std::int64_t>(section_.comments.size()) + 1;
    comment.body = lines_[first].first + NumberLength(words_, lines_[first]);
    SetLabel(span, comment);
    section_.comments.push_back(std::move(comment));
  }

  void SetLabel(Span span, Comment& comment) const {
    const Span author = FirstIn(span, marks_.authors), date = FirstIn(span, marks_.dates);
    if (author.empty()) {
      const auto label =
          MatchCommentLabel(words_, lines_, comment.first_line, comment.body, lexicon_);
      if (!label) return SkipHead({date}, comment);
      comment.label = label->who;
      comment.body = label->end;
      return;
    }
    const std::vector<Address> names =
        NamesOfAuthors(words_, words_.At(author.begin), words_.At(author.end), lexicon_);
    if (!names.empty()) comment.label = names.front();
    SkipHead(author.begin < date.begin ? std::vector<Span>{author, date}
                                       : std::vector<Span>{date, author},
             comment);
  }

  // Sets the body behind the marks that the comment begins with.
  void SkipHead(const std::vector<Span>& head, Comment& comment) const {
    for (const Span mark : head) {
      const std::size_t first = words_.At(mark.begin);
      if (mark.empty() || first < comment.body || first > comment.body + kBetweenMarks) continue;
      comment.body = words_.At(mark.end);
      const std::size_t line = LineAt(words_[first].span.end) - 1;
      comment.body = SkipLabelRest(words_, comment.body, lines_[line].last, lexicon_);
    }
  }

  const Words& words_;
  const std::vector<Line>& lines_;
  const PageMarks& marks_;
  const Lexicon& lexicon_;
  CommentSection section_;
};

}  // namespace

std::optional<CommentSection> FindMarkedComments(const Words& words, const std::vector<Line>& lines,
                                                 const PageMarks& marks, const Lexicon& lexicon) {
  return MarkedCommentReader(words, lines, marks, lexicon).Read();
}

}  // namespace koppel::speakers
