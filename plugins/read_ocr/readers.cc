#include "readers.h"

#include <type_traits>

#include "alto.h"
#include "fill.h"
#include "hocr.h"
#include "page_xml.h"

namespace koppel::read_ocr {

Result<Scan> AltoFormat::Read(std::string bytes, const Files&, double dpi, Document&) {
  return ReadAltoXml(bytes, dpi);
}

Result<Scan> PageFormat::Read(std::string bytes, const Files&, double dpi, Document&) {
  return ReadPageXml(bytes, dpi);
}

Result<Scan> HocrFormat::Read(std::string bytes, const Files& files, double dpi,
                              Document& document) {
  Result<common::Detection> found = common::Determine(bytes, files.encoding, files.invalid);
  if (!found.ok()) return std::move(found).status();
  Result<common::Decoded> page =
      common::Decode(std::move(bytes), found->mark, found->encoding, files.invalid);
  if (!page.ok()) return std::move(page).status();
  document.SetMetadata("encoding", common::Name(found->encoding));
  return ReadHocrText(page->text, dpi);
}

template <class Format>
void ScanReader<Format>::Declare(ParamSpec<Params>& spec) {
  if constexpr (std::is_same_v<typename Format::Files, common::TextParams>) {
    Params::DeclareText(spec);
  } else {
    Params::DeclarePaths(spec);
  }
  Params::DeclareOcr(spec);
}

template <class Format>
Status ScanReader<Format>::Parse(const Item& item, Document& document, Context& context) {
  Result<std::string> bytes = common::LoadBytes(item, Format::kMediaType, document);
  if (!bytes.ok()) return std::move(bytes).status();
  Result<Scan> scan = Format::Read(*std::move(bytes), params_, params_.dpi, document);
  if (!scan.ok()) return std::move(scan).status();
  return Fill(*scan, params_.furniture == Furniture::kRemove, document, context);
}

template class ScanReader<AltoFormat>;
template class ScanReader<PageFormat>;
template class ScanReader<HocrFormat>;

}  // namespace koppel::read_ocr
