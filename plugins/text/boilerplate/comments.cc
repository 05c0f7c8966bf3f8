#include "boilerplate/comments.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "lines/shape.h"

namespace koppel::text {
namespace {

// Number of a line that begins as "3. " or "3) ", or 0.
std::uint32_t NumberOf(std::string_view line) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto digits = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || digits + 2 > line.size()) return 0;
  const bool marked = line[digits] == '.' || line[digits] == ')';
  return marked && line[digits + 1] == ' ' ? number : 0;
}

bool CountsOne(std::string_view heading) {
  return heading.find('1') != heading.npos && heading.find_first_of("023456789") == heading.npos;
}

// Reads the lines below a heading.
class CommentList {
 public:
  CommentList(std::string_view text, const std::vector<BoilerplateLine>& lines)
      : text_(text), lines_(lines) {}

  // The list below boilerplate line `heading`; empty if there is none.
  Span Below(std::size_t heading) {
    next_ = heading + 1;
    bool open = false;  // the last line belongs to a comment
    for (std::uint32_t pos = lines_[heading].row.end; pos < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', pos), text_.size());
      const std::string_view line = Trim(text_.substr(pos, end - pos));
      pos = static_cast<std::uint32_t>(std::min(end + 1, text_.size()));
      if (line.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(line.data() - text_.data());
      if (IsBoilerplate(begin)) {
        if (lines_[next_ - 1].kind == "comments") break;
        open = false;
      } else if (NumberOf(line) == count_ + 1) {
        if (++count_ == 1) found_.begin = begin;
        open = true;
      } else if (count_ == 0) {
        break;
      }
      if (open) found_.end = begin + static_cast<std::uint32_t>(line.size());
    }
    const bool enough = count_ >= 2 || (count_ == 1 && CountsOne(lines_[heading].span.In(text_)));
    return enough ? found_ : Span{};
  }

 private:
  bool IsBoilerplate(std::uint32_t begin) {
    while (next_ < lines_.size() && lines_[next_].span.begin < begin) ++next_;
    if (next_ == lines_.size() || lines_[next_].span.begin != begin) return false;
    ++next_;
    return true;
  }

  std::string_view text_;
  const std::vector<BoilerplateLine>& lines_;
  std::size_t next_ = 0;     // boilerplate line
  std::uint32_t count_ = 0;  // comments so far
  Span found_;
};

}  // namespace

std::vector<Span> FindCommentLists(std::string_view text,
                                   const std::vector<BoilerplateLine>& lines) {
  std::vector<Span> lists;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != "comments") continue;
    if (!lists.empty() && lines[i].span.begin < lists.back().end) continue;
    const Span list = CommentList(text, lines).Below(i);
    if (!list.empty()) lists.push_back(list);
  }
  return lists;
}

}  // namespace koppel::text
