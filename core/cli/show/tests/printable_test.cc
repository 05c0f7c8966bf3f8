#include "printable.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

TEST_CASE("what could steer a terminal is replaced, text and its lines stay") {
  CHECK(Printable("één\n\tregel") == "één\n\tregel");
  CHECK(Printable("a\x1B[31mb") == "a\uFFFD[31mb");
  CHECK(Printable("a\xC2\x9Bz") == "a\uFFFDz");  // CSI as one character of C1
  CHECK(Printable(std::string_view("\0x", 2)) == "\uFFFDx");
}

TEST_CASE("bytes that are not UTF-8 are replaced one by one") {
  CHECK(Printable("caf\xE9") == "caf\uFFFD");
  CHECK(Printable("\xFF\xFE") == "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace koppel
