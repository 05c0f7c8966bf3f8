#include "turns/outline.h"

#include <catch2/catch.hpp>

#include <chrono>

#include "support.h"

namespace koppel::speakers {

namespace {

constexpr char kArticle[] =
    "De fiets als medicijn\n\n"
    "Wie beweegt, wordt minder ziek. Toch betaalt niemand de fiets, schrijft Joost van der "
    "Kamp.\n\n"
    "De wachtkamer zit vol. Dat hoeft niet.\n\n"
    "Joost van der Kamp is huisarts en publicist.\n\n"
    "Dit artikel is 812 keer bekeken.\n\n";

std::string Page(const std::string& comments) { return kArticle + comments + "\n\nReageer\n"; }

}  // namespace

TEST_CASE("an article, its note about the author and the form are told apart") {
  const Outlined o(Page("Reacties op dit artikel (1)\n\n 1. Zo is het."));
  REQUIRE(o.outline.turns.size() == 6);
  CHECK(o.Line(0) == "article Joost van der Kamp");
  CHECK(o.Text(0).ends_with("Dat hoeft niet."));
  CHECK(o.Line(1) == "bio -");
  CHECK(o.Line(2) == "boilerplate -");
  CHECK(o.Text(3) == "Reacties op dit artikel (1)");
  CHECK(o.Line(4) == "comment 1 #1");
  CHECK(o.Text(5) == "Reageer");
}

TEST_CASE("numbers inside a comment are part of it") {
  const Outlined o(
      Page("Reacties op dit artikel (3)\n\n"
           " 1. Drie redenen:\n  1. geld\n  2. tijd\n  3. zin\n\n"
           " 2. Vergeet het weer niet.\n\n"
           " 3. Precies."));
  REQUIRE(o.outline.turns.size() == 8);
  CHECK(o.Text(4) == "1. Drie redenen:\n  1. geld\n  2. tijd\n  3. zin");
  CHECK(o.Text(5) == "2. Vergeet het weer niet.");
}

TEST_CASE(
    "a comment keeps all its paragraphs, and a year at a line start is no number of a comment") {
  const Outlined o(Page(
      "Reacties (2)\n\n1. Eerste alinea.\n\nTweede alinea.\n2014. Dat was het jaar.\n\n2. Ja."));
  CHECK(o.Text(4) == "1. Eerste alinea.\n\nTweede alinea.\n2014. Dat was het jaar.");
  CHECK(o.Text(5) == "2. Ja.");
}

TEST_CASE("signatures name the speaker: after a closing, alone, and with a role") {
  const Outlined o(
      Page("Reacties op dit artikel (4)\n\n"
           " 1. Mooi.\n\n Met vriendelijke groet,\n\n Els Verhoef\n Wijkteam Oost\n\n"
           " 2. Niet mooi.\n Karim El Idrissi\n\n"
           " 3. Het kan beter.\n dr. Anna Postma, lector Bewegen\n\n"
           " 4. Kan het niet? Groetjes Jan\n"));
  CHECK(o.Line(4) == "comment 1 Els Verhoef");
  CHECK(o.Text(5) == "Met vriendelijke groet,\n\n Els Verhoef\n Wijkteam Oost");
  CHECK(o.Line(6) == "comment 2 Karim El Idrissi");
  CHECK(o.Line(8) == "comment 3 Anna Postma");
  CHECK(o.Line(10) == "comment 4 #4");
}

TEST_CASE("a greeting names the writer of the unsigned comment before, and sets reply_to") {
  const Outlined o(Page(
      "Reacties op dit artikel (3)\n\n"
      " 1. Fietsen is gevaarlijk.\n\n"
      " 2. Beste Truus,\n Dank voor jouw reactie. Dat valt mee.\n Met groet, Joost van der Kamp\n\n"
      " 3. Beste Joost,\n Dan hebben wij andere straten."));
  const auto& turns = o.outline.turns;
  CHECK(o.Line(4) == "comment 1 Truus");
  CHECK(turns[4].inferred);
  CHECK(turns[5].reply_to == 4);
  CHECK(o.Line(5) == "comment 2 Joost van der Kamp");
  CHECK_FALSE(turns[5].inferred);
  CHECK(o.Line(7) == "comment 3 Truus");
  CHECK(turns[7].reply_to == 5);
  CHECK(o.Name(turns[7].addressees.at(0)) == "Joost van der Kamp");
}

TEST_CASE("a greeting of the author who wrote no comment answers the article") {
  const Outlined o(Page("Reacties op dit artikel (1)\n\n 1. Beste Joost,\n Hulde."));
  CHECK(o.outline.turns[4].reply_to == 0);
}

TEST_CASE("labels with a time name the writers of comments") {
  const Outlined o(
      Page("2 reacties\n\n1. Els Verhoef schreef op 3 maart om 21:14:\nZo is het.\n\n"
           "2. Anoniem schreef op 4 maart om 07:55:\n@Els Verhoef Nee."));
  CHECK(o.Line(4) == "comment 1 Els Verhoef");
  CHECK(o.Line(5) == "comment 2 Anoniem");
  CHECK(o.outline.turns[5].reply_to == 4);
}

TEST_CASE("comments without numbers are told apart by their labels") {
  const Outlined o(
      Page("2 reacties\n\nEls Verhoef\n3 maart 2015 om 21:14\nZo is het.\n\nKarim Bos op 4 maart "
           "2015 om 8:00\nNee."));
  CHECK(o.Line(4) == "comment 1 Els Verhoef");
  CHECK(o.Text(4) == "Els Verhoef\n3 maart 2015 om 21:14\nZo is het.");
  CHECK(o.Line(5) == "comment 2 Karim Bos");
}

TEST_CASE("two authors are a group of two people") {
  const Outlined o("Titel\n\nDoor Els Verhoef en Karim van den Bos\n\nEerste zin. Tweede zin.\n");
  CHECK(o.Line(0) == "article Els Verhoef; Karim van den Bos");
  CHECK(o.Line(1) == "byline -");
  CHECK(o.outline.registry.people().size() == 3);
}

TEST_CASE("minutes: titles, parties, the chair, unknown voices and stage directions") {
  const Outlined o(
      "Notulen\n\nDe voorzitter: Mevrouw Smit heeft het woord.\n\n"
      "Mevrouw Smit (Lijst Plein): Dank u. Twee zaken: geld en tijd.\nTot slot dit.\n\n"
      "(Applaus.)\n\nEen stem van de tribune: Bravo!\n\nDe vergadering wordt gesloten.\n");
  REQUIRE(o.outline.turns.size() == 4);
  CHECK(o.Line(0) == "minutes De voorzitter");
  CHECK(o.Line(1) == "minutes Mevrouw Smit (Lijst Plein)");
  CHECK(o.Text(1).ends_with("Tot slot dit."));
  CHECK(o.Line(2) == "stage_direction -");
  CHECK(o.Line(3) == "minutes Een stem van de tribune");
  CHECK(o.Text(3) == "Een stem van de tribune: Bravo!");
}

TEST_CASE("labels of minutes are found in one running paragraph") {
  const Outlined o(
      "De voorzitter: Ik open. De heer Van Dam (PK): Dank u. De voorzitter: Gaat uw gang.");
  REQUIRE(o.outline.turns.size() == 3);
  CHECK(o.Text(1) == "De heer Van Dam (PK): Dank u.");
}

TEST_CASE("the head of minutes and other colons are no labels") {
  const Outlined o(
      "Voorzitter: Arends\nAanwezig: tien leden\n\nDe voorzitter: Let op: het is laat.\n\nDe "
      "griffier: Ja.");
  REQUIRE(o.outline.turns.size() == 2);
  CHECK(o.Text(0) == "De voorzitter: Let op: het is laat.");
}

TEST_CASE("an interview has questions and answers by those whom its labels name") {
  const Outlined o(
      "Interview met Ilse ten Have\n\nPlein: Hoe gaat het?\n\nTen Have: Goed.\n\nPlein: "
      "Waarom?\n\nTen Have: Daarom.\n");
  REQUIRE(o.outline.turns.size() == 5);
  CHECK(o.Line(1) == "question Plein");
  CHECK(o.Line(2) == "answer Ten Have");
}

TEST_CASE("one line with a colon does not make an interview") {
  const Outlined o("Conclusie: het regent.\n\nKortom: neem een paraplu mee.\n");
  REQUIRE(o.outline.turns.size() == 1);
  CHECK(o.Line(0) == "article -");
}

TEST_CASE("mails of a thread have senders, addressees and signatures, quoted or not") {
  const Outlined o(
      "Van: Els Verhoef <els@plein.example>\nAan: Karim Bos\nDatum: 1 mei 2019\n\nBeste "
      "Karim,\n\nGraag.\n\nGroet,\nEls\n\n"
      "> Van: Karim Bos\n> Aan: Els Verhoef\n>\n> Wil je koffie?\n>\n> Karim\n");
  REQUIRE(o.outline.turns.size() == 4);
  CHECK(o.Line(0) == "email Els Verhoef");
  CHECK(o.Name(o.outline.turns[0].addressees.at(0)) == "Karim Bos");
  CHECK(o.Line(1) == "signature Els Verhoef");
  CHECK(o.Line(2) == "email Karim Bos");
}

TEST_CASE("turns never overlap and texts made to be slow are read in linear time") {
  std::string text = "Reacties op dit artikel (9)\n\n";
  for (int i = 0; i < 100000; ++i) text += std::to_string(i % 7 + 1) + ". Beste Jan, Jan: x\n";
  const auto begin = std::chrono::steady_clock::now();
  const Outlined o(text);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  std::uint32_t end = 0;
  for (const TurnDraft& turn : o.outline.turns) {
    CHECK(turn.span.begin >= end);
    end = turn.span.end;
  }
}

TEST_CASE("a word without end is looked at in linear time") {
  std::string text = "Wie ";
  for (int i = 0; i < 200000; ++i) text += "a-";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(Outlined(text + "woordvoerder: goed zo.\n").outline.turns.size() <= 1);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("empty and blank texts have no turns") {
  CHECK(Outlined("").outline.turns.empty());
  CHECK(Outlined("\n \n").outline.turns.empty());
}

}  // namespace koppel::speakers
