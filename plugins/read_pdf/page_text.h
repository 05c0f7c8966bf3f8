// The text of a PDF, and where its words stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "koppel/span.h"
#include "page_edges.h"
#include "pdf_file.h"

namespace koppel::read_pdf {

struct PlacedWord {
  Span span;
  std::uint32_t word = 0;  // position in the page's words
};

// A line that belongs to the page and not to its text.
struct EdgeLine {
  Span span;
  EdgeKind kind = EdgeKind::kNone;
};

struct PageText {
  Span span;  // without its form feed
  std::vector<PlacedWord> words;
  std::vector<EdgeLine> edges;
};

// A page's words as lines in reading order, appended to `text`. Words that are not `placed` come
// last, each on a line of its own. Every line ends in a newline.
PageText AppendPage(const PdfPage& page, std::string& text);

}  // namespace koppel::read_pdf
