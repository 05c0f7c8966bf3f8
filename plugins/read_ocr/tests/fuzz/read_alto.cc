#include "readers.h"

#include "koppel/testkit/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel::read_ocr::ReadAlto reader({});
  return koppel::testkit::FuzzReader(reader, {data, size}, "a.xml");
}
