// ALTO XML, versions 1 to 4.
#pragma once

#include <string_view>

#include "koppel/status.h"
#include "scan.h"

namespace koppel::read_ocr {

// `dpi`: of files that measure in pixels. bad_input for what is malformed or not ALTO.
Result<Scan> ReadAltoXml(std::string_view bytes, double dpi);

}  // namespace koppel::read_ocr
