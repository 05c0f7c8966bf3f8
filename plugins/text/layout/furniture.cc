#include "layout/furniture.h"

#include "layout/furniture_flow.h"
#include "layout/furniture_pages.h"
#include "layout/page_labels.h"

namespace koppel::text {

void MarkFurniture(std::string_view text, std::vector<TextLine>& lines) {
  if (lines.empty()) return;
  if (text.find('\f') != std::string_view::npos) {
    MarkFurnitureOfPages(text, lines);
  } else {
    MarkFurnitureInFlow(text, lines);
  }
  MarkPageLabels(text, lines);
}

}  // namespace koppel::text
