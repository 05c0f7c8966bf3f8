#include "paragraphs/kind.h"

#include <algorithm>
#include <iterator>

#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kLongestHeading = 120;  // bytes

bool HasSentenceEndInside(std::string_view paragraph) {
  for (std::size_t at = paragraph.find(". "); at != std::string_view::npos;
       at = paragraph.find(". ", at + 1)) {
    // One letter or digit before the stop: an initial or a number ("2. Aims", "J. Smit").
    constexpr std::size_t kAbbreviation = 3;
    const std::size_t word = paragraph.rfind(' ', at) + 1;
    if (at - word > kAbbreviation && StartsUpper(paragraph.substr(at + 2))) return true;
  }
  return false;
}

bool LooksLikeHeading(std::string_view paragraph, std::size_t lines) {
  constexpr std::size_t kMostLines = 2;
  if (lines > kMostLines || paragraph.size() > kLongestHeading || !StartsUpper(paragraph))
    return false;
  if (HasSentenceEndInside(paragraph)) return false;
  return EndOf(paragraph) == LineEnd::kOther || paragraph.ends_with('?') ||
         paragraph.ends_with("?!");
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What follows the label of a picture or table in one of the four languages; empty if there is
// none.
std::string_view BehindLabel(std::string_view paragraph) {
  constexpr std::string_view kLabels[] = {"Figuur", "Fig.",    "Figure",  "Afbeelding", "Afb.",
                                          "Tabel",  "Table",   "Tab.",    "Grafiek",    "Abbildung",
                                          "Abb.",   "Tabelle", "Tableau", "Schaubild",  "Graphique",
                                          "Foto",   "Photo",   "Bild"};
  constexpr std::size_t kLongestCaption = 400;  // bytes
  if (paragraph.size() > kLongestCaption) return {};
  const std::size_t space = paragraph.find(' ');
  if (space == std::string_view::npos || space + 1 == paragraph.size() ||
      !IsDigit(paragraph[space + 1]))
    return {};
  const std::string_view label = paragraph.substr(0, space);
  const bool known = std::find(std::begin(kLabels), std::end(kLabels), label) != std::end(kLabels);
  return known ? paragraph.substr(space + 1) : std::string_view();
}

// Length of the number that it begins with ("3", "2.1."), or 0.
std::size_t NumberSize(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  return end > 0 && text[0] != '.' ? end : 0;
}

}  // namespace

bool HasCaptionLabel(std::string_view paragraph) { return NumberSize(BehindLabel(paragraph)) > 0; }

bool IsCaption(std::string_view paragraph) {
  const std::string_view number = BehindLabel(paragraph);
  const std::size_t end = NumberSize(number);
  if (end == 0) return false;
  const std::string_view rest = number.substr(end);
  return number[end - 1] == '.' || rest.starts_with(':') || rest.starts_with(" – ") ||
         rest.starts_with(" - ");
}

ParagraphShape ShapeOf(std::string_view paragraph, std::size_t lines) {
  if (IsCaption(paragraph)) return {ParagraphKind::kCaption, paragraph.size()};
  if (ListMark(paragraph) > 0) return {ParagraphKind::kListItem, paragraph.size()};
  const bool heading = LooksLikeHeading(paragraph, lines);
  return {heading ? ParagraphKind::kHeading : ParagraphKind::kBody, paragraph.size()};
}

bool IsHeading(const ParagraphShape& paragraph, const ParagraphShape& next, bool next_is_heading) {
  if (paragraph.kind != ParagraphKind::kHeading || next.kind == ParagraphKind::kListItem)
    return false;
  // A name under a letter stands before a short line, a heading before a paragraph.
  return next_is_heading ||
         next.size > std::max<std::size_t>(kLongestHeading / 2, paragraph.size * 3 / 2);
}

}  // namespace koppel::text
