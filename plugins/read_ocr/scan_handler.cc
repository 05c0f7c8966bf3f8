#include "scan_handler.h"

#include <utility>

#include "roots.h"
#include "words.h"

namespace koppel::read_ocr {

Scan ScanHandler::TakeScan() {
  SetLanguage(scan_);
  return std::move(scan_);
}

ScanPage& ScanHandler::Page() {
  if (scan_.pages.empty()) scan_.pages.emplace_back();
  return scan_.pages.back();
}

Status XmlScanHandler::Start(std::string_view name, const Attributes& attributes) {
  if (!std::exchange(root_seen_, true)) return CheckRoot(name, root_);
  StartElement(name, attributes);
  return Ok();
}

}  // namespace koppel::read_ocr
