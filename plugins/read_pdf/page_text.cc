#include "page_text.h"

#include <algorithm>
#include <utility>

#include "drop_caps.h"

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

// Words that stand at a place, without the drop caps: these would be read as part of whichever of
// the lines beside them.
std::vector<std::uint32_t> WordsOfLines(const PdfPage& page, const std::vector<DropCap>& caps) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const bool is_cap =
        std::any_of(caps.begin(), caps.end(), [i](const DropCap& cap) { return cap.letter == i; });
    if (page.words[i].placed && !is_cap) words.push_back(i);
  }
  return words;
}

std::vector<Line> OrderedLines(const PdfPage& page, const std::vector<std::uint32_t>& words) {
  std::vector<Rect> boxes;
  boxes.reserve(words.size());
  for (const std::uint32_t word : words) boxes.push_back(page.boxes[word]);
  std::vector<Line> lines = ReadingOrder(boxes);
  for (Line& line : lines) {
    for (std::uint32_t& word : line.words) word = words[word];
  }
  return lines;
}

// Each drop cap becomes a line before the one that its word stands in.
void InsertDropCaps(const PdfPage& page, const std::vector<DropCap>& caps,
                    std::vector<Line>& lines) {
  for (const DropCap& cap : caps) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& candidate) {
      return std::find(candidate.words.begin(), candidate.words.end(), cap.word) !=
             candidate.words.end();
    });
    if (line == lines.end()) continue;
    Line letter;
    letter.words = {cap.letter};
    letter.box = page.boxes[cap.letter];
    letter.place = line->place;
    letter.white_before = std::exchange(line->white_before, false);
    lines.insert(line, std::move(letter));
  }
}

}  // namespace

PageText AppendPage(const PdfPage& page, std::string& text) {
  PageText result;
  result.span.begin = static_cast<std::uint32_t>(text.size());
  const std::vector<DropCap> caps = FindDropCaps(page);
  std::vector<Line> lines = OrderedLines(page, WordsOfLines(page, caps));
  InsertDropCaps(page, caps, lines);
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
