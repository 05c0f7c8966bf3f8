// The two ways of writing a table as text.
#pragma once

#include <string>
#include <string_view>

namespace koppel::write {

// Both replace control characters that readers of such files choke on (all below U+0020 but tab,
// line feed and carriage return, and U+007F) and bytes that are not UTF-8 with U+FFFD.

// RFC 4180: quoted where it holds a comma, a quote or a line break, which are kept. With `guard`,
// an apostrophe goes before what a spreadsheet would take for a formula.
void AppendCsvField(std::string_view field, bool guard, std::string& out);
inline constexpr std::string_view kCsvLineEnd = "\r\n";

// IANA text/tab-separated-values has no quotes: tab, line feed, carriage return and backslash
// become \t \n \r \\.
void AppendTsvField(std::string_view field, std::string& out);
inline constexpr std::string_view kTsvLineEnd = "\n";

}  // namespace koppel::write
