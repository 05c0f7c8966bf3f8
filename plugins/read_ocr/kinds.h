// What a region is, from the names that the formats and the programs behind them use.
#pragma once

#include <string_view>

#include "scan.h"

namespace koppel::read_ocr {

// "page-number", "PageNumber", "page number": all are the rule "page_number". A name that is not
// known makes a body region; an empty one changes nothing.
void SetKind(std::string_view name, ScanRegion& region);

}  // namespace koppel::read_ocr
