#include "layout/layout.h"

#include "koppel/testkit/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel::text::Layout layout({});
  return koppel::testkit::FuzzProcessor(layout, {data, size});
}
