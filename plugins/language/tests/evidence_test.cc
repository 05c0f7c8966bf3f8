#include "evidence.h"

#include <catch2/catch.hpp>

namespace koppel::language {
namespace {

TEST_CASE("Words and patterns count for their language, whatever the case") {
  Evidence evidence;
  REQUIRE(evidence.Add("aa", "[words]\nhet ik # note\n").ok());
  REQUIRE(evidence.Add("bb", "[patterns]\n_th é_\n").ok());
  CHECK(evidence.languages() == std::vector<std::string>{"aa", "bb"});
  const auto words = evidence.Score("HET.");
  CHECK(words[0] > 0);
  CHECK(words[1] == 0);
  CHECK(evidence.Score("The path")[1] == Approx(evidence.Score("th")[1]));
  CHECK(evidence.Score("CAFÉ!")[1] > 0);
}

TEST_CASE("A frequent word says more than a rarer one") {
  Evidence evidence;
  REQUIRE(evidence.Add("aa", "[words]\neerst\nlater\n").ok());
  CHECK(evidence.Score("eerst")[0] > evidence.Score("later")[0]);
}

TEST_CASE("Words with an apostrophe count as a whole and in parts") {
  Evidence evidence;
  REQUIRE(evidence.Add("aa", "[words]\ndon't\n").ok());
  REQUIRE(evidence.Add("bb", "[words]\nl homme\n").ok());
  CHECK(evidence.Score("I don’t")[0] > 0);
  CHECK(evidence.Score("l'homme")[1] > evidence.Score("homme")[1]);
}

TEST_CASE("Data outside a section is refused, with its line") {
  Evidence evidence;
  CHECK(evidence.Add("aa", "\nhet\n").message() ==
        "2: 'het' stands neither under [words] nor under [patterns]");
}

}  // namespace
}  // namespace koppel::language
