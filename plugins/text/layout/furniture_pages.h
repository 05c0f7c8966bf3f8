// Page furniture where form feeds tell the pages. See furniture.h.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace koppel::text {

void MarkFurnitureOfPages(std::string_view text, std::vector<TextLine>& lines);

}  // namespace koppel::text
