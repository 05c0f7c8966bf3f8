#include "common/charset.h"

#include <catch2/catch.hpp>

#include "koppel/document.h"

namespace koppel::common {
namespace {

// "begin removed inserted;" for each stretch.
std::string Stretches(const Alignment& alignment) {
  std::string out;
  for (std::size_t i = 0; i < alignment.size(); ++i) {
    out += std::to_string(alignment.begin(i)) + ' ' + std::to_string(alignment.removed(i)) + ' ' +
           std::to_string(alignment.inserted(i)) + ';';
  }
  return out;
}

std::string MessageOf(const Result<Decoded>& result) {
  return result.ok() ? "ok" : result.status().message();
}

TEST_CASE("UTF-8 is taken over without an alignment") {
  const auto decoded = Decode("één zin", 0, Encoding::kUtf8, OnInvalid::kFail);
  CHECK(decoded->text == "één zin");
  CHECK(decoded->alignment.empty());
}

TEST_CASE("a byte-order mark is skipped, and the alignment knows") {
  const auto decoded = Decode("\xEF\xBB\xBFzin", 3, Encoding::kUtf8, OnInvalid::kFail);
  CHECK(decoded->text == "zin");
  CHECK(Stretches(decoded->alignment) == "0 3 0;");
}

TEST_CASE("windows-1252 has its own characters where Latin-1 has controls") {
  const auto decoded = Decode(
      "\x91"
      "caf\xE9\x92 \x80",
      0, Encoding::kWindows1252, OnInvalid::kFail);
  CHECK(decoded->text == "‘café’ €");
  CHECK(Stretches(decoded->alignment) == "0 1 3;4 1 2;5 1 3;7 1 3;");
  CHECK(MessageOf(Decode("a\x81", 0, Encoding::kWindows1252, OnInvalid::kFail)) ==
        "byte 0x81 at offset 1 is not windows-1252");
  CHECK(MessageOf(Decode("a\x92", 0, Encoding::kLatin1, OnInvalid::kFail)) ==
        "byte 0x92 at offset 1 is not iso-8859-1");
}

TEST_CASE("UTF-16 in both byte orders, with surrogate pairs") {
  const std::string le("a\0\xE9\0\x3D\xD8\x00\xDE", 8);
  const std::string be("\0a\0\xE9\xD8\x3D\xDE\x00", 8);
  for (const auto& [bytes, encoding] :
       {std::pair(le, Encoding::kUtf16Le), std::pair(be, Encoding::kUtf16Be)}) {
    const auto decoded = Decode(bytes, 0, encoding, OnInvalid::kFail);
    CHECK(decoded->text == "aé😀");
    CHECK(Stretches(decoded->alignment) == "0 2 1;2 2 2;4 4 4;");
  }
}

TEST_CASE("half a character of UTF-16 is refused or replaced") {
  const std::string lone("a\0\x3D\xD8z\0", 6);
  CHECK(MessageOf(Decode(lone, 0, Encoding::kUtf16Le, OnInvalid::kFail)) ==
        "byte 0x3D at offset 2 is not utf-16le");
  CHECK(Decode(lone, 0, Encoding::kUtf16Le, OnInvalid::kReplace)->text == "a\uFFFDz");
  const std::string odd("a\0b", 3);
  CHECK(MessageOf(Decode(odd, 0, Encoding::kUtf16Le, OnInvalid::kFail)) ==
        "byte 0x62 at offset 2 is not utf-16le");
  CHECK(Decode(odd, 0, Encoding::kUtf16Le, OnInvalid::kReplace)->text == "a\uFFFD");
}

TEST_CASE("invalid UTF-8 is refused with its offset, or replaced with an alignment") {
  const std::string bytes = "één \xC3( en \xE2\x82 eind";
  CHECK(MessageOf(Decode(bytes, 0, Encoding::kUtf8, OnInvalid::kFail)) ==
        "byte 0xC3 at offset 6 is not utf-8");
  const auto decoded = Decode(bytes, 0, Encoding::kUtf8, OnInvalid::kReplace);
  CHECK(decoded->text == "één \uFFFD( en \uFFFD eind");
  CHECK(Stretches(decoded->alignment) == "6 1 3;12 2 3;");
}

TEST_CASE("every character of the text leads back to its bytes") {
  const std::string bytes = "na\xEFve \x96 caf\xE9";
  const auto decoded = Decode(bytes, 0, Encoding::kWindows1252, OnInvalid::kFail);
  Document document;
  REQUIRE(document.SetText(decoded->text, decoded->alignment).ok());
  std::uint32_t source = 0;
  for (std::uint32_t at = 0; at < document.text().size(); ++source) {
    std::uint32_t end = at + 1;
    while (end < document.text().size() && (document.text()[end] & 0xC0) == 0x80) ++end;
    CHECK(document.ToSource({at, end}) == Span{source, source + 1});
    at = end;
  }
  CHECK(source == bytes.size());
}

}  // namespace
}  // namespace koppel::common
