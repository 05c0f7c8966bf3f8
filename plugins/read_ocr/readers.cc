#include "readers.h"

#include "alto.h"
#include "fill.h"
#include "hocr.h"
#include "page_xml.h"

namespace koppel::read_ocr {
namespace {

Status ParseFile(const Item& item, std::string_view media_type, const OcrParams& params,
                 Result<Scan> (*read)(std::string_view, double), Document& document,
                 Context& context) {
  Result<std::string> bytes = common::LoadBytes(item, media_type, document);
  if (!bytes.ok()) return std::move(bytes).status();
  Result<Scan> scan = read(*bytes, params.dpi);
  if (!scan.ok()) return std::move(scan).status();
  return Fill(*scan, params.furniture == Furniture::kRemove, document, context);
}

}  // namespace

void ReadAlto::Declare(ParamSpec<Params>& spec) {
  Params::DeclarePaths(spec);
  Params::DeclareOcr(spec);
}

Status ReadAlto::Parse(const Item& item, Document& document, Context& context) {
  return ParseFile(item, "application/alto+xml", params_, ReadAltoXml, document, context);
}

void ReadPage::Declare(ParamSpec<Params>& spec) {
  Params::DeclarePaths(spec);
  Params::DeclareOcr(spec);
}

Status ReadPage::Parse(const Item& item, Document& document, Context& context) {
  return ParseFile(item, "application/vnd.prima.page+xml", params_, ReadPageXml, document, context);
}

void ReadHocr::Declare(ParamSpec<Params>& spec) {
  Params::DeclareText(spec);
  Params::DeclareOcr(spec);
}

Status ReadHocr::Parse(const Item& item, Document& document, Context& context) {
  Result<std::string> bytes = common::LoadBytes(item, "text/vnd.hocr+html", document);
  if (!bytes.ok()) return std::move(bytes).status();
  Result<common::Detection> found = common::Determine(*bytes, params_.encoding, params_.invalid);
  if (!found.ok()) return std::move(found).status();
  Result<common::Decoded> page =
      common::Decode(*std::move(bytes), found->mark, found->encoding, params_.invalid);
  if (!page.ok()) return std::move(page).status();
  Result<Scan> scan = ReadHocrText(page->text, params_.dpi);
  if (!scan.ok()) return std::move(scan).status();
  document.SetMetadata("encoding", common::Name(found->encoding));
  return Fill(*scan, params_.furniture == Furniture::kRemove, document, context);
}

}  // namespace koppel::read_ocr
