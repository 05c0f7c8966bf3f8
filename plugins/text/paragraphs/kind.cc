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

// "Figuur 3.", "Tabel 2.1:", "Abb. 4 –": what labels pictures and tables in the four languages. A
// sentence about the picture ("Figuur 3 laat zien") has no stop behind the number.
bool IsCaption(std::string_view paragraph) {
  constexpr std::size_t kLongestCaption = 400;  // bytes
  constexpr std::string_view kLabels[] = {"Figuur", "Fig.",    "Figure",  "Afbeelding", "Afb.",
                                          "Tabel",  "Table",   "Tab.",    "Grafiek",    "Abbildung",
                                          "Abb.",   "Tabelle", "Tableau", "Schaubild",  "Graphique",
                                          "Foto",   "Photo",   "Bild"};
  if (paragraph.size() > kLongestCaption) return false;
  const std::size_t space = paragraph.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view label = paragraph.substr(0, space);
  if (std::find(std::begin(kLabels), std::end(kLabels), label) == std::end(kLabels)) return false;
  const std::string_view number = paragraph.substr(space + 1);
  const std::size_t end = std::min(number.find_first_not_of("0123456789."), number.size());
  if (end == 0 || number[0] == '.') return false;
  const std::string_view rest = number.substr(end);
  return number[end - 1] == '.' || rest.starts_with(':') || rest.starts_with(" – ") ||
         rest.starts_with(" - ");
}

}  // namespace

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
