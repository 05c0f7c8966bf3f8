#include "read_pdf.h"

#include "koppel/testkit/fuzz.h"

// For the leak sanitizer: fontconfig keeps some of what it read of the system's fonts, and poppler
// some of a damaged file.
extern "C" const char* __lsan_default_suppressions();   // NOLINT: its name is given
extern "C" const char* __lsan_default_suppressions() {  // NOLINT
  return "leak:libfontconfig\nleak:libpoppler";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel::read_pdf::ReadPdf reader({});
  return koppel::testkit::FuzzReader(reader, {data, size}, "a.pdf");
}
