#include <cstring>

#include "koppel/layers.h"
#include "koppel/testkit/fuzz.h"
#include "koppel_reader.h"

namespace {

using namespace koppel;  // NOLINT: a program of its own

// Where the fuzzer starts: a stored document with layers, references and history.
std::string SoundDocument() {
  const auto document = testkit::MakeDocument("Een maatschappe-\nlijk plan.", "nl");
  document->set_id("a");
  Edits edits;
  edits.Delete({15, 17}, "join", 0.98);
  testkit::CheckStatus(document->Apply(edits, "dehyphenate"));
  const Ref<Page> page = document->layer<Page>().Add({0, 26}).Set(Page::number, 1).ref();
  document->layer<Box>().Add({4, 19}).Set(Box::page, page).Set(Box::left, 9.5);
  document->layer<Token>().Add({4, 19}).Set(Token::lower, "maatschappelijk");
  document->Seal();
  std::string bytes;
  testkit::CheckStatus(Encode(*document, bytes));
  return bytes;
}

void CheckStored(std::string_view bytes) {
  Document document;
  const Status status = Decode(bytes, {}, document);
  testkit::CheckStatus(status);
  if (!status.ok()) return;
  testkit::CheckDocument(document, Document::kMaxTextBytes);
  std::string again;
  testkit::CheckStatus(Encode(document, again));
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);

// A compressed record with a checksum is hard to hit upon: mutations start from the stored form.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t limit, unsigned int seed) {
  static const std::string kSound = SoundDocument();
  constexpr unsigned int kAnewOneIn = 64;
  if (seed % kAnewOneIn == 0 && kSound.size() < limit) {
    data[0] = 2;
    std::memcpy(data + 1, kSound.data(), kSound.size());
    size = kSound.size() + 1;
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koppel_format::KoppelReader reader({});
  if (size == 0) return 0;
  const testkit::FuzzInput rest(data + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      return testkit::FuzzRecords(reader, rest, ".koppel");
    case 1:
      return testkit::FuzzReader(reader, rest, "a.koppel");
    default:
      CheckStored(testkit::AsText(rest));
      return 0;
  }
}
