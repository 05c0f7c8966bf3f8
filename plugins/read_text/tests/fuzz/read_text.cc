#include "read_text.h"

#include "koppel/testkit/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel::read_text::ReadText reader({});
  // The first byte says how the rest is stored.
  static constexpr std::string_view kNames[] = {"a.txt", "a.txt", "a.txt.gz", "a.txt.zst"};
  if (size == 0) return 0;
  return koppel::testkit::FuzzReader(reader, {data + 1, size - 1}, kNames[data[0] % 4]);
}
