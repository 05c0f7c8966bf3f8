// Which of the three formats a file is in.
#pragma once

#include <string_view>

#include "koppel/status.h"

namespace koppel::read_ocr {

// Ok if the root element is `expected`; else bad_input that says which reader the file is for.
Status CheckRoot(std::string_view root, std::string_view expected);

}  // namespace koppel::read_ocr
