// Lines of quoted mail: "> ".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "paragraphs/model.h"

namespace koppel::text {

// Length of the mark that each line begins with ("> ", ">> ", "> > "), white space behind it
// included; 0 where there is none, or nothing else.
std::vector<std::uint32_t> QuoteMarks(std::string_view text, const std::vector<PrintedLine>& lines);

// Decides where paragraphs end in each stretch of lines that are quoted equally deep, as if the
// marks were not there. `marks`: of QuoteMarks.
void JoinQuotes(std::string_view text, const std::vector<PrintedLine>& lines,
                const std::vector<std::uint32_t>& marks, std::vector<Boundary>& boundaries);

}  // namespace koppel::text
