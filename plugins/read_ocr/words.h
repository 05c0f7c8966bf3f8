// Putting recognised words into a scan.
#pragma once

#include <string>
#include <string_view>

#include "scan.h"

namespace koppel::read_ocr {

// Runs of white space, and controls, become one space; none at the ends.
std::string Clean(std::string_view text);

// Bytes of the hyphen (`-`, U+2010, U+00AD, `¬`, `⸗`) that a text ends in; 0 if it ends in none.
std::size_t HyphenAtEnd(std::string_view text);

// The region that is being filled, made if there is none; its last line likewise.
ScanRegion& OpenRegion(ScanPage& page);
ScanLine& OpenLine(ScanRegion& region);

// Where a file never says where spaces stand, all words of the line are apart.
void SpaceOut(ScanLine& line);

// "nl" for "nl", "nld", "dut" and "Dutch"; the text itself, in lower case before a hyphen, if it
// looks like a BCP 47 code; else empty.
std::string LanguageCode(std::string_view name);

// Sets metadata "language" to that of most words, if the file says so of more than half of them.
void SetLanguage(Scan& scan);

}  // namespace koppel::read_ocr
