#include "normalize/normalize.h"

#include <catch2/catch.hpp>
#include <string>

#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "normalize/scan.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> Run(std::string_view text, std::vector<std::string> skip = {}) {
  Normalize component({std::move(skip)});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("normalize");
  auto document = testkit::MakeDocument(text);
  REQUIRE(testkit::Run(component, *document, setup, context).ok());
  return document;
}

std::string Normalized(std::string_view text, std::vector<std::string> skip = {}) {
  return std::string(Run(text, std::move(skip))->text());
}

TEST_CASE("text.normalize leaves clean text without a revision") {
  CHECK(Run("Gewone tekst.\n\tMet een tab\fen een pagina.")->revisions() == 0);
  CHECK(Run("Caf\u00E9, \u2018idee\u00EBn\u2019 \u2013 na\u00EFef \uFFFD")->revisions() == 0);
  CHECK(Run("")->revisions() == 0);
}

TEST_CASE("text.normalize composes accents") {
  CHECK(Normalized("cafe\u0301 en ideee\u0308n") == "caf\u00E9 en idee\u00EBn");
  CHECK(testkit::DumpEdits(*Run("cafe\u0301")) ==
        "edit normalize nfc 1.000 3 6 \"e\u0301\" -> \"\u00E9\"\n");
}

TEST_CASE("text.normalize spells ligatures out") {
  CHECK(Normalized("e\uFB03ci\u00EBnte \uFB02ora, \uFB01losofie") ==
        "effici\u00EBnte flora, filosofie");
}

TEST_CASE("text.normalize makes every line end a newline") {
  CHECK(Normalized("a\r\nb\rc\vd\u2028e\u2029f") == "a\nb\nc\nd\ne\n\nf");
}

TEST_CASE("text.normalize removes what nobody sees") {
  CHECK(Normalized("\uFEFFbe\u200Bgin\u2060 en\uFEFF ei\u0007nd\u007F") == "begin en eind");
  CHECK(Normalized("ver\u00ADander") == "verander");
}

TEST_CASE("text.normalize keeps a soft hyphen at a line end for text.dehyphenate") {
  CHECK(Normalized("ver\u00AD \nander") == "ver\u00AD \nander");
}

TEST_CASE("text.normalize keeps joiners and direction marks where scripts need them") {
  CHECK(Normalized("a\u200Db") == "ab");
  const std::string family = "\U0001F468\u200D\U0001F469";
  CHECK(Normalized(family) == family);
  const std::string hebrew = "\u05D0\u200F!";
  CHECK(Normalized(hebrew) == hebrew);
}

TEST_CASE("text.normalize makes all spaces plain") {
  CHECK(Normalized("\u00A7\u00A05, 10\u202F000 euro\u3000") == "\u00A7 5, 10 000 euro ");
}

TEST_CASE("text.normalize mends UTF-8 that was read as Windows-1252") {
  CHECK(Normalized("patiÃ«nt") == "patiënt");
  CHECK(Normalized("zoâ€™n â€œideeâ€\u009D â‚¬ 5") == "zo’n “idee” € 5");
  CHECK(Normalized("Â§Â\u00A05") == "§ 5");
  CHECK(Normalized("ï»¿begin") == "begin");
  CHECK(Normalized("ðŸ˜€") == "\U0001F600");
}

TEST_CASE("text.normalize mends what was read wrongly twice") {
  CHECK(Normalized("patiÃƒÂ«nt") == "patiënt");
}

TEST_CASE("text.normalize does not mend what only looks like mojibake") {
  for (const std::string text : {"“het CAFÉ”", "‘É’", "Île d’Orléans", "SÃO PAULO", "ÄÖÜ", "à €"}) {
    CHECK(Normalized(text) == text);
  }
}

TEST_CASE("text.normalize reads stray controls as Windows-1252") {
  CHECK(Normalized("zo\u0092n idee\u0085") == "zo’n idee…");
}

TEST_CASE("text.normalize can do without any of its rules") {
  const std::string all = "\uFEFFe\u0301\uFB01\r\n\u00A0\u0001\u200B\u00ADx\u0092Ã«";
  CHECK(Normalized(all, {"mojibake", "nfc", "line_end", "windows_1252", "control",
                         "byte_order_mark", "zero_width", "soft_hyphen", "space", "ligature"}) ==
        all);
  CHECK(Normalized("\uFB01e\u0301", {"ligature"}) == "\uFB01\u00E9");
  CHECK(Normalized("Ã«", {"mojibake"}) == "Ã«");
}

TEST_CASE("clean bytes are skipped up to the first unclean one") {
  std::string text(5000, 'a');
  CHECK(FindUnclean(text, 0) == 5000);
  text[4321] = '\r';
  CHECK(FindUnclean(text, 0) == 4321);
  CHECK(FindUnclean(text, 4322) == 5000);
  text[7] = '\xC3';
  CHECK(FindUnclean(text, 0) == 7);
  CHECK(FindUnclean("\n\t\f", 0) == 3);
}

}  // namespace
}  // namespace koppel::text
