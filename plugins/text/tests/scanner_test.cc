#include "vocabulary/scanner.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "lines/breaks.h"

namespace koppel::text {
namespace {

// Words, separators and letters of several bytes at every offset.
std::string RandomText(std::mt19937& random) {
  constexpr std::string_view kParts[] = {
      "a",      "Z", "m", "0", "9", " ", "-", "'",        "\u2019",   ".",      "\u00E9", "\u00C9",
      "\u2010", "@", "[", "`", "{", "/", ":", "abcdefgh", "IJKLMNOP", "\u4E2D", "\n"};
  std::string text;
  for (std::size_t parts = random() % 30; parts > 0; --parts)
    text += kParts[random() % std::size(kParts)];
  return text;
}

TEST_CASE("scanning by eight bytes finds the words and hashes that characters one by one give") {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = RandomText(random);
    CAPTURE(text);
    WordScanner scanner(text, 7);
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t end = WordEnd(text, pos);
      if (end == pos) {
        pos += CharacterAt(text, pos).size;
        continue;
      }
      REQUIRE(scanner.Next());
      REQUIRE(scanner.word().begin == pos);
      REQUIRE(scanner.word().end == end);
      const std::string_view word = std::string_view(text).substr(pos, end - pos);
      REQUIRE(scanner.word().hash == FoldedHash(7).Add(word).Finish());
      pos = end;
    }
    REQUIRE_FALSE(scanner.Next());
  }
}

}  // namespace
}  // namespace koppel::text
