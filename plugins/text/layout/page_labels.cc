#include "layout/page_labels.h"

#include <algorithm>
#include <cstddef>

#include "layout/furniture_pages.h"
#include "lines/characters.h"
#include "lines/key.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr float kConfidence = 0.8F;

bool IsPageNumber(std::string_view part) {
  constexpr std::string_view kLabels[] = {"blz", "bladzijde", "pag", "pagina",
                                          "p",   "page",      "s",   "seite"};
  const std::size_t space = part.find(' ');
  if (space == std::string_view::npos) return false;
  std::string label = Fold(part.substr(0, space));
  if (label.ends_with('.')) label.pop_back();
  const std::string_view number = part.substr(space + 1);
  constexpr std::size_t kMostDigits = 4;
  return std::find(std::begin(kLabels), std::end(kLabels), label) != std::end(kLabels) &&
         !number.empty() && number.size() <= kMostDigits &&
         number.find_first_not_of("0123456789") == std::string_view::npos;
}

void MarkLine(std::string_view text, TextLine& line, LineRole role) {
  const std::string_view content = line.span.In(text);
  if (!IsKept(line) || content.size() > kLongestFurniture || !HasPageLabel(content)) return;
  line.role = IsPageNumber(content) ? LineRole::kPageNumber : role;
  line.confidence = kConfidence;
}

}  // namespace

bool HasPageLabel(std::string_view line) {
  constexpr std::string_view kWide = "   ";
  const std::size_t left = line.find(kWide), right = line.rfind(kWide);
  if (left == std::string_view::npos) return IsPageNumber(line);
  return IsPageNumber(line.substr(0, left)) || IsPageNumber(Trim(line.substr(right)));
}

void MarkPageLabels(std::string_view text, std::vector<TextLine>& lines) {
  constexpr std::size_t kFewestLines = 8;  // a page with fewer may be a reference
  for (const PageRange& page : PagesOf(lines)) {
    if (page.size() < kFewestLines) continue;
    MarkLine(text, lines[page.begin], LineRole::kHeader);
    MarkLine(text, lines[page.end - 1], LineRole::kFooter);
  }
}

}  // namespace koppel::text
