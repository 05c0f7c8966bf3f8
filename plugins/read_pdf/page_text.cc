#include "page_text.h"

namespace koppel::read_pdf {
namespace {

// White from which two words are apart, as part of their height; a space is about a quarter.
constexpr double kSpace = 0.1;

class Writer {
 public:
  Writer(const PdfPage& page, std::string& text) : page_(page), text_(text) {}

  void Put(std::uint32_t word) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += page_.words[word].text;
    placed_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, word});
  }
  // A word in small capitals, say, comes in pieces that touch.
  void PutAfter(std::uint32_t before, std::uint32_t word) {
    const Rect& left = page_.boxes[before];
    const Rect& right = page_.boxes[word];
    if (page_.words[before].space_after || right.left - left.right > kSpace * right.height())
      text_ += ' ';
    Put(word);
  }
  Span PutLine(const std::vector<std::uint32_t>& words) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    Put(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) PutAfter(words[i - 1], words[i]);
    const auto end = static_cast<std::uint32_t>(text_.size());
    End();
    return {begin, end};
  }
  void End() { text_ += '\n'; }
  std::vector<PlacedWord> Take() { return std::move(placed_); }

 private:
  const PdfPage& page_;
  std::string& text_;
  std::vector<PlacedWord> placed_;
};

}  // namespace

PageText AppendPage(const PdfPage& page, std::string& text) {
  PageText result;
  result.span.begin = static_cast<std::uint32_t>(text.size());
  std::vector<std::uint32_t> upright;
  std::vector<Rect> boxes;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    if (!page.words[i].placed) continue;
    upright.push_back(i);
    boxes.push_back(page.boxes[i]);
  }
  std::vector<Line> lines = ReadingOrder(boxes);
  for (Line& line : lines) {
    for (std::uint32_t& word : line.words) word = upright[word];
  }
  const std::vector<EdgeKind> kinds = EdgeKinds(page, lines);
  Writer writer(page, text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].white_before) writer.End();
    const Span span = writer.PutLine(lines[i].words);
    if (kinds[i] != EdgeKind::kNone) result.edges.push_back({span, kinds[i]});
  }
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    if (page.words[i].placed) continue;
    writer.Put(i);
    writer.End();
  }
  result.span.end = static_cast<std::uint32_t>(text.size());
  result.words = writer.Take();
  return result;
}

}  // namespace koppel::read_pdf
