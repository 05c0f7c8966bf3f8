#include "hocr.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "hocr_title.h"
#include "kinds.h"
#include "koppel/utf8.h"
#include "measure.h"
#include "roots.h"
#include "scan_handler.h"
#include "words.h"

namespace koppel::read_ocr {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool BeginsInSpace(std::string_view text) { return !text.empty() && IsBlank(text.front()); }
bool EndsInSpace(std::string_view text) { return !text.empty() && IsBlank(text.back()); }

struct Element {
  HocrRole role = HocrRole::kNone;
  std::string kind;      // of the area that it is in
  std::string language;  // here
  bool in_paragraph = false;
  bool title = false;  // the page's <title>
};

class HocrHandler : public ScanHandler {
 public:
  explicit HocrHandler(double dpi) : dpi_(dpi) {}

  Status Start(std::string_view name, const Attributes& attributes) override;
  void End(std::string_view name) override;
  void Text(std::string_view text) override;

  // Ends what is open. bad_input if there was no page.
  Status Finish();

 private:
  const Element& Top() const { return stack_.back(); }
  void StartPage(std::string_view title);
  void StartLine(std::string_view title);
  void StartWord(std::string_view title);
  void EndLine();
  void EndWord();
  // Makes a word of the text that stands in the line but in no word.
  void TakeLoose();
  void Put(ScanWord word);
  void ReadMeta(const Attributes& attributes);
  std::optional<Rect> BoxOf(std::string_view title);
  ScanRegion& CurrentRegion();

  double dpi_;
  Ruler ruler_;
  double points_per_pixel_ = 1;
  std::vector<Element> stack_;
  std::string document_language_, title_;
  bool region_open_ = false;
  bool in_line_ = false, in_word_ = false;
  ScanLine line_;
  std::optional<Rect> line_box_;
  double line_size_ = 0;
  ScanWord word_;
  std::string word_text_, loose_;
  bool space_ = false, line_spaced_ = false;
};

Status HocrHandler::Start(std::string_view name, const Attributes& attributes) {
  if (name == "alto") return CheckRoot("alto", "html");
  if (name == "PcGts" || name == "pcgts") return CheckRoot("PcGts", "html");
  if (name == "meta") ReadMeta(attributes);
  Element element;
  if (!stack_.empty()) element = Top();
  element.title = name == "title";
  const HocrClass found = ClassOf(attributes["class"], element.in_paragraph);
  element.role = found.role;
  if (!found.kind.empty()) element.kind = found.kind;
  if (attributes.Has("lang")) element.language = LanguageCode(attributes["lang"]);
  element.in_paragraph |= found.role == HocrRole::kParagraph;
  const bool other_kind = found.role == HocrRole::kLine && !found.kind.empty();
  stack_.push_back(std::move(element));
  const std::string_view title = attributes["title"];
  if (found.role == HocrRole::kArea || found.role == HocrRole::kParagraph || other_kind)
    region_open_ = false;
  if (found.role == HocrRole::kPage) StartPage(title);
  if (found.role == HocrRole::kLine) StartLine(title);
  if (found.role == HocrRole::kWord) StartWord(title);
  return Ok();
}

void HocrHandler::End(std::string_view) {
  if (stack_.empty()) return;
  const Element& element = Top();
  if (element.role == HocrRole::kWord) EndWord();
  if (element.role == HocrRole::kLine) EndLine();
  // What follows a line of another kind is no part of its region.
  const bool other_kind = element.role == HocrRole::kLine && stack_.size() > 1 &&
                          element.kind != stack_[stack_.size() - 2].kind;
  if (element.role == HocrRole::kArea || element.role == HocrRole::kParagraph || other_kind)
    region_open_ = false;
  stack_.pop_back();
}

void HocrHandler::Text(std::string_view text) {
  if (in_word_) {
    word_text_ += text;
  } else if (in_line_) {
    loose_ += text;
  } else if (!stack_.empty() && Top().title) {
    title_ += text;
  }
}

void HocrHandler::ReadMeta(const Attributes& attributes) {
  const std::string name = ToLower(attributes["name"]);
  if (name == "dc.language") document_language_ = LanguageCode(attributes["content"]);
  if (name == "dc.title") title_ = attributes["content"];
}

void HocrHandler::StartPage(std::string_view title) {
  ScanPage& page = scan_.pages.emplace_back();
  const auto resolution = Numbers<2>(Property(title, "scan_res"));
  const bool known = resolution && (*resolution)[0] >= 1 && (*resolution)[1] >= 1;
  points_per_pixel_ = kPointsPerInch / (known ? (*resolution)[1] : dpi_);
  ruler_ = Ruler(kPointsPerInch / (known ? (*resolution)[0] : dpi_), points_per_pixel_);
  if (const auto box = Numbers<4>(Property(title, "bbox"))) {
    page.width = Ruler::Length((*box)[2], ruler_.X(1));
    page.height = Ruler::Length((*box)[3], ruler_.Y(1));
  }
  page.label = Clean(Unquoted(Property(title, "lpageno")));
  region_open_ = false;
}

std::optional<Rect> HocrHandler::BoxOf(std::string_view title) {
  const std::string_view value = Property(title, "bbox");
  if (value.empty()) return std::nullopt;
  const auto box = Numbers<4>(value);
  if (!box) ++scan_.boxes_left_out;
  if (!box) return std::nullopt;
  return ruler_.Place({(*box)[0], (*box)[1], (*box)[2], (*box)[3]}, Page(), scan_);
}

void HocrHandler::StartLine(std::string_view title) {
  if (in_line_) EndLine();
  in_line_ = true;
  line_spaced_ = space_ = false;
  line_box_ = BoxOf(title);
  line_size_ = Ruler::Length(ParseNumber(Property(title, "x_size")), points_per_pixel_);
}

void HocrHandler::StartWord(std::string_view title) {
  if (in_word_) EndWord();
  TakeLoose();
  in_word_ = true;
  word_ = {};
  word_.box = BoxOf(title);
  word_.confidence = Confidence(Property(title, "x_wconf"), 100);
  word_.font = Clean(Unquoted(Property(title, "x_font")));
  word_.font_size = Ruler::Length(ParseNumber(Property(title, "x_fsize")), 1);
  if (word_.font_size <= 0) word_.font_size = line_size_;
}

void HocrHandler::EndWord() {
  if (!in_word_) return;
  in_word_ = false;
  word_.text = Clean(word_text_);
  // White space inside the element separates words as well as that outside does.
  space_ |= BeginsInSpace(word_text_);
  const bool space_after = EndsInSpace(word_text_);
  word_text_.clear();
  if (!word_.text.empty()) Put(std::move(word_));
  space_ |= space_after;
  if (!in_line_) {  // words without lines: all that one region has are one line
    ScanRegion& region = CurrentRegion();
    for (ScanWord& word : line_) {
      word.space_before = !OpenLine(region).empty();
      OpenLine(region).push_back(std::move(word));
    }
    line_.clear();
  }
}

void HocrHandler::TakeLoose() {
  ScanWord word;
  word.text = Clean(loose_);
  space_ |= BeginsInSpace(loose_);
  const bool space_after = EndsInSpace(loose_);
  loose_.clear();
  if (!word.text.empty()) {
    word.font_size = line_size_;
    Put(std::move(word));
  }
  space_ |= space_after;
}

void HocrHandler::Put(ScanWord word) {
  word.space_before = space_ && !line_.empty();
  line_spaced_ |= word.space_before;
  space_ = false;
  line_.push_back(std::move(word));
  const std::string& language = stack_.empty() ? document_language_ : Top().language;
  CountWord(language.empty() ? document_language_ : language);
}

void HocrHandler::EndLine() {
  if (!in_line_) return;
  if (in_word_) EndWord();
  TakeLoose();
  in_line_ = false;
  if (!line_spaced_) SpaceOut(line_);
  if (line_.size() == 1 && !line_[0].box) line_[0].box = line_box_;
  if (!line_.empty()) CurrentRegion().lines.push_back(std::move(line_));
  line_ = {};
}

ScanRegion& HocrHandler::CurrentRegion() {
  ScanPage& page = Page();
  if (!region_open_ || page.regions.empty()) {
    ScanRegion& region = page.regions.emplace_back();
    region_open_ = true;
    if (!stack_.empty()) SetKind(Top().kind, region);
  }
  return page.regions.back();
}

Status HocrHandler::Finish() {
  EndLine();
  if (scan_.pages.empty())
    return BadInput("no element of class ocr_page: a web page, which read.html takes?");
  if (const std::string title = Clean(title_); !title.empty()) scan_.metadata["title"] = title;
  return Ok();
}

// `tag` in lower-case letters, for tags in any case.
bool HasTag(std::string_view html, std::string_view tag) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); };
  return std::search(html.begin(), html.end(), tag.begin(), tag.end(), same) != html.end();
}

// HTML parsers close what is open at the end, so that nothing shows that some is missing.
bool IsCutOff(std::string_view html) {
  constexpr std::size_t kEdge = 4096;
  return HasTag(html.substr(0, kEdge), "<html") &&
         !HasTag(html.substr(html.size() - std::min(html.size(), kEdge)), "</html");
}

}  // namespace

Result<Scan> ReadHocrText(std::string_view html, double dpi) {
  HocrHandler handler(dpi);
  KOPPEL_RETURN_IF_ERROR(ParseHtml(html, handler));
  if (IsCutOff(html)) return BadInput("the file is cut off: no </html> at its end");
  KOPPEL_RETURN_IF_ERROR(handler.Finish());
  return handler.TakeScan();
}

}  // namespace koppel::read_ocr
