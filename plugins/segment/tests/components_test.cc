#include <catch2/catch.hpp>

#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "sentences.h"
#include "tokens.h"

namespace koppel::segment {
namespace {

template <class Component>
std::string Annotate(Document& document, SegmentParams params = {}) {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context;
  Component component(params);
  const Status status = testkit::Run(component, document, setup, context);
  return status.ok() ? testkit::DumpLayers(document) : status.message();
}

TEST_CASE("segment.tokens marks tokens with their kind, by the document's language") {
  auto document = testkit::MakeDocument("25% stijgt", "nl-BE");
  CHECK(Annotate<Tokens>(*document) ==
        "token 0 3 kind=number \"25%\"\ntoken 4 10 kind=word \"stijgt\"\n");
}

TEST_CASE("segment.sentences takes paragraphs from blank lines where no layer gives them") {
  auto document = testkit::MakeDocument("Kop\n\nEen zin. Nog\neen.", "nl");
  CHECK(Annotate<Sentences>(*document) ==
        "sentence 0 3 \"Kop\"\nsentence 5 13 \"Een zin.\"\nsentence 14 22 \"Nog\\neen.\"\n");
}

TEST_CASE("segment.sentences stays inside the paragraph layer and loses no text beside it") {
  auto document = testkit::MakeDocument("een\ntwee\nrest", "nl");
  document->layer<Paragraph>().Add({0, 3});
  document->layer<Paragraph>().Add({4, 8});
  Annotate<Sentences>(*document);
  const auto sentences = document->layer<Sentence>();
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1].text() == "twee");
  CHECK(sentences[2].text() == "rest");
}

TEST_CASE("Each paragraph follows the language layer, else the document's language") {
  auto document = testkit::MakeDocument("5% of 6%\n\n5% d'eau", "nl");
  document->layer<koppel::Language>().Add({10, 18}).Set(koppel::Language::code, "fr");
  Annotate<Tokens>(*document);
  CHECK(document->layer<Token>().size() == 3 + 4);
}

TEST_CASE("The parameter language overrides the document's") {
  auto document = testkit::MakeDocument("25%", "nl");
  Annotate<Tokens>(*document, {"en"});
  CHECK(document->layer<Token>().size() == 2);
}

TEST_CASE("A language without data is an error that lists those that have some") {
  auto document = testkit::MakeDocument("x");
  CHECK(Annotate<Sentences>(*document, {"xx"}) ==
        "'language' must be one of auto, de, en, fr, nl, und; got \"xx\"");
}

TEST_CASE("Segmenting twice gives the same layer") {
  auto document = testkit::MakeDocument("Een. Twee.", "nl");
  const std::string once = Annotate<Sentences>(*document);
  CHECK(Annotate<Sentences>(*document) == once);
}

}  // namespace
}  // namespace koppel::segment
