// The text of a PDF, and where its words stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "koppel/span.h"
#include "pdf_file.h"

namespace koppel::read_pdf {

struct PlacedWord {
  Span span;
  std::uint32_t word = 0;  // position in the page's words
};

// A page's words as lines in reading order, appended to `text`. Words that are not `placed` come
// last, each on a line of its own. Every line ends in a newline.
std::vector<PlacedWord> AppendPage(const PdfPage& page, std::string& text);

}  // namespace koppel::read_pdf
