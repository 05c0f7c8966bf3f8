// read.alto, read.page and read.hocr: what recognition made of a scan is one document.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "common/charset.h"
#include "common/text_file.h"
#include "koppel/component.h"
#include "scan.h"

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

// What a format differs in: `Files` are its parameters apart from OcrParams, `Read` takes a file's
// bytes as stored, without compression.
struct AltoFormat {
  static constexpr std::string_view kHelp =
      "Reads recognised pages from ALTO XML, with word boxes and words known whole.";
  static constexpr std::string_view kMediaType = "application/alto+xml";
  static constexpr std::string_view kExtensions[] = {".alto", ".alto.xml", ".alto.xml.gz",
                                                     ".xml",  ".xml.gz",   ".xml.zst"};
  static constexpr MetadataKey kMetadata[] = {{"language"}, {"pages"}};
  using Files = FileParams;
  static Result<Scan> Read(std::string bytes, const Files& files, double dpi, Document& document);
};

struct PageFormat {
  static constexpr std::string_view kHelp =
      "Reads recognised or transcribed pages from PAGE XML, with regions and word boxes.";
  static constexpr std::string_view kMediaType = "application/vnd.prima.page+xml";
  static constexpr std::string_view kExtensions[] = {".page", ".page.xml", ".page.xml.gz",
                                                     ".xml",  ".xml.gz",   ".xml.zst"};
  static constexpr MetadataKey kMetadata[] = {{"language"}, {"pages"}};
  using Files = FileParams;
  static Result<Scan> Read(std::string bytes, const Files& files, double dpi, Document& document);
};

struct HocrFormat {
  static constexpr std::string_view kHelp =
      "Reads recognised pages from hOCR, with word boxes and confidences.";
  static constexpr std::string_view kMediaType = "text/vnd.hocr+html";
  static constexpr std::string_view kExtensions[] = {
      ".hocr", ".hocr.html", ".hocr.htm", ".hocr.gz", ".hocr.xhtml", ".hocr.zst", ".hocr.html.gz"};
  static constexpr MetadataKey kMetadata[] = {
      {"encoding", common::kEncodings}, {"language"}, {"pages"}, {"title"}};
  using Files = common::TextParams;
  static Result<Scan> Read(std::string bytes, const Files& files, double dpi, Document& document);
};

template <class Format>
class ScanReader : public Reader {
 public:
  static constexpr Traits kTraits{.help = Format::kHelp,
                                  .provides_layers = kOcrProvides,
                                  .edits_text = true,
                                  .concurrency = Concurrency::kParallel,
                                  .extensions = Format::kExtensions,
                                  .metadata = Format::kMetadata};

  struct Params : Format::Files, OcrParams {};
  static void Declare(ParamSpec<Params>& spec);

  explicit ScanReader(Params params) : params_(std::move(params)) {}
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

using ReadAlto = ScanReader<AltoFormat>;
using ReadPage = ScanReader<PageFormat>;
using ReadHocr = ScanReader<HocrFormat>;

}  // namespace koppel::read_ocr
