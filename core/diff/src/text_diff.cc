#include "koppel/diff/text_diff.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "koppel/utf8.h"
#include "sequence_diff.h"

namespace koppel {
namespace {

// Words, and all other characters but blanks one by one. Blanks are no words: where several ways
// are equally short, the one that keeps words is wanted, not the one that keeps blanks.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      CodePoint point = DecodeAt(text, i);
      i += point.size;
      if (IsSpace(point.value)) continue;
      if (InWord(point.value)) {
        while (i < text.size() && InWord((point = DecodeAt(text, i)).value)) i += point.size;
      }
      spans_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
    }
  }

  std::size_t size() const { return spans_.size(); }
  std::string_view operator[](std::size_t i) const { return spans_[i].In(text_); }
  std::string_view text() const { return text_; }
  // What stands between the words before `begin` and from `end` on.
  Span Between(std::size_t begin, std::size_t end) const {
    return {begin == 0 ? 0 : spans_[begin - 1].end,
            end == size() ? static_cast<std::uint32_t>(text_.size()) : spans_[end].begin};
  }

 private:
  static bool InWord(char32_t c) { return IsLetter(c) || IsDigit(c); }

  std::string_view text_;
  std::vector<Span> spans_;
};

// Equal words get equal numbers.
class Numbering {
 public:
  std::vector<std::uint32_t> operator()(const Words& words) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < words.size(); ++i) {
      numbers.push_back(
          known_.emplace(words[i], static_cast<std::uint32_t>(known_.size())).first->second);
    }
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

// Leaves out the blanks at either end that both have.
TextHunk Trimmed(TextHunk hunk, std::string_view a, std::string_view b) {
  while (!hunk.a.empty() && !hunk.b.empty()) {
    const CodePoint first = DecodeAt(a, hunk.a.begin);
    if (!IsSpace(first.value) || DecodeAt(b, hunk.b.begin).value != first.value) break;
    hunk.a.begin += first.size;
    hunk.b.begin += first.size;
  }
  while (!hunk.a.empty() && !hunk.b.empty()) {
    const CodePoint last = DecodeBefore(a, hunk.a.end);
    if (!IsSpace(last.value) || DecodeBefore(b, hunk.b.end).value != last.value) break;
    hunk.a.end -= last.size;
    hunk.b.end -= last.size;
  }
  return hunk;
}

class Hunks {
 public:
  Hunks(const Words& a, const Words& b) : a_(a), b_(b) {}

  std::vector<TextHunk> From(const std::vector<internal::Replaced>& all) {
    std::size_t i = 0, j = 0;  // words that are dealt with
    for (const internal::Replaced& replaced : all) {
      for (; i < replaced.a_begin; ++i, ++j) Add(i, i, j, j);
      Add(i, replaced.a_end, j, replaced.b_end);
      i = replaced.a_end + 1;
      j = replaced.b_end + 1;
    }
    for (; i <= a_.size(); ++i, ++j) Add(i, i, j, j);
    return std::move(hunks_);
  }

 private:
  // The words from i to i_end, with the blanks around them.
  void Add(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
    const TextHunk hunk{a_.Between(i, i_end), b_.Between(j, j_end)};
    if (hunk.a.In(a_.text()) != hunk.b.In(b_.text()))
      hunks_.push_back(Trimmed(hunk, a_.text(), b_.text()));
  }

  const Words& a_;
  const Words& b_;
  std::vector<TextHunk> hunks_;
};

}  // namespace

std::vector<TextHunk> DiffTexts(std::string_view a, std::string_view b) {
  if (a == b) return {};
  const Words words_a(a), words_b(b);
  Numbering number;
  const std::vector<std::uint32_t> numbers_a = number(words_a), numbers_b = number(words_b);
  return Hunks(words_a, words_b).From(internal::DiffSequences(numbers_a, numbers_b));
}

Span TextMap::operator()(Span span) const {
  const std::uint32_t begin = Begin(span.begin);
  return {begin, span.empty() ? begin : std::max(begin, End(span.end))};
}

std::uint32_t TextMap::Begin(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(hunks_.begin(), hunks_.end(), offset,
                       [](std::uint32_t at, const TextHunk& hunk) { return at < hunk.a.end; });
  if (after != hunks_.end() && offset > after->a.begin) return after->b.begin;
  if (after == hunks_.begin()) return offset;
  const TextHunk& before = *std::prev(after);
  return before.b.end + (offset - before.a.end);
}

std::uint32_t TextMap::End(std::uint32_t offset) const {
  const auto after =
      std::lower_bound(hunks_.begin(), hunks_.end(), offset,
                       [](const TextHunk& hunk, std::uint32_t at) { return hunk.a.end < at; });
  if (after != hunks_.end() && offset > after->a.begin) return after->b.end;
  if (after == hunks_.begin()) return offset;
  const TextHunk& before = *std::prev(after);
  return before.b.end + (offset - before.a.end);
}

}  // namespace koppel
