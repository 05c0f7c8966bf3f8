// What stands among running text without being part of it: footnotes, drop caps, captions.
#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "paragraphs/kind.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> LaidOut(std::string_view text, LayoutOptions options = {}) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout(options);
  REQUIRE(testkit::Run(layout, *document, setup, context).ok());
  return document;
}

std::vector<std::string> PartsOfKind(const Document& document, Region::Kind kind) {
  std::vector<std::string> texts;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::kind] == kind) texts.emplace_back(region.text());
  }
  return texts;
}

std::vector<std::string> Footnotes(const Document& document) {
  return PartsOfKind(document, Region::Kind::kFootnote);
}

std::vector<std::string> Rules(const Document& document) {
  std::vector<std::string> rules;
  for (const RevisionEdit& edit : document.RevisionEdits(0)) rules.emplace_back(edit.rule);
  return rules;
}

// Two pages; the sentence at the end of the first runs on in the second, `foot` stands between.
std::string TwoPages(const std::string& foot) {
  return "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg,1 die\n" + foot +
         "\n\fin de praktijk veel beter bleek te\nwerken dan wat er eerder was.\n";
}

TEST_CASE("notes below text that runs on are set apart, and moved behind the paragraph") {
  const auto document = LaidOut(TwoPages("1 Zie ook het verslag\nover dat jaar.\n2 Idem."));
  CHECK(Footnotes(*document) ==
        std::vector<std::string>{"1 Zie ook het verslag\nover dat jaar.", "2 Idem."});
  CHECK(document->text() ==
        "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg,1 die\n"
        "in de praktijk veel beter bleek te\nwerken dan wat er eerder was.\n\n"
        "1 Zie ook het verslag\nover dat jaar.\n\n2 Idem.");
}

TEST_CASE("a move is an edit under its rule on both sides, and an artefact") {
  const auto document = LaidOut(TwoPages("1 Zie ook het verslag."));
  CHECK(Rules(*document) ==
        std::vector<std::string>{"footnote_moved", "line_gap", "footnote_moved", "line_gap"});
  const auto edits = document->RevisionEdits(0);
  CHECK(edits[0].removed == "\n1 Zie ook het verslag.");
  CHECK(edits[2].inserted == "\n\n1 Zie ook het verslag.");
  CHECK(edits[0].confidence == edits[2].confidence);
  const auto artefacts = document->layer<Artefact>();
  REQUIRE(artefacts.size() == 2);
  CHECK(artefacts[1][Artefact::kind] == "footnote");
  CHECK(artefacts[1][Artefact::decision] == "move");
  CHECK(artefacts[1][Artefact::left] == "1 Zie ook het verslag.");
}

TEST_CASE("with moves off, notes are set apart where they stand") {
  const auto document = LaidOut(TwoPages("1 Zie ook het verslag."), {.moves = false});
  CHECK(Footnotes(*document).size() == 1);
  CHECK(document->text().find("zorg,1 die\n\n1 Zie ook het verslag.\n\nin de") !=
        std::string::npos);
}

TEST_CASE("a note that parts a word is told although the text has lost its mark") {
  for (const std::string page_end : {"\f", ""}) {
    const auto document =
        LaidOut("De gemeente koos in dat jaar voor vrij-\n4 Zie het verslag.\n" + page_end +
                "willigers uit de buurt, en niet voor\nwie er van ver kwam.\n");
    CHECK(Footnotes(*document) == std::vector<std::string>{"4 Zie het verslag."});
    CHECK(document->text().find("vrij-\nwilligers") != std::string_view::npos);
  }
}

TEST_CASE("the mark behind a word that a note of the page explains is told as its reference") {
  const auto document = LaidOut(
      "De 3,1 procent van de gemeente koos in dat jaar1 voor\neen andere aanpak van zorg,2 die\n"
      "1 Zie het verslag1 daarover.\n2 Idem.\n\fin de praktijk1 veel beter bleek.\n");
  std::vector<std::string> before;
  for (const auto artefact : document->layer<Artefact>()) {
    if (artefact[Artefact::kind] != "note_reference") continue;
    CHECK(artefact.text() == artefact[Artefact::left]);
    CHECK(artefact[Artefact::decision] == "keep");
    before.emplace_back(document->text().substr(0, artefact.span().begin));
  }
  REQUIRE(before.size() == 2);
  CHECK(before[0].ends_with("in dat jaar"));
  CHECK(before[1].ends_with("van zorg,"));
}

TEST_CASE("the rest of a note at the foot of the next page is a note") {
  const auto document = LaidOut(
      "De gemeente koos in dat jaar1 voor\neen aanpak die\n\n1 Zie ook het verslag\ndat toen is\n"
      "\fin de praktijk veel beter bleek, en\ndie bij de buurt2 paste, zoals\n\n"
      "gemaakt door de wijkraad.\n2 Idem.\n\fmen al gauw merkte.\n");
  CHECK(Footnotes(*document) == std::vector<std::string>{"1 Zie ook het verslag\ndat toen is",
                                                         "gemaakt door de wijkraad.", "2 Idem."});
  CHECK(document->text().find("paste, zoals\nmen al gauw") != std::string_view::npos);
}

TEST_CASE("a broken word is made whole again across a note") {
  const auto document = LaidOut(
      "De gemeente koos in dat jaar1 voor vrij-\n1 Zie het verslag.\n\fwilligers uit de buurt, "
      "en niet voor\nwie er van ver kwam.\n");
  CHECK(document->text().starts_with(
      "De gemeente koos in dat jaar1 voor vrij-\nwilligers uit de buurt"));
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

TEST_CASE("a drop cap may stand behind a quotation mark, and before capitals") {
  CHECK(LaidOut("‘W\nij krijgen vandaag\neen nieuw gebouw.’\n")->text() ==
        "‘Wij krijgen vandaag\neen nieuw gebouw.’");
  CHECK(LaidOut("D\nE BUURT krijgt vandaag\neen nieuw gebouw.\n")->text() ==
        "DE BUURT krijgt vandaag\neen nieuw gebouw.");
  CHECK(LaidOut("B\nDE BUURTEN\nHet volgende\n")->text() == "B\nDE BUURTEN\nHet volgende");
}

TEST_CASE("a letter that may be a word is joined to what is none") {
  CHECK(LaidOut("I\nn de buurt staat\neen gebouw.\n")->text() == "In de buurt staat\neen gebouw.");
  CHECK(LaidOut("O\nnder de brug woont\niemand, en onder\nde trap ook.\n")->text() ==
        "Onder de brug woont\niemand, en onder\nde trap ook.");
  CHECK(LaidOut("A\nway from home, as\nalways.\n")->text() == "A\nway from home, as\nalways.");
  CHECK(LaidOut("I\ns it away, or is\nit gone?\n")->text() == "Is it away, or is\nit gone?");
}

TEST_CASE("a letter that is a word, or that stands in running text, is no drop cap") {
  CHECK(LaidOut("I\nwas there.\n")->text() == "I\nwas there.");
  CHECK(LaidOut("zoals bij klasse\nB\nin de tabel\n")->text() ==
        "zoals bij klasse\nB\nin de tabel");
  CHECK(LaidOut("B\nHet volgende\n")->text() == "B\nHet volgende");
}

TEST_CASE("a caption in the middle of a sentence is moved behind its paragraph") {
  const std::string before =
      "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg, die\n";
  const std::string after = "in de praktijk veel beter bleek te\nwerken dan wat er eerder was.";
  for (const std::string caption :
       {"Figuur 3. Bezoeken per jaar.\n", "\nTabel 2: Bezoeken\nin 2019\n\n"}) {
    const auto document = LaidOut(before + caption + after + "\n");
    CHECK(document->text().starts_with(before + after + "\n\n"));
    CHECK(PartsOfKind(*document, Region::Kind::kCaption).size() == 1);
  }
}

TEST_CASE("a sentence about a figure is no caption, nor is one between paragraphs moved") {
  const std::string about =
      "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg, zie\n"
      "Figuur 3. Bezoeken per jaar\nzijn er niet veel.\n";
  CHECK(PartsOfKind(*LaidOut(about), Region::Kind::kCaption).empty());
  const std::string between =
      "De gemeente koos in dat jaar voor\neen andere aanpak.\n\nFiguur 3. Bezoeken.\n\n"
      "In de praktijk bleek dat beter te\nwerken.";
  CHECK(LaidOut(between + "\n")->text() == between);
}

TEST_CASE("a pull quote behind a tab is moved out of the sentence that it interrupts") {
  const auto document = LaidOut(
      "De gemeente koos in dat jaar voor\neen andere aanpak van de zorg, die\n"
      "\t‘Wij wilden het anders.’\nin de praktijk veel beter bleek te\nwerken dan wat er was.\n" +
      Join(Wrap(Prose(80), 34), "\n") + "\n");
  CHECK(document->text().find("zorg, die\nin de praktijk") != std::string::npos);
  CHECK(PartsOfKind(*document, Region::Kind::kPullQuote) ==
        std::vector<std::string>{"‘Wij wilden het anders.’"});
}

TEST_CASE("what a reader tells of a part is taken as it is") {
  auto document = testkit::MakeDocument(
      "De gemeente koos in dat jaar voor\neen andere aanpak, die\nZie ook het verslag.\n"
      "in de praktijk beter werkte.\n");
  document->layer<Region>()
      .Add({57, 77})
      .Set(Region::kind, Region::Kind::kFootnote)
      .Set(Region::rule, "marginalia");
  REQUIRE(document->layer<Region>()[0].text() == "Zie ook het verslag.");
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout({});
  REQUIRE(testkit::Run(layout, *document, setup, context).ok());
  CHECK(document->text().ends_with(
      "aanpak, die\nin de praktijk beter werkte.\n\nZie ook het verslag."));
  CHECK(Footnotes(*document) == std::vector<std::string>{"Zie ook het verslag."});
}

TEST_CASE("list marks alone on their lines are put before their items") {
  for (const std::string mark : {"•", "-", "–", "▪", "\uF0B7"}) {
    CAPTURE(mark);
    const auto document =
        LaidOut("De raad wil drie dingen:\n" + mark + "\nMeer zorg in de buurt\nzelf;\n" + mark +
                "\n\nMeer tijd;\n" + mark + "\nMeer geld.\nZo staat het er.\n");
    CHECK(document->text() == "De raad wil drie dingen:\n\n" + mark +
                                  " Meer zorg in de buurt\nzelf;\n\n" + mark + " Meer tijd;\n\n" +
                                  mark + " Meer geld.\nZo staat het er.");
    CHECK(document->layer<Line>().size() == 6);
    CHECK(document->layer<Artefact>().size() == 3);
  }
  CHECK(LaidOut("Hij wil\n•\nzorg\n•\nwelzijn\n")->text() == "Hij wil\n\n• zorg\n\n• welzijn");
}

TEST_CASE("marks that recur far from each other, or inside sentences, are stray") {
  const std::string text = Join(Wrap(Prose(120), 40), "\n");
  CHECK(LaidOut(text + "\n•\n" + text + "\n•\n" + text)->text().find("•") ==
        std::string_view::npos);
  CHECK(LaidOut("De raad wil\n-\nmeer zorg in\n-\nde buurt zelf.\n")->text() ==
        "De raad wil\nmeer zorg in\nde buurt zelf.");
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
