#include "koppel/bytes.h"

#include <catch2/catch.hpp>
#include <limits>

namespace koppel {
namespace {

std::string Number(std::uint64_t value) {
  std::string bytes;
  AppendNumber(value, bytes);
  return bytes;
}

std::string Sealed(std::string_view name, std::string_view body) {
  std::string bytes;
  AppendSealed(name, body, bytes);
  return bytes;
}

TEST_CASE("numbers take as many bytes as they need and are read back") {
  CHECK(Number(0) == std::string(1, '\0'));
  CHECK(Number(127) == "\x7F");
  CHECK(Number(300) == "\xAC\x02");
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  CHECK(Number(kMax).size() == 10);
  for (std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, kMax / 2, kMax / 2 + 1, kMax}) {
    const std::string bytes = Number(value);
    ByteReader reader(bytes);
    CHECK(reader.Number() == value);
    CHECK(reader.Finished());
  }
}

TEST_CASE("a number in any but its shortest form is refused") {
  for (const std::string& bytes :
       {std::string("\x80\x00", 2), std::string("\xFF\x80\x00", 3), std::string("\x80"),
        std::string(), std::string(9, '\xFF') + '\x02', std::string(12, '\xFF')}) {
    ByteReader reader(bytes);
    CHECK(reader.Number() == 0);
    CHECK_FALSE(reader.ok());
  }
}

TEST_CASE("fixed numbers are little-endian") {
  std::string bytes;
  AppendFixed(0x0102030405060708U, 8, bytes);
  AppendFixed(0xA1B2U, 2, bytes);
  CHECK(bytes == "\x08\x07\x06\x05\x04\x03\x02\x01\xB2\xA1");
  ByteReader reader(bytes);
  CHECK(reader.Fixed(8) == 0x0102030405060708U);
  CHECK(reader.Fixed(2) == 0xA1B2U);
  CHECK(reader.Finished());
}

TEST_CASE("what is longer than the bytes that are there is refused, and nothing after it is read") {
  std::string bytes;
  AppendText("naam", bytes);
  ByteReader whole(bytes);
  CHECK(whole.Text() == "naam");
  ByteReader cut(std::string_view(bytes).substr(0, 3));
  CHECK(cut.Text().empty());
  CHECK(cut.Bytes(1).empty());
  CHECK_FALSE(cut.ok());
}

TEST_CASE("a count is bounded by the bytes that follow") {
  const std::string fits = Number(2) + "12345678", claims = Number(3) + "12345678";
  CHECK(ByteReader(fits).Count(4) == 2);
  ByteReader reader(claims);
  CHECK(reader.Count(4) == 0);
  CHECK_FALSE(reader.ok());
}

TEST_CASE("a sealed body opens under its name and unchanged only") {
  const std::string bytes = Sealed("words 1", "body");
  CHECK(*OpenSealed("words 1", bytes) == "body");
  CHECK(OpenSealed("words 2", bytes).status().message() == "it holds words 1, not words 2");
  CHECK_FALSE(OpenSealed("words 1", bytes + "x").ok());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(OpenSealed("words 1", changed).status().kind() == ErrorKind::kBadInput);
    CHECK_FALSE(OpenSealed("words 1", std::string_view(bytes).substr(0, i)).ok());
  }
}

}  // namespace
}  // namespace koppel
