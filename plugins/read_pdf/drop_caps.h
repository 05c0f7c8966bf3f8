// Large first letters that stand beside the first lines of their paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "pdf_file.h"

namespace koppel::read_pdf {

// `letter` belongs before `word`; both are positions in the page's words.
struct DropCap {
  std::uint32_t letter = 0;
  std::uint32_t word = 0;
};

// A drop cap is one letter, with or without a quotation mark before it, much larger than the text,
// with at least two lines of text close beside it. At most a few on a page: a page of large letters
// is something else. Linear in the number of words.
std::vector<DropCap> FindDropCaps(const PdfPage& page);

}  // namespace koppel::read_pdf
