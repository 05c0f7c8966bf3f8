#include "koppel/utf8.h"

#include <catch2/catch.hpp>
#include <random>

namespace koppel {
namespace {

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(FindInvalidUtf8("goed é € 😀") == std::string::npos);
  CHECK(FindInvalidUtf8("ab\xC3") == 2);
  CHECK(FindInvalidUtf8("ab\xC3(") == 2);
  CHECK(FindInvalidUtf8("\xC0\x80") == 0);           // overlong
  CHECK(FindInvalidUtf8("a\xED\xA0\x80") == 1);      // surrogate
  CHECK(FindInvalidUtf8("a\xF4\x90\x80\x80") == 1);  // beyond U+10FFFF
}

TEST_CASE("what is appended is decoded, from either side") {
  std::mt19937 random(1);
  std::uniform_int_distribution<std::uint32_t> points(0, 0x10FFFF);
  for (int i = 0; i < 2000; ++i) {
    const std::uint32_t value = points(random);
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text = "x";
    AppendUtf8(value, text);
    REQUIRE(FindInvalidUtf8(text) == std::string::npos);
    CHECK(DecodeAt(text, 1).value == value);
    CHECK(DecodeBefore(text, text.size()).value == value);
    CHECK(1 + DecodeAt(text, 1).size == text.size());
    CHECK(CodePoints(text) == 2);
  }
}

TEST_CASE("lower case does not depend on a locale") {
  CHECK(ToLower("ÉÉN IJS Straße") == "één ijs straße");
  CHECK(ToLower("I") == "i");
}

}  // namespace
}  // namespace koppel
