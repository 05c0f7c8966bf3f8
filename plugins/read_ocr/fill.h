// Makes a document of what was recognised.
#pragma once

#include <string_view>

#include "koppel/component.h"
#include "koppel/document.h"
#include "scan.h"

namespace koppel::read_ocr {

// bad_input if there is no word. Warns of boxes that were left out.
Status Fill(const Scan& scan, bool set_apart, Document& document, Context& context);

}  // namespace koppel::read_ocr
