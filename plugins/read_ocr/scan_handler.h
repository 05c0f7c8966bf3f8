// What the readers of the three formats have in common.
#pragma once

#include <string>
#include <string_view>

#include "koppel/status.h"
#include "markup.h"
#include "scan.h"

namespace koppel::read_ocr {

inline constexpr double kPointsPerInch = 72;

class ScanHandler : public MarkupHandler {
 public:
  // What was read, with its main language. Call once, when the parse is over.
  Scan TakeScan();

 protected:
  // The page at hand; what stands outside of any page is on a first one.
  ScanPage& Page();
  void CountWord(const std::string& language) { ++scan_.words_in[language]; }

  Scan scan_;
};

// Of a format of XML, which its root element tells.
class XmlScanHandler : public ScanHandler {
 public:
  // `root` is a literal.
  explicit XmlScanHandler(std::string_view root) : root_(root) {}
  Status Start(std::string_view name, const Attributes& attributes) final;

 protected:
  // Every element but the root.
  virtual void StartElement(std::string_view name, const Attributes& attributes) = 0;

 private:
  std::string_view root_;
  bool root_seen_ = false;
};

}  // namespace koppel::read_ocr
