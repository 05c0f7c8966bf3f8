// PAGE XML, 2010 to 2019.
#pragma once

#include <string_view>

#include "koppel/status.h"
#include "scan.h"

namespace koppel::read_ocr {

// `dpi`: of files that don't say at which resolution they were scanned. bad_input for what is
// malformed or not PAGE.
Result<Scan> ReadPageXml(std::string_view bytes, double dpi);

}  // namespace koppel::read_ocr
