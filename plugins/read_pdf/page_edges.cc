#include "page_edges.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace koppel::read_pdf {
namespace {

constexpr double kClearWhite = 1.2;  // between head and text, as part of the head's height
constexpr double kSmaller = 0.95;    // type of a head, as part of that of the text
constexpr double kWideGap = 4;       // between the two parts of a head, as part of its height
constexpr double kOutside = 0.2;     // part of the page's height in which a head or foot stands
constexpr std::size_t kMinTextLines = 8;   // a page with fewer may be a cover
constexpr std::size_t kLongestEdge = 240;  // bytes

bool IsSmall(const PdfPage& page, const Line& line, double text_size) {
  return std::all_of(line.words.begin(), line.words.end(), [&](std::uint32_t word) {
    const double size = page.words[word].font_size;
    return size > 0 && size <= kSmaller * text_size;
  });
}

// Two parts with much white between them, at the margins of the text.
bool IsSplit(const PdfPage& page, const Line& line, double left, double right) {
  const double slack = line.box.height();
  if (std::abs(line.box.left - left) > slack || std::abs(line.box.right - right) > slack)
    return false;
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const double gap = page.boxes[line.words[i]].left - page.boxes[line.words[i - 1]].right;
    gaps += gap > kWideGap * line.box.height();
  }
  return gaps == 1 || gaps == 2;
}

// "12", "- 12 -", or the number that the file gives the page.
bool IsNumber(const PdfPage& page, const Line& line) {
  std::string text;
  for (const std::uint32_t word : line.words) text += page.words[word].text;
  if (!text.empty() && text == page.label) return true;
  std::size_t begin = 0, end = text.size();
  while (begin < end && text[begin] == '-') ++begin;
  while (end > begin && text[end - 1] == '-') --end;
  constexpr std::size_t kMostDigits = 4;
  return end > begin && end - begin <= kMostDigits &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// A note, rather than a running head or foot.
bool EndsSentence(const PdfPage& page, const Line& line) {
  return page.words[line.words.back()].text.ends_with('.');
}

std::size_t Bytes(const PdfPage& page, const Line& line) {
  std::size_t bytes = 0;
  for (const std::uint32_t word : line.words) bytes += page.words[word].text.size() + 1;
  return bytes;
}

class Edges {
 public:
  Edges(const PdfPage& page, const std::vector<Line>& lines) : page_(page) {
    text_.left = text_.top = page.width + page.height;
    for (const Line& line : lines) {
      if (line.place != Place::kText) continue;
      Rect& box = text_;
      box.left = std::min(box.left, line.box.left);
      box.top = std::min(box.top, line.box.top);
      box.right = std::max(box.right, line.box.right);
      box.bottom = std::max(box.bottom, line.box.bottom);
      ++text_lines_;
    }
    size_ = TextSize(page);
  }

  EdgeKind KindOf(const Line& line) const {
    if (line.place == Place::kText || text_lines_ < kMinTextLines || !IsOutside(line))
      return EdgeKind::kNone;
    if (IsNumber(page_, line)) return EdgeKind::kPageNumber;
    if (White(line) < kClearWhite * line.box.height() || Bytes(page_, line) > kLongestEdge)
      return EdgeKind::kNone;
    const bool small = IsSmall(page_, line, size_) && !EndsSentence(page_, line);
    if (!small && !IsSplit(page_, line, text_.left, text_.right)) return EdgeKind::kNone;
    return line.place == Place::kHead ? EdgeKind::kHeader : EdgeKind::kFooter;
  }

 private:
  bool IsOutside(const Line& line) const {
    return line.place == Place::kHead ? line.box.bottom < kOutside * page_.height
                                      : line.box.top > (1 - kOutside) * page_.height;
  }
  // Between the line and the text.
  double White(const Line& line) const {
    return line.place == Place::kHead ? text_.top - line.box.bottom : line.box.top - text_.bottom;
  }

  const PdfPage& page_;
  Rect text_;
  std::size_t text_lines_ = 0;
  double size_ = 0;
};

}  // namespace

double TextSize(const PdfPage& page) {
  std::map<long, std::size_t> bytes;
  for (const Word& word : page.words) bytes[std::lround(word.font_size * 10)] += word.text.size();
  long size = 0;
  std::size_t most = 0;
  for (const auto& [tenths, count] : bytes) {
    if (count > most) size = tenths, most = count;
  }
  return static_cast<double>(size) / 10;
}

std::vector<EdgeKind> EdgeKinds(const PdfPage& page, const std::vector<Line>& lines) {
  const Edges edges(page, lines);
  std::vector<EdgeKind> kinds;
  kinds.reserve(lines.size());
  for (const Line& line : lines) kinds.push_back(edges.KindOf(line));
  return kinds;
}

}  // namespace koppel::read_pdf
