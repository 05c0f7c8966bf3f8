// What stands among running text without being part of it: footnotes, drop caps, captions.
#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "paragraphs/kind.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> LaidOut(std::string_view text) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout({});
  REQUIRE(testkit::Run(layout, *document, setup, context).ok());
  return document;
}

std::vector<std::string> Footnotes(const Document& document) {
  std::vector<std::string> texts;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::kind] == Region::Kind::kFootnote) texts.emplace_back(region.text());
  }
  return texts;
}

// Two pages; the sentence at the end of the first runs on in the second, `foot` stands between.
std::string TwoPages(const std::string& foot) {
  return "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg,1 die\n" + foot +
         "\n\fin de praktijk veel beter bleek te\nwerken dan wat er eerder was.\n";
}

TEST_CASE("notes below text that runs on are set apart and stay") {
  const auto document = LaidOut(TwoPages("1 Zie ook het verslag\nover dat jaar.\n2 Idem."));
  CHECK(Footnotes(*document) ==
        std::vector<std::string>{"1 Zie ook het verslag", "over dat jaar.", "2 Idem."});
  CHECK(document->text().find("zorg,1 die\n\n1 Zie ook het verslag\nover") != std::string::npos);
}

TEST_CASE("items, ordinals and text that ends with the page are no notes") {
  CHECK(Footnotes(*LaidOut(TwoPages("1. Zie ook het verslag."))).empty());
  CHECK(Footnotes(*LaidOut(TwoPages("4 Zie ook het verslag."))).empty());
  CHECK(Footnotes(*LaidOut(TwoPages("2e Zie ook het verslag."))).empty());
  CHECK(Footnotes(*LaidOut("Zo is het.\n1 Zie ook het verslag.\n\fin de praktijk.\n")).empty());
}

TEST_CASE("a large first letter is joined to its word, and the join can be undone") {
  const auto document = LaidOut("De titel\n\nD\ne buurt krijgt vandaag\neen nieuw gebouw.\n");
  CHECK(document->text() == "De titel\n\nDe buurt krijgt vandaag\neen nieuw gebouw.");
  const auto artefacts = document->layer<Artefact>();
  REQUIRE(artefacts.size() == 1);
  CHECK(artefacts[0][Artefact::kind] == "drop_cap");
  CHECK(document->RevisionEdits(0)[0].removed == "\n");
}

TEST_CASE("a letter that is a word, or that stands in running text, is no drop cap") {
  CHECK(LaidOut("I\nwas there.\n")->text() == "I\nwas there.");
  CHECK(LaidOut("zoals bij klasse\nB\nin de tabel\n")->text() ==
        "zoals bij klasse\nB\nin de tabel");
  CHECK(LaidOut("B\nHet volgende\n")->text() == "B\nHet volgende");
}

TEST_CASE("a caption begins with a label, a number and a stop") {
  const auto is_caption = [](std::string_view text) {
    return ShapeOf(text, 1).kind == ParagraphKind::kCaption;
  };
  CHECK(is_caption("Figuur 3. Het aantal bezoeken per jaar"));
  CHECK(is_caption("Table 2.1: Visits"));
  CHECK(is_caption("Abb. 4 – Besuche"));
  CHECK_FALSE(is_caption("Figuur 3 laat zien dat het aantal bezoeken groeit."));
  CHECK_FALSE(is_caption("Table manners: a guide"));
  CHECK_FALSE(is_caption("Figuur"));
}

}  // namespace
}  // namespace koppel::text
