// read.alto, read.page and read.hocr: what recognition made of a scan is one document.
#pragma once

#include "common/text_file.h"
#include "koppel/component.h"

namespace koppel::read_ocr {

// A recognised line is a line, regions are apart by a blank line and pages by a form feed. What the
// file knows of broken words and of page furniture is applied as edits of this text. Sets metadata
// pages and, where the file has them, title and language.
enum class Furniture { kRemove, kKeep };

struct OcrParams {
  Furniture furniture = Furniture::kRemove;
  double dpi = 300;

  template <class P>
  static void DeclareOcr(ParamSpec<P>& spec) {
    spec.Choice("furniture", &P::furniture,
                {{"remove", Furniture::kRemove}, {"keep", Furniture::kKeep}},
                "Running heads, feet and page numbers that the file marks as such: take them out "
                "of the text, or keep them in it; regions tell either way.");
    spec.Field("dpi", &P::dpi,
               "Resolution of the scan in dots per inch, where boxes are in pixels and the file "
               "does not say.")
        .AtLeast(1)
        .AtMost(10000);
  }
};

inline constexpr LayerUse kOcrProvides[] = {
    {"page", "number,width,height,label"},
    {"box", "page,left,top,right,bottom,font_size,font,confidence"},
    {"region", "kind,rule,confidence,text"},
    {"artefact", "kind,left,right,decision,rule,confidence,resolved"}};

class ReadAlto : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".alto", ".alto.xml", ".alto.xml.gz",
                                                     ".xml",  ".xml.gz",   ".xml.zst"};
  static constexpr Traits kTraits{
      .help = "Reads recognised pages from ALTO XML, with word boxes and words known whole.",
      .provides_layers = kOcrProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions};

  struct Params : FileParams, OcrParams {};
  static void Declare(ParamSpec<Params>& spec);

  explicit ReadAlto(Params params) : params_(std::move(params)) {}
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

class ReadPage : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".page", ".page.xml", ".page.xml.gz",
                                                     ".xml",  ".xml.gz",   ".xml.zst"};
  static constexpr Traits kTraits{
      .help = "Reads recognised or transcribed pages from PAGE XML, with regions and word boxes.",
      .provides_layers = kOcrProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions};

  struct Params : FileParams, OcrParams {};
  static void Declare(ParamSpec<Params>& spec);

  explicit ReadPage(Params params) : params_(std::move(params)) {}
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

class ReadHocr : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {
      ".hocr", ".hocr.html", ".hocr.htm", ".hocr.gz", ".hocr.xhtml", ".hocr.zst", ".hocr.html.gz"};
  static constexpr Traits kTraits{
      .help = "Reads recognised pages from hOCR, with word boxes and confidences.",
      .provides_layers = kOcrProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions};

  struct Params : common::TextParams, OcrParams {};
  static void Declare(ParamSpec<Params>& spec);

  explicit ReadHocr(Params params) : params_(std::move(params)) {}
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

}  // namespace koppel::read_ocr
