// Page furniture where form feeds tell the pages. See furniture.h.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

// Indexes of the lines of one page.
struct PageRange {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};

std::vector<PageRange> PagesOf(const std::vector<TextLine>& lines);

void MarkFurnitureOfPages(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
