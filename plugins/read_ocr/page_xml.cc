#include "page_xml.h"

#include <utility>
#include <vector>

#include "kinds.h"
#include "measure.h"
#include "page_text.h"
#include "reading_order.h"
#include "scan_handler.h"
#include "words.h"

namespace koppel::read_ocr {
namespace {

constexpr double kCentimetresPerInch = 2.54;

// Regions stand inside regions; a region has lines, a line words, a word glyphs.
enum class Level : std::uint8_t { kNone, kRegion, kLine, kWord, kGlyph };

struct OpenRegionState {
  std::size_t index = 0;  // in the page's regions
  std::string language;
  Holder holder;
};

class PageHandler : public XmlScanHandler {
 public:
  explicit PageHandler(double dpi) : XmlScanHandler("PcGts"), dpi_(dpi) {}

  void End(std::string_view name) override;
  void Text(std::string_view text) override;

 private:
  void StartElement(std::string_view name, const Attributes& attributes) override;
  ScanRegion& OpenedRegion() { return Page().regions[open_.back().index]; }
  // Whose readings and outline come now; null where they are no use.
  Holder* Current();
  void StartPage(const Attributes& attributes);
  void StartRegion(const Attributes& attributes);
  bool StartOrder(std::string_view name, const Attributes& attributes);
  void StartInRegion(std::string_view name, const Attributes& attributes);
  bool EndOrder(std::string_view name);
  void EndPage();
  void EndRegion();
  void EndLine();
  void EndWord();
  void SetType(const Attributes& attributes);
  ScanWord Make(const Holder& holder, std::string text);
  void AddLine(ScanLine line);

  double dpi_;
  Ruler ruler_;
  bool in_order_ = false;
  bool in_text_ = false;  // inside Unicode
  ReadingOrder order_;
  std::vector<std::size_t> subtree_;  // regions inside each region
  std::vector<OpenRegionState> open_;
  std::string language_;  // of the page
  Level level_ = Level::kNone;
  Holder line_holder_, word_holder_;
  ScanLine line_;
};

void PageHandler::StartElement(std::string_view name, const Attributes& attributes) {
  if (name == "Page") {
    StartPage(attributes);
  } else if (!StartOrder(name, attributes)) {
    if (name.ends_with("Region")) {
      StartRegion(attributes);
    } else if (!open_.empty()) {
      StartInRegion(name, attributes);
    }
  }
}

void PageHandler::StartPage(const Attributes& attributes) {
  double per_inch_x = ParseNumber(attributes["imageXResolution"]).value_or(0);
  double per_inch_y = ParseNumber(attributes["imageYResolution"]).value_or(0);
  if (attributes["imageResolutionUnit"] == "PPCM") {
    per_inch_x *= kCentimetresPerInch;
    per_inch_y *= kCentimetresPerInch;
  }
  if (!(per_inch_x >= 1 && per_inch_y >= 1)) per_inch_x = per_inch_y = dpi_;
  ruler_ = Ruler(kPointsPerInch / per_inch_x, kPointsPerInch / per_inch_y);
  ScanPage& page = scan_.pages.emplace_back();
  page.width = ruler_.Width(attributes["imageWidth"]);
  page.height = ruler_.Height(attributes["imageHeight"]);
  language_ = LanguageCode(attributes["primaryLanguage"]);
  open_.clear();
  subtree_.clear();
  order_ = {};
}

bool PageHandler::StartOrder(std::string_view name, const Attributes& attributes) {
  if (name == "ReadingOrder") in_order_ = true;
  if (!in_order_) return false;
  const auto index = ParseNumber(attributes["index"]);
  if (name.starts_with("OrderedGroup") || name.starts_with("UnorderedGroup")) {
    order_.OpenGroup(name.starts_with('O'), index);
    // A group may stand for a region, which then leads its members.
    if (attributes.Has("regionRef")) order_.Refer(attributes["regionRef"], -1);
  } else if (name.starts_with("RegionRef")) {
    order_.Refer(attributes["regionRef"], index);
  }
  return true;
}

bool PageHandler::EndOrder(std::string_view name) {
  if (!in_order_) return false;
  if (name == "ReadingOrder") in_order_ = false;
  if (name.starts_with("OrderedGroup") || name.starts_with("UnorderedGroup")) order_.CloseGroup();
  return true;
}

void PageHandler::StartRegion(const Attributes& attributes) {
  ScanPage& page = Page();
  OpenRegionState& state = open_.emplace_back();
  state.index = page.regions.size();
  state.language = LanguageCode(attributes["primaryLanguage"]);
  if (state.language.empty())
    state.language = open_.size() > 1 ? open_[open_.size() - 2].language : language_;
  page.regions.emplace_back().id = attributes["id"];
  subtree_.resize(page.regions.size());
  level_ = Level::kRegion;
  SetType(attributes);
}

void PageHandler::SetType(const Attributes& attributes) {
  SetKind(StructureType(attributes["custom"]), OpenedRegion());
  SetKind(attributes["type"], OpenedRegion());
}

Holder* PageHandler::Current() {
  if (open_.empty() || level_ == Level::kGlyph || level_ == Level::kNone) return nullptr;
  if (level_ == Level::kWord) return &word_holder_;
  return level_ == Level::kLine ? &line_holder_ : &open_.back().holder;
}

void PageHandler::StartInRegion(std::string_view name, const Attributes& attributes) {
  if (name == "TextLine") {
    level_ = Level::kLine;
    line_holder_ = {};
    line_.clear();
  } else if (name == "Word") {
    level_ = Level::kWord;
    word_holder_ = {};
  } else if (name == "Glyph") {
    level_ = Level::kGlyph;
  }
  Holder* holder = Current();
  if (!holder) return;
  if (name == "TextEquiv") {
    holder->readings.Open(attributes);
  } else if (name == "Unicode") {
    in_text_ = true;
  } else if (name == "Coords" && attributes.Has("points")) {
    holder->outline.AddPoints(attributes["points"]);
  } else if (name == "Point") {
    holder->outline.AddPoint(attributes["x"], attributes["y"]);
  } else if (name == "TextStyle") {
    holder->font = Clean(attributes["fontFamily"]);
    holder->font_size = Ruler::Length(ParseNumber(attributes["fontSize"]), 1);
  }
}

void PageHandler::Text(std::string_view text) {
  Holder* holder = in_text_ ? Current() : nullptr;
  if (holder) holder->readings.Add(text);
}

void PageHandler::End(std::string_view name) {
  if (EndOrder(name)) return;
  if (name == "Page") {
    EndPage();
  } else if (open_.empty()) {
    return;
  } else if (name == "Unicode") {
    in_text_ = false;
  } else if (name == "TextEquiv") {
    if (Holder* holder = Current()) holder->readings.Close();
  } else if (name == "Glyph") {
    level_ = Level::kWord;
  } else if (name == "Word") {
    EndWord();
  } else if (name == "TextLine") {
    EndLine();
  } else if (name.ends_with("Region")) {
    EndRegion();
  }
}

ScanWord PageHandler::Make(const Holder& holder, std::string text) {
  ScanWord word;
  word.text = std::move(text);
  word.box = holder.outline.Place(ruler_, Page(), scan_);
  word.confidence = holder.readings.confidence();
  word.font = holder.font;
  word.font_size = holder.font_size;
  CountWord(open_.back().language);
  return word;
}

void PageHandler::EndWord() {
  level_ = Level::kLine;
  std::string text = Clean(word_holder_.readings.text());
  if (!text.empty()) line_.push_back(Make(word_holder_, std::move(text)));
}

void PageHandler::EndLine() {
  level_ = Level::kRegion;
  const std::string text = Clean(line_holder_.readings.text());
  if (!line_.empty()) {
    SpaceLike(text, line_);
  } else if (!text.empty()) {
    line_.push_back(Make(line_holder_, text));
  }
  for (ScanWord& word : line_) {
    if (word.font.empty()) word.font = line_holder_.font;
    if (word.font_size <= 0) word.font_size = line_holder_.font_size;
  }
  AddLine(std::move(line_));
  line_ = {};
}

void PageHandler::AddLine(ScanLine line) {
  if (!line.empty()) OpenedRegion().lines.push_back(std::move(line));
}

// The text of a region is that of its lines; only where those have none does its own count.
void PageHandler::EndRegion() {
  const OpenRegionState& state = open_.back();
  ScanRegion& region = OpenedRegion();
  if (region.lines.empty()) {
    std::string_view rest = state.holder.readings.text();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string text = Clean(rest.substr(0, end));
      if (!text.empty()) {
        ScanWord line;
        line.text = std::move(text);
        AddLine({std::move(line)});
        CountWord(state.language);
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  subtree_[state.index] = Page().regions.size() - 1 - state.index;
  open_.pop_back();
  level_ = open_.empty() ? Level::kNone : Level::kRegion;
}

void PageHandler::EndPage() {
  ScanPage& page = Page();
  subtree_.resize(page.regions.size());
  order_.Apply(page.regions, subtree_);
}

}  // namespace

Result<Scan> ReadPageXml(std::string_view bytes, double dpi) {
  PageHandler handler(dpi);
  KOPPEL_RETURN_IF_ERROR(ParseXml(bytes, handler));
  return handler.TakeScan();
}

}  // namespace koppel::read_ocr
