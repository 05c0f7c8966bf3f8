#include "alto.h"

#include <cmath>
#include <unordered_map>
#include <utility>

#include "alto_order.h"
#include "kinds.h"
#include "measure.h"
#include "reading_order.h"
#include "scan_handler.h"
#include "words.h"

namespace koppel::read_ocr {
namespace {

constexpr double kMm10PerInch = 254;

struct Type {
  std::string family;
  double size = 0;
};

// CC: a number from 0 (sure) to 9 for each character, with or without spaces.
double ConfidenceOfCharacters(std::string_view text) {
  double sum = 0;
  std::size_t count = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    if (c < '0' || c > '9') return std::numeric_limits<double>::quiet_NaN();
    sum += c - '0';
    ++count;
  }
  return count == 0 ? std::numeric_limits<double>::quiet_NaN()
                    : 1 - sum / (9 * static_cast<double>(count));
}

class AltoHandler : public XmlScanHandler {
 public:
  explicit AltoHandler(double dpi)
      : XmlScanHandler("alto"), ruler_(kPointsPerInch / dpi, kPointsPerInch / dpi) {}

  void End(std::string_view name) override;
  void Text(std::string_view text) override {
    if (in_unit_ && unit_.size() < 16) unit_ += text.substr(0, 16);
  }

 private:
  void StartElement(std::string_view name, const Attributes& attributes) override;
  void StartPage(const Attributes& attributes);
  void StartBlock(const Attributes& attributes);
  void StartLine(const Attributes& attributes);
  void StartWord(const Attributes& attributes);
  void AddHyphen(const Attributes& attributes);
  void EndPage();
  void SetUnit();
  void SetRunningKind(const Attributes& attributes, ScanRegion& region) const;
  void StartInside(std::string_view name, const Attributes& attributes);
  std::optional<Rect> BoxOf(const Attributes& attributes);
  const Type* TypeOf(std::string_view references) const;
  bool StartGroup(std::string_view name, const Attributes& attributes);

  Ruler ruler_;
  bool in_unit_ = false;
  std::string unit_;
  std::unordered_map<std::string, Type> types_;
  std::unordered_map<std::string, std::string> tags_;
  ReadingOrder order_;
  bool in_order_ = false;
  Slot slot_ = Slot::kPrintSpace;
  std::vector<Block> blocks_;  // of the page
  std::string page_language_, language_;
  const Type* block_type_ = nullptr;
  const Type* line_type_ = nullptr;
  bool space_ = false;        // an SP since the last word
  bool line_spaced_ = false;  // the line has an SP
};

void AltoHandler::StartElement(std::string_view name, const Attributes& attributes) {
  if (name == "MeasurementUnit") {
    in_unit_ = true;
  } else if (name == "TextStyle") {
    types_.emplace(attributes["ID"], Type{std::string(attributes["FONTFAMILY"]),
                                          Ruler::Length(ParseNumber(attributes["FONTSIZE"]), 1)});
  } else if (name.ends_with("Tag")) {
    const std::string_view label = attributes["LABEL"];
    tags_.emplace(attributes["ID"], label.empty() ? attributes["TYPE"] : label);
  } else if (!StartGroup(name, attributes)) {
    StartInside(name, attributes);
  }
}

bool AltoHandler::StartGroup(std::string_view name, const Attributes& attributes) {
  if (name == "ReadingOrder") {
    in_order_ = true;
  } else if (!in_order_) {
    return false;
  } else if (name == "OrderedGroup" || name == "UnorderedGroup") {
    // The order is that of the elements in both.
    order_.OpenGroup(false, {});
  } else if (name == "ElementRef") {
    order_.Refer(attributes["REF"], {});
  }
  return true;
}

void AltoHandler::StartInside(std::string_view name, const Attributes& attributes) {
  if (name == "Page") {
    StartPage(attributes);
  } else if (name == "TopMargin") {
    slot_ = Slot::kTop;
  } else if (name == "LeftMargin" || name == "RightMargin") {
    slot_ = Slot::kSide;
  } else if (name == "BottomMargin") {
    slot_ = Slot::kBottom;
  } else if (name == "PrintSpace") {
    slot_ = Slot::kPrintSpace;
  } else if (name == "TextBlock") {
    StartBlock(attributes);
  } else if (name == "TextLine") {
    StartLine(attributes);
  } else if (name == "String") {
    StartWord(attributes);
  } else if (name == "SP") {
    space_ = line_spaced_ = true;
  } else if (name == "HYP") {
    AddHyphen(attributes);
  }
}

void AltoHandler::End(std::string_view name) {
  if (name == "MeasurementUnit") {
    in_unit_ = false;
    SetUnit();
  } else if (name == "ReadingOrder") {
    in_order_ = false;
  } else if (in_order_ && name.ends_with("Group")) {
    order_.CloseGroup();
  } else if (name == "TextLine") {
    ScanRegion& region = OpenRegion(Page());
    if (!line_spaced_ && !region.lines.empty()) SpaceOut(region.lines.back());
  } else if (name.ends_with("Margin")) {
    slot_ = Slot::kPrintSpace;
  } else if (name == "Page") {
    EndPage();
  }
}

void AltoHandler::SetUnit() {
  const std::string unit = Clean(unit_);
  if (unit == "mm10") {
    ruler_ = Ruler(kPointsPerInch / kMm10PerInch, kPointsPerInch / kMm10PerInch);
  } else if (unit == "inch1200") {
    ruler_ = Ruler(kPointsPerInch / 1200, kPointsPerInch / 1200);
  }
}

void AltoHandler::StartPage(const Attributes& attributes) {
  ScanPage& page = scan_.pages.emplace_back();
  page.width = ruler_.Width(attributes["WIDTH"]);
  page.height = ruler_.Height(attributes["HEIGHT"]);
  page.label = Clean(attributes["PRINTED_IMG_NR"]);
  page_language_ = language_ = LanguageCode(attributes["LANG"]);
  blocks_.clear();
  slot_ = Slot::kPrintSpace;
}

void AltoHandler::StartBlock(const Attributes& attributes) {
  ScanPage& page = Page();
  ScanRegion& region = page.regions.emplace_back();
  region.id = attributes["ID"];
  SetRunningKind(attributes, region);
  blocks_.resize(page.regions.size());
  blocks_.back() = {slot_, std::string(attributes["IDNEXT"])};
  language_ = LanguageCode(attributes.Has("LANG") ? attributes["LANG"] : attributes["language"]);
  if (language_.empty()) language_ = page_language_;
  block_type_ = TypeOf(attributes["STYLEREFS"]);
  line_type_ = block_type_;
}

// A tag that says what the block is; else the margin that it stands in.
void AltoHandler::SetRunningKind(const Attributes& attributes, ScanRegion& region) const {
  if (slot_ == Slot::kTop) SetKind("header", region);
  if (slot_ == Slot::kSide) SetKind("marginalia", region);
  if (slot_ == Slot::kBottom) SetKind("footer", region);
  SetKind(attributes["TYPE"], region);
  std::string_view references = attributes["TAGREFS"];
  for (std::string_view id = NextWord(references); !id.empty(); id = NextWord(references)) {
    if (const auto tag = tags_.find(std::string(id)); tag != tags_.end())
      SetKind(tag->second, region);
  }
}

void AltoHandler::StartLine(const Attributes& attributes) {
  OpenRegion(Page()).lines.emplace_back();
  const Type* type = TypeOf(attributes["STYLEREFS"]);
  line_type_ = type ? type : block_type_;
  space_ = line_spaced_ = false;
}

void AltoHandler::StartWord(const Attributes& attributes) {
  const std::string text = Clean(attributes["CONTENT"]);
  if (text.empty()) return;
  ScanLine& line = OpenLine(OpenRegion(Page()));
  ScanWord word;
  word.text = text;
  word.box = BoxOf(attributes);
  word.confidence = Confidence(attributes["WC"], 1);
  if (std::isnan(word.confidence)) word.confidence = ConfidenceOfCharacters(attributes["CC"]);
  const Type* type = TypeOf(attributes["STYLEREFS"]);
  if (!type) type = line_type_;
  if (type) word.font = type->family;
  if (type) word.font_size = type->size;
  word.space_before = space_ && !line.empty();
  if (attributes["SUBS_TYPE"] == "HypPart1") word.half = Half::kFirst;
  if (attributes["SUBS_TYPE"] == "HypPart2") word.half = Half::kSecond;
  if (word.half != Half::kNone) word.whole = Clean(attributes["SUBS_CONTENT"]);
  line.push_back(std::move(word));
  CountWord(language_);
  space_ = false;
}

void AltoHandler::AddHyphen(const Attributes& attributes) {
  ScanLine& line = OpenLine(OpenRegion(Page()));
  if (line.empty()) return;
  ScanWord& word = line.back();
  Extend(word.box, BoxOf(attributes));
  if (HyphenAtEnd(word.text) > 0) return;  // it stands in the word, too
  const std::string hyphen = Clean(attributes["CONTENT"]);
  word.text += hyphen.empty() ? "-" : hyphen;
}

std::optional<Rect> AltoHandler::BoxOf(const Attributes& attributes) {
  const auto left = ParseNumber(attributes["HPOS"]), top = ParseNumber(attributes["VPOS"]);
  const auto width = ParseNumber(attributes["WIDTH"]), height = ParseNumber(attributes["HEIGHT"]);
  if (!left || !top || !width || !height) {
    if (attributes.Has("HPOS") && attributes.Has("WIDTH")) ++scan_.boxes_left_out;
    return std::nullopt;
  }
  return ruler_.Place({*left, *top, *left + *width, *top + *height}, Page(), scan_);
}

// Of the first style that is one of type.
const Type* AltoHandler::TypeOf(std::string_view references) const {
  for (std::string_view id = NextWord(references); !id.empty(); id = NextWord(references)) {
    if (const auto type = types_.find(std::string(id)); type != types_.end()) return &type->second;
  }
  return nullptr;
}

void AltoHandler::EndPage() {
  blocks_.resize(Page().regions.size());
  OrderBlocks(std::move(blocks_), order_, Page().regions);
  blocks_.clear();
}

}  // namespace

Result<Scan> ReadAltoXml(std::string_view bytes, double dpi) {
  AltoHandler handler(dpi);
  KOPPEL_RETURN_IF_ERROR(ParseXml(bytes, handler));
  return handler.TakeScan();
}

}  // namespace koppel::read_ocr
