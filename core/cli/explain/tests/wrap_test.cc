#include "wrap.h"

#include <catch2/catch.hpp>

#include "koppel/utf8.h"

namespace koppel {
namespace {

TEST_CASE("what could steer a terminal is made visible, and so are bytes that are no UTF-8") {
  CHECK(OneLine("a\n\tb\033[1m\xFF") == "a⏎⇥b\\x1b[1m\\xff");
}

TEST_CASE("lines end before column 80, and a word that is longer stands alone") {
  const std::string text = Wrapped("head ", 4, std::string(60, 'x') + " één tweede derde vierde");
  const std::size_t end = text.find('\n');
  CHECK(CodePoints(text.substr(0, end)) <= 80);
  CHECK(text.substr(end + 1, 5) == "    d");
  CHECK(Wrapped("", 2, std::string(100, 'y')) == std::string(100, 'y') + "\n");
}

}  // namespace
}  // namespace koppel
