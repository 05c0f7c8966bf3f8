// For fuzz targets: what must hold of a component whatever it is given. A violation aborts, which
// is how a fuzzer learns of it.
//
//   extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
//     static ReadText reader({});
//     return koppel::testkit::FuzzReader(reader, {data, size}, "a.txt");
//   }
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "koppel/testkit/harness.h"
#include "koppel/utf8.h"

namespace koppel::testkit {

using FuzzInput = std::span<const std::uint8_t>;

inline std::string_view AsText(FuzzInput input) {
  return {reinterpret_cast<const char*>(input.data()), input.size()};
}

// The input as a text of revision 0: bytes that are no UTF-8 become question marks.
std::string AsUtf8(FuzzInput input);

// Aborts unless the status is Ok or what a damaged input may lead to.
void CheckStatus(const Status& status);

// Aborts unless the text is UTF-8, every layer is sound, and every span leads to a place in the
// source. `file_size`: of a source whose offsets count in the file.
void CheckDocument(const Document& document, std::size_t file_size);

// Reads the bytes as a file of that name, which gives its compression away. Returns 0, as fuzz
// targets do.
int FuzzReader(Reader& reader, FuzzInput input, std::string_view name);

// Writes the bytes to a scratch file first, for readers that cut a file into records.
int FuzzRecords(Reader& reader, FuzzInput input, std::string_view extension);

// Runs a component over a document with the input as its text. The component keeps its instance.
int FuzzProcessor(Processor& component, FuzzInput input);

}  // namespace koppel::testkit
