#include "common/detect.h"

#include <catch2/catch.hpp>

namespace koppel::common {
namespace {

using namespace std::string_literals;

std::string Found(std::string_view bytes) {
  const Result<Detection> found = Detect(bytes);
  return found.ok() ? std::string(Name(found->encoding)) : found.status().message();
}

std::string Checked(std::string_view bytes, Declared declared,
                    OnInvalid on_invalid = OnInvalid::kFail) {
  const Result<Detection> found = Determine(bytes, declared, on_invalid);
  return found.ok() ? std::string(Name(found->encoding)) : found.status().message();
}

bool Contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string Utf16Le(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST_CASE("encodings are told apart by mark, UTF-8, zero bytes and the C1 range") {
  CHECK(Found("") == "utf-8");
  CHECK(Found("plain") == "utf-8");
  CHECK(Found("één") == "utf-8");
  CHECK(Found("\xEF\xBB\xBF"
              "een") == "utf-8");
  CHECK(Found("\xFF\xFE" + Utf16Le("een")) == "utf-16le");
  CHECK(Found("\xFE\xFF\0e"s) == "utf-16be");
  CHECK(Found(Utf16Le("een zin")) == "utf-16le");
  CHECK(Found("\0e\0e\0n"s) == "utf-16be");
  CHECK(Found("caf\xE9 in de straat") == "iso-8859-1");
  CHECK(Found("\x91"
              "caf\xE9\x92 in de straat") == "windows-1252");
  CHECK(Found("\x84Spa\xDF\x93, sagte er") == "windows-1252");
}

TEST_CASE("UTF-16 of Cyrillic is found by its blanks") {
  const std::string words = "\x3F\x04\x40\x04\x38\x04\x32\x04 \0\x3C\x04\x38\x04\x40\x04"s;
  CHECK(Found(words) == "utf-16le");
}

TEST_CASE("what is no text is refused, saying what it looks like") {
  CHECK(Contains(Found("%PDF-1.5\n%\xE2\xE3"), "a PDF file"));
  CHECK(Contains(Found("PK\x03\x04rest"), "a ZIP archive"));
  CHECK(Contains(Found("\x1F\x8B\x08"), "gzip data"));
  CHECK(Contains(Found("\xFF\xFE\0\0a\0\0\0"s), "UTF-32"));
  CHECK(Contains(Found("tekst met \0 erin"s), "byte 0x00 at offset 10"));
  CHECK(Contains(Found("\x01\x02\x03 rommel \x04\x05"), "control characters"));
  std::string noise;
  for (unsigned i = 1, x = 7; i < 4096; ++i)
    noise += static_cast<char>((x = x * 1103515245 + 12345) >> 16);
  CHECK(Contains(Found(noise), "not a text file"));
}

TEST_CASE("damage in a UTF-8 file is not taken for another encoding") {
  CHECK(Contains(Found("één twee dr\xEF"
                       "e vier"),
                 "byte 0xEF at offset 13 is not utf-8, as the rest"));
  CHECK(Contains(Found("\xEF\xBB\xBF"
                       "een \xE9"),
                 "byte 0xE9 at offset 7"));
  CHECK(Contains(Found("een \xC3( twee"), "byte 0xC3 at offset 4"));
  CHECK(Contains(Found("een \xFF\xFE\xFA twee"), "byte 0xFF at offset 4"));
}

TEST_CASE("a code page that can't be told is refused, not guessed") {
  const std::string cyrillic = "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0";  // windows-1251
  CHECK(Contains(Found(cyrillic), "declare its encoding"));
}

TEST_CASE("a declared encoding is held against the bytes") {
  CHECK(Checked("één", Declared::kUtf8) == "utf-8");
  CHECK(Checked("caf\xE9", Declared::kWindows1252) == "windows-1252");
  CHECK(Checked(Utf16Le("een"), Declared::kUtf16) == "utf-16le");
  CHECK(Checked("\xFE\xFF\0e"s, Declared::kUtf16) == "utf-16be");
  CHECK(Checked("", Declared::kUtf16) == "utf-16le");
  CHECK(Checked("caf\xE9 noir", Declared::kUtf8) ==
        "declared utf-8, but byte 0xE9 at offset 3 is not; the file looks like iso-8859-1 text");
  CHECK(Checked("het caf\xC3\xA9", Declared::kLatin1) ==
        "declared iso-8859-1, but byte 0xC3 at offset 7 is not; the file looks like utf-8 text");
  CHECK(Checked("zo\x92n", Declared::kLatin1) ==
        "declared iso-8859-1, but byte 0x92 at offset 2 is not; the file looks like windows-1252 "
        "text");
  CHECK(Checked("een zin", Declared::kUtf16Le) ==
        "declared utf-16le, but byte 0x65 at offset 0 is not; the file looks like utf-8 text");
  CHECK(Contains(Checked(Utf16Le("een"), Declared::kUtf8), "looks like utf-16le text"));
  CHECK(Contains(Checked("%PDF-1.4", Declared::kUtf8), "a PDF file"));
  CHECK(Contains(Checked("één \xE9 één", Declared::kUtf8), "looks like damaged utf-8 text"));
}

TEST_CASE("with replacement a declaration is believed of any text") {
  CHECK(Checked("caf\xE9", Declared::kUtf8, OnInvalid::kReplace) == "utf-8");
  CHECK(Contains(Checked("a\0b"s, Declared::kUtf8, OnInvalid::kReplace), "not a text file"));
}

}  // namespace
}  // namespace koppel::common
