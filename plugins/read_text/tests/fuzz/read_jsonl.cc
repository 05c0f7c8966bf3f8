#include "read_jsonl.h"

#include "koppel/testkit/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel::read_text::ReadJsonl reader({});
  return koppel::testkit::FuzzRecords(reader, {data, size}, ".jsonl");
}
