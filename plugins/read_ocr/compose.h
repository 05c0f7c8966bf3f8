// From what was recognised to a document: text, layers, and what the file itself knows of hyphens
// and of page furniture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/span.h"
#include "scan.h"

namespace koppel::read_ocr {

// Words of one line, by position in Composed::words, and the line with its newline.
struct PlacedLine {
  std::uint32_t first = 0, end = 0;
  Span span;
  bool furniture = false;
};

struct PlacedWord {
  const ScanWord* word = nullptr;
  Span span;
  std::uint32_t page = 0;
};

struct PlacedRegion {
  const ScanRegion* region = nullptr;
  Span span;   // its lines, without the last newline
  Span block;  // with the newline and the blank line that come with it
};

// Views into the scan, which must stay.
struct Composed {
  std::string text;
  std::vector<PlacedWord> words;
  std::vector<PlacedLine> lines;
  std::vector<PlacedRegion> regions;
  std::vector<Span> pages;  // without their form feeds
};

// A recognised line is a line, a form feed stands between pages, and a blank line between regions
// unless a sentence or word runs on across them; furniture is no obstacle to that if `set_apart`,
// as it is about to be taken out. Empty regions leave nothing.
Result<Composed> Compose(const Scan& scan, bool set_apart);

}  // namespace koppel::read_ocr
