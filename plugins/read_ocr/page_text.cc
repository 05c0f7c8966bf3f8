#include "page_text.h"

#include <algorithm>

#include "words.h"

namespace koppel::read_ocr {

void Readings::Open(const Attributes& attributes) {
  open_text_.clear();
  open_index_ = ParseNumber(attributes["index"]).value_or(0);
  open_confidence_ = Confidence(attributes["conf"], 1);
}

void Readings::Close() {
  if (index_ && *index_ <= open_index_) return;
  index_ = open_index_;
  text_ = std::move(open_text_);
  confidence_ = open_confidence_;
  open_text_.clear();
}

void Outline::AddPoints(std::string_view points) {
  for (std::string_view point = NextWord(points); !point.empty(); point = NextWord(points)) {
    const std::size_t comma = std::min(point.find(','), point.size());
    AddPoint(point.substr(0, comma), point.substr(std::min(comma + 1, point.size())));
  }
}

void Outline::AddPoint(std::string_view x, std::string_view y) {
  const auto left = ParseNumber(x), top = ParseNumber(y);
  if (left && top) {
    Extend(box_, Rect{*left, *top, *left, *top});
  } else {
    broken_ = true;
  }
}

std::optional<Rect> Outline::Place(const Ruler& ruler, const ScanPage& page, Scan& scan) const {
  if (broken_) ++scan.boxes_left_out;
  if (broken_ || !box_) return std::nullopt;
  return ruler.Place(*box_, page, scan);
}

void SpaceLike(std::string_view text, ScanLine& line) {
  std::size_t at = 0;
  for (ScanWord& word : line) {
    word.space_before = text.substr(at).starts_with(' ');
    if (word.space_before) ++at;
    if (!text.substr(at).starts_with(word.text)) {
      SpaceOut(line);
      return;
    }
    at += word.text.size();
  }
}

std::string_view StructureType(std::string_view custom) {
  constexpr std::string_view kType = "type:";
  std::size_t at = custom.find("structure");
  if (at == custom.npos) return {};
  custom = custom.substr(at, custom.find('}', at) - at);
  at = custom.find(kType);
  if (at == custom.npos) return {};
  custom.remove_prefix(at + kType.size());
  return custom.substr(0, custom.find(';'));
}

}  // namespace koppel::read_ocr
