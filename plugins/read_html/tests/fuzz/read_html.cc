#include "read_html.h"

#include "koppel/testkit/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using koppel::read_html::ReadHtml;
  static ReadHtml remove({}), keep([] {
    ReadHtml::Params params;
    params.boilerplate = ReadHtml::Furniture::kKeep;
    return params;
  }());
  koppel::testkit::FuzzReader(remove, {data, size}, "a.html");
  return koppel::testkit::FuzzReader(keep, {data, size}, "a.html");
}
