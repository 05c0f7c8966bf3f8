#include "drop_caps.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "koppel/utf8.h"
#include "page_edges.h"

namespace koppel::read_pdf {
namespace {

constexpr double kLarger = 1.8;    // than the type of the text
constexpr double kFarthest = 1.5;  // letter to text, as part of the height of a line
constexpr std::size_t kMostOnPage = 16;

bool IsLetterWithMark(std::string_view text) {
  std::size_t letters = 0, marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    ++(IsLetter(c.value) ? letters : marks);
    if (IsLetter(c.value) && !IsUpper(c.value)) return false;
    at += c.size;
  }
  return letters == 1 && marks <= 1;
}

// Whether the word stands directly to the right of the letter, at a height between its head and
// foot.
bool IsBeside(const Rect& letter, const Rect& word) {
  const double middle = (word.top + word.bottom) / 2;
  return middle > letter.top && middle < letter.bottom && word.left > letter.left &&
         word.left - letter.right < kFarthest * word.height() &&
         word.left > (letter.left + letter.right) / 2;
}

// The word of the topmost line beside the letter, if there are two such lines.
bool FindWord(const PdfPage& page, double text_size, DropCap& cap) {
  const Rect& letter = page.boxes[cap.letter];
  const Rect* first = nullptr;
  std::size_t lines = 0;
  double last = 0;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Rect& box = page.boxes[i];
    if (i == cap.letter || !page.words[i].placed || !IsBeside(letter, box)) continue;
    if (page.words[i].font_size > text_size * kLarger) continue;
    if (first == nullptr || box.top - last > box.height() / 2) ++lines;
    last = std::max(last, box.top);
    if (first != nullptr && first->top <= box.top) continue;
    first = &box;
    cap.word = i;
  }
  return lines >= 2;
}

}  // namespace

std::vector<DropCap> FindDropCaps(const PdfPage& page) {
  const double text_size = TextSize(page);
  std::vector<DropCap> caps;
  if (text_size <= 0) return caps;
  std::size_t large = 0;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    if (!word.placed || word.font_size < kLarger * text_size || !IsLetterWithMark(word.text))
      continue;
    if (++large > kMostOnPage) return {};
    DropCap cap{i, 0};
    if (FindWord(page, text_size, cap)) caps.push_back(cap);
  }
  return caps;
}

}  // namespace koppel::read_pdf
