// hOCR: recognised text as HTML or XHTML.
#pragma once

#include <string_view>

#include "koppel/status.h"
#include "scan.h"

namespace koppel::read_ocr {

// Takes UTF-8. `dpi`: of pages that don't say at which resolution they were scanned. bad_input for
// what is cut off or not hOCR.
Result<Scan> ReadHocrText(std::string_view html, double dpi);

}  // namespace koppel::read_ocr
