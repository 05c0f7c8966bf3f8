// How the lines of a text look on paper, where a reader knows: places and type.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/span.h"
#include "lines/lines.h"

namespace koppel::text {

// A word on its page; lengths in points from the top left. Empty: an earlier step has put its
// letters elsewhere.
struct PrintedWord {
  Span span;
  std::uint32_t page = 0;
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;          // of the type; 0: not known
  std::uint32_t font = 0;  // index into Print::fonts
};

struct Font {
  bool bold = false, italic = false;
};

struct Print {
  std::vector<PrintedWord> words;  // in text order; empty where nothing is known
  std::vector<Font> fonts;         // 0: not known
};

Print PrintOf(const Document& document);

// Weight and slope, by what foundries put into names: "Times-BoldItalic", "CMBX10",
// "LMRoman10-Bold".
Font FontOfName(std::string_view name);

// A line in print: the box around its words, and the type of most of it.
struct LineOnPage {
  bool known = false;
  std::uint32_t page = 0;
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;
  std::uint32_t font = 0;
  bool uniform = false;  // nearly all of it is set in that type
  bool column_begins =
      false;  // it stands at the top of a page, of a column, or of what crosses them
};

// One for each of `lines`, which are in the order of the text.
std::vector<LineOnPage> LinesOnPage(const Print& print, const std::vector<TextLine>& lines);

// Sets `indent` by the distance from the left edge of the column, half the size of the type to a
// character.
void IndentByPlace(const std::vector<LineOnPage>& places, std::vector<TextLine>& lines);

}  // namespace koppel::text
