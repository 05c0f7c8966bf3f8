// What recognition found on the pages of a scan: the form that the three formats have in common.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "koppel/layers.h"

namespace koppel::read_ocr {

// In points from the top left of the page; finite, right >= left, bottom >= top.
struct Rect {
  double left = 0, top = 0, right = 0, bottom = 0;
};

// Which half of a word this is that the file itself says was broken at a line end.
enum class Half : std::uint8_t { kNone, kFirst, kSecond };

struct ScanWord {
  std::string text;  // not empty, white space only inside and single
  std::optional<Rect> box;
  double confidence = std::numeric_limits<double>::quiet_NaN();  // 0 to 1
  double font_size = 0;                                          // points; 0: not known
  std::string font;
  std::string whole;          // the unbroken word, where `half` is set and the file gives it
  bool space_before = false;  // of the first word of a line: false
  Half half = Half::kNone;
};

using ScanLine = std::vector<ScanWord>;  // from left to right

struct ScanRegion {
  std::string id;
  std::optional<Region::Kind> kind;  // none where the file says nothing
  std::string rule;                  // the file's own name of the kind, in snake_case
  bool drop_cap = false;             // the large first letter of the region that follows
  std::vector<ScanLine> lines;
};

struct ScanPage {
  double width = 0, height = 0;     // points; 0: not known
  std::string label;                // number printed on it
  std::vector<ScanRegion> regions;  // in reading order
};

struct Scan {
  std::vector<ScanPage> pages;
  std::map<std::string, std::string> metadata;
  std::map<std::string, std::size_t> words_in;  // by language as the file names it
  std::size_t boxes_left_out = 0;               // no rectangle, or none of the page
};

// What belongs to the page and not to the text.
inline bool IsFurniture(const ScanRegion& region) {
  return region.kind == Region::Kind::kHeader || region.kind == Region::Kind::kFooter ||
         region.kind == Region::Kind::kPageNumber;
}

}  // namespace koppel::read_ocr
