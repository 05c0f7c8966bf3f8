#include "detect.h"

#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"

namespace koppel::language {
namespace {

Status Annotate(Document& document, DetectParams params = {}) {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context;
  Detect detect(std::move(params));
  return testkit::Run(detect, document, setup, context);
}

// Language of a text that is one paragraph.
std::string CodeOf(std::string_view text, DetectParams params = {}) {
  auto document = testkit::MakeDocument(text);
  REQUIRE(Annotate(*document, std::move(params)).ok());
  const auto layer = document->layer<koppel::Language>();
  REQUIRE(layer.size() == 1);
  return std::string(layer[0u][koppel::Language::code]);
}

TEST_CASE("language.detect tells languages with data apart in one short sentence") {
  CHECK(CodeOf("De wijkverpleegkundige kwam elke ochtend langs.") == "nl");
  CHECK(CodeOf("The district nurse came by every morning.") == "en");
  CHECK(CodeOf("Die Krankenschwester kam jeden Morgen vorbei.") == "de");
  CHECK(CodeOf("L'infirmière passait chaque matin.") == "fr");
  CHECK(CodeOf("Die verpleegster het elke oggend gekom, sê hulle.") == "af");
  CHECK(CodeOf("De ferpleechster kaam alle moarnen by ús del.") == "fy");
}

TEST_CASE("language.detect leaves other languages to CLD2") {
  CHECK(CodeOf("Pielęgniarka przychodziła do nas każdego ranka.") == "pl");
  CHECK(CodeOf("Медсестра приходила к нам каждое утро.") == "ru");
  CHECK(CodeOf("看護師は毎朝来てくれました。") == "ja");
}

TEST_CASE("Text without letters is und, and so is one that is too uncertain") {
  CHECK(CodeOf("") == "und");
  CHECK(CodeOf("2003 — 14:30 (!)") == "und");
  CHECK(CodeOf("De zuster kwam langs in de ochtend.", {{}, 1.0}) == "und");
}

TEST_CASE("The parameter languages restricts the answers") {
  CHECK(CodeOf("Enfermeira veio todas as manhãs", {{"nl", "fr"}, 0}) != "pt");
  CHECK(CodeOf("Pielęgniarka przychodziła", {{"pl"}, 0.5}) == "pl");
}

TEST_CASE("A language that can't be told is refused, with the code that was meant") {
  const auto told = [](std::string language) {
    auto document = testkit::MakeDocument("");
    return Annotate(*document, {{"en", std::move(language)}}).ToString();
  };
  CHECK_THAT(told("dutch"), Catch::Contains("got \"dutch\"; did you mean 'nl'?"));
  CHECK_THAT(told("NL"), Catch::Contains("got \"NL\"; did you mean 'nl'?"));
  CHECK_THAT(told("nl-BE"), Catch::Contains("got \"nl-BE\"; did you mean 'nl'?"));
  CHECK_THAT(told("qaf"), Catch::Contains("got \"qaf\"; did you mean 'af'?"));
  CHECK_THAT(told("elvish"), Catch::EndsWith("got \"elvish\" [invalid_parameter]"));
  CHECK_THAT(told("und"), Catch::Contains("got \"und\""));
  CHECK(told("pl") == Ok().ToString());
}

TEST_CASE("Each paragraph has its language; the document has that of most text") {
  const std::string_view text =
      "De raad besprak het plan en stemde er daarna over.\nThe council agreed.\n17";
  auto document = testkit::MakeDocument(text);
  auto paragraphs = document->layer<Paragraph>();
  paragraphs.Add({0, 50});
  paragraphs.Add({51, 70});
  paragraphs.Add({71, 73});
  REQUIRE(Annotate(*document).ok());
  const auto layer = document->layer<koppel::Language>();
  REQUIRE(layer.size() == 3);
  CHECK(layer[0u][koppel::Language::code] == "nl");
  CHECK(layer[1u][koppel::Language::code] == "en");
  CHECK(layer[2u][koppel::Language::code] == "und");
  CHECK(layer[2u][koppel::Language::confidence] == 0);
  CHECK(document->language() == "nl");
}

TEST_CASE("A language that the document has already is kept") {
  auto document = testkit::MakeDocument("The council agreed to the plan.", "nl");
  REQUIRE(Annotate(*document).ok());
  CHECK(document->language() == "nl");
}

TEST_CASE("A document without evidence gets no language") {
  auto document = testkit::MakeDocument("123");
  REQUIRE(Annotate(*document).ok());
  CHECK(document->language().empty());
}

TEST_CASE("A long text is cut between characters") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "é";
  for (int shift = 0; shift < 4; ++shift, text.insert(0, 1, 'a')) CodeOf(text);
}

}  // namespace
}  // namespace koppel::language
