#include "layout/moved_rows.h"

#include <algorithm>
#include <cmath>

namespace koppel::text {
namespace {

// The line, of those in the order of their old places, that a span of the old text is part of.
const MovedLine* LineOf(const std::vector<MovedLine>& lines, Span span) {
  const auto behind = std::upper_bound(
      lines.begin(), lines.end(), span.begin,
      [](std::uint32_t at, const MovedLine& line) { return at < line.from.begin; });
  if (behind == lines.begin()) return nullptr;
  const MovedLine& line = *std::prev(behind);
  return line.from.Contains(span) && !span.empty() ? &line : nullptr;
}

// Whether the whole region is moved: it begins where a moved line does.
bool IsMoved(const std::vector<MovedLine>& lines, Row<Region> region) {
  const MovedLine* line = LineOf(lines, {region.span().begin, region.span().begin + 1});
  return line != nullptr && !region.span().empty() && line->from.begin == region.span().begin &&
         !region.Has(Region::removed_text);
}

}  // namespace

MovedRows::MovedRows(std::vector<MovedLine> moved, Document& document) {
  if (moved.empty()) return;
  std::sort(moved.begin(), moved.end(),
            [](const MovedLine& a, const MovedLine& b) { return a.from.begin < b.from.begin; });
  document.layer<Region>().RemoveIf([&](Row<Region> row) { return IsMoved(moved, row); });
  auto boxes = document.layer<Box>();
  for (const auto box : boxes) {
    const MovedLine* line = LineOf(moved, box.span());
    if (line == nullptr) continue;
    const std::uint32_t begin = line->to.begin + (box.span().begin - line->from.begin);
    boxes_.push_back({{begin, begin + box.span().size()},
                      box[Box::page],
                      box[Box::left],
                      box[Box::top],
                      box[Box::right],
                      box[Box::bottom],
                      box[Box::font_size],
                      box[Box::confidence],
                      std::string(box[Box::font])});
  }
  boxes.RemoveIf([&](Row<Box> row) { return LineOf(moved, row.span()) != nullptr; });
}

void MovedRows::AddTo(Document& document) const {
  for (const Copy& copy : boxes_) {
    auto row = document.layer<Box>().Add(copy.span);
    row.Set(Box::page, copy.page)
        .Set(Box::left, copy.left)
        .Set(Box::top, copy.top)
        .Set(Box::right, copy.right)
        .Set(Box::bottom, copy.bottom);
    if (!std::isnan(copy.font_size)) row.Set(Box::font_size, copy.font_size);
    if (!std::isnan(copy.confidence)) row.Set(Box::confidence, copy.confidence);
    if (!copy.font.empty()) row.Set(Box::font, copy.font);
  }
}

}  // namespace koppel::text
