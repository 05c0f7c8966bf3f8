// What PAGE XML gives for a region, a line and a word alike: readings, an outline and type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markup.h"
#include "measure.h"
#include "scan.h"

namespace koppel::read_ocr {

// The readings (TextEquiv) of one element: that with the lowest index counts, of equals the first.
class Readings {
 public:
  void Open(const Attributes& attributes);
  void Add(std::string_view text) { open_text_ += text; }
  void Close();
  const std::string& text() const { return text_; }
  double confidence() const { return confidence_; }

 private:
  std::string open_text_, text_;
  double open_index_ = 0, open_confidence_ = 0;
  std::optional<double> index_;
  double confidence_ = std::numeric_limits<double>::quiet_NaN();
};

// The rectangle around a polygon.
class Outline {
 public:
  // "x,y x,y …", as of 2013.
  void AddPoints(std::string_view points);
  // One Point element, as of 2010.
  void AddPoint(std::string_view x, std::string_view y);
  std::optional<Rect> Place(const Ruler& ruler, const ScanPage& page, Scan& scan) const;

 private:
  std::optional<Rect> box_;
  bool broken_ = false;
};

// An element that has text of its own.
struct Holder {
  Readings readings;
  Outline outline;
  std::string font;
  double font_size = 0;
};

// Gives the words of a line the spaces that the text of the whole line has, as far as the two
// agree; else all words are apart.
void SpaceLike(std::string_view text, ScanLine& line);

// The structure type in Transkribus' `custom` attribute: "structure {type:heading;}". Empty if
// none.
std::string_view StructureType(std::string_view custom);

}  // namespace koppel::read_ocr
