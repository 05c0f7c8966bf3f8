#include "lines/scan.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "lines/key.h"

namespace koppel::text {
namespace {

// Short texts of few characters, so that everything meets everything at every offset of a word.
std::string RandomLine(std::mt19937& random) {
  constexpr std::string_view kBytes = "ab zAZ@[`{ .\t9:/\xC3\xA9\x80\xA0\xFF ";
  std::string line(random() % 40, ' ');
  for (char& c : line) c = kBytes[random() % kBytes.size()];
  return line;
}

std::size_t SlowWideSpace(const std::string& line) {
  return std::min(line.find("  "), line.find('\t'));
}

TEST_CASE("scanning by words of eight bytes finds what scanning byte by byte finds") {
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const std::string line = RandomLine(random);
    CAPTURE(line);
    REQUIRE(FindWideSpace(line) == SlowWideSpace(line));
    REQUIRE(HasDigit(line) == (line.find_first_of("0123456789") != std::string::npos));
    std::vector<std::uint32_t> others, expected;
    std::uint32_t plain = 0;
    for (std::uint32_t at = 1; at < line.size(); ++at) {
      if (line[at] != ' ') continue;
      IsAsciiLetter(line[at - 1]) ? void(++plain) : expected.push_back(at);
    }
    REQUIRE(CountPlainWordEnds(line, others) == plain);
    REQUIRE(others == expected);
  }
}

TEST_CASE("lines with other numbers and other white space have one key") {
  CHECK(KeyOf("Pagina 3 van 12").hash == KeyOf("Pagina 4  van\t13").hash);
  CHECK(KeyOf("Pagina 3 van 12").number == 12);
  CHECK(KeyOf("Kroniek van de wijk").hash == KeyOf("Kroniek   van de wijk").hash);
  CHECK(KeyOf("Kroniek van de wijk").hash != KeyOf("Kroniek van de stad").hash);
  CHECK(KeyOf("- 12 -").lone_number);
  CHECK(KeyOf("xiv").number == 14);
  CHECK_FALSE(KeyOf("12 weken").lone_number);
}

}  // namespace
}  // namespace koppel::text
