#include "language_data.h"

#include <catch2/catch.hpp>

namespace koppel::segment {
namespace {

TEST_CASE("Language data names words by section") {
  LanguageRules rules;
  REQUIRE(AddLanguageData("# note\n[rules]\nkeep_hyphens\n[title]\ndhr Me # two\n[starters]\nHet\n",
                          rules)
              .ok());
  CHECK(rules.keep_hyphens);
  CHECK(rules.starters.contains("het"));
  REQUIRE(FindAbbreviation(rules, "Dhr") != nullptr);
  CHECK(*FindAbbreviation(rules, "Dhr") == AbbreviationClass::kTitle);
}

TEST_CASE("An abbreviation with a capital matches only as it stands") {
  LanguageRules rules;
  REQUIRE(AddLanguageData("[title]\nMe\n", rules).ok());
  CHECK(FindAbbreviation(rules, "Me") != nullptr);
  CHECK(FindAbbreviation(rules, "me") == nullptr);
}

TEST_CASE("A later class replaces an earlier one") {
  LanguageRules rules;
  REQUIRE(AddLanguageData("[title]\nst\n", rules).ok());
  REQUIRE(AddLanguageData("[inner]\nst\n", rules).ok());
  CHECK(*FindAbbreviation(rules, "st") == AbbreviationClass::kInner);
}

TEST_CASE("Errors in language data name the line") {
  LanguageRules rules;
  CHECK(AddLanguageData("word\n", rules).message() == "1: entry outside a section 'word'");
  CHECK(AddLanguageData("\n[titel]\n", rules).message() == "2: unknown section 'titel'");
  CHECK(AddLanguageData("[rules]\nkeep_all\n", rules).message() == "2: unknown rule 'keep_all'");
}

}  // namespace
}  // namespace koppel::segment
