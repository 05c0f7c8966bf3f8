#include "columns.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include "gutter.h"

namespace koppel::text {
namespace {

TextLine Part(const TextLine& line, const Cell& cell, std::uint32_t column,
              std::uint32_t left_edge) {
  TextLine part = line;
  part.span = cell.span;
  part.indent = cell.column > left_edge ? cell.column - left_edge : 0;
  part.column = column;
  part.woven = true;
  return part;
}

class Page {
 public:
  Page(std::string_view text, std::vector<TextLine>& out) : text_(text), out_(out) {}

  // Appends the lines of one page in reading order.
  void Separate(const std::vector<TextLine>& lines, const Gutter& gutter) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto cells = IsKept(lines[i]) && !StandsApart(lines, i)
                             ? CutRow(text_, lines[i], gutter)
                             : std::nullopt;
      if (!cells) {
        Flush();
        out_.push_back(lines[i]);
        in_columns_ = false;
        continue;
      }
      if (!cells->left.span.empty()) Put(Part(lines[i], cells->left, 0, 0), out_);
      if (!cells->right.span.empty()) Put(Part(lines[i], cells->right, 1, gutter.column), right_);
    }
    Flush();
  }

 private:
  // A head over the columns, or a foot under them, with a gap of its own where the gutter is.
  static bool StandsApart(const std::vector<TextLine>& lines, std::size_t i) {
    constexpr std::uint32_t kApart = 2;  // blank lines
    return (i == 0 && lines.size() > 1 && lines[1].blanks >= kApart) ||
           (i > 0 && i + 1 == lines.size() && lines[i].blanks >= kApart);
  }

  // Inside columns, blank rows tell nothing: they may belong to the other column.
  void Put(TextLine part, std::vector<TextLine>& to) {
    if (in_columns_) part.blanks = 0;
    in_columns_ = true;
    to.push_back(part);
  }

  void Flush() {
    out_.insert(out_.end(), right_.begin(), right_.end());
    right_.clear();
  }

  std::string_view text_;
  std::vector<TextLine>& out_;
  std::vector<TextLine> right_;
  bool in_columns_ = false;
};

// The left edge of a column: the smallest indent that enough of its lines have.
std::uint32_t LeftEdge(const std::vector<TextLine>& lines, std::size_t begin, std::size_t end) {
  std::map<std::uint32_t, std::size_t> count;
  for (std::size_t i = begin; i < end; ++i) ++count[lines[i].indent];
  for (const auto& [indent, number] : count) {
    if (number * 6 >= end - begin) return indent;
  }
  return count.begin()->first;
}

void MakeIndentsRelative(std::vector<TextLine>& lines) {
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    for (end = begin; end < lines.size() && lines[end].page == lines[begin].page &&
                      lines[end].column == lines[begin].column;) {
      ++end;
    }
    const std::uint32_t edge = LeftEdge(lines, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      lines[i].indent = lines[i].indent > edge ? lines[i].indent - edge : 0;
    }
  }
}

}  // namespace

std::vector<TextLine> SeparateColumns(std::string_view text, std::vector<TextLine> lines) {
  std::vector<TextLine> out;
  std::optional<Gutter> before;  // pages of one document are alike
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    for (end = begin; end < lines.size() && lines[end].page == lines[begin].page;) ++end;
    const std::vector<TextLine> page(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                     lines.begin() + static_cast<std::ptrdiff_t>(end));
    if (const std::optional<Gutter> gutter = FindGutter(text, page, before)) {
      Page(text, out).Separate(page, *gutter);
      before = gutter;
    } else {
      out.insert(out.end(), page.begin(), page.end());
    }
  }
  MakeIndentsRelative(out);
  return out;
}

}  // namespace koppel::text
