#include "boilerplate/boilerplate.h"

#include <catch2/catch.hpp>
#include <string>

#include "koppel/testkit/harness.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> Told(std::string_view text, bool remove = false,
                               bool remove_comments = false) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("boilerplate");
  Boilerplate boilerplate({remove, remove_comments});
  const Status status = testkit::Run(boilerplate, *document, setup, context);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return document;
}

std::size_t Count(std::string_view text) { return Told(text)->layer<Region>().size(); }

TEST_CASE("text.boilerplate tells counters, forms and comment headings in four languages") {
  CHECK(Count("Dit artikel is 1.204 keer bekeken.\n\nReacties op dit artikel (3)\n\nGeef een "
              "reactie") == 3);
  CHECK(Count("17 comments\n\nLeave a reply\n\nYour email address will not be published. Required "
              "fields are marked *") == 3);
  CHECK(Count("Schreibe einen Kommentar\n\n4 Kommentare") == 2);
  CHECK(Count("Laisser un commentaire\n\nRépondre") == 2);
}

TEST_CASE("text.boilerplate leaves sentences that contain a phrase") {
  CHECK(
      Count(
          "Veel reacties op dit artikel gingen over geld.\n\nDe raad wil reageren op de brief.") ==
      0);
}

TEST_CASE("text.boilerplate takes a weak phrase only beside another phrase") {
  CHECK(Count("Naam\n\nEen mens is meer dan zijn naam.") == 0);
  CHECK(Count("Reageer\n\nNaam *\n\nE-mail *\n\nWebsite") == 4);
}

TEST_CASE("text.boilerplate takes the place of a heading that an earlier step saw in a phrase") {
  auto document = testkit::MakeDocument("Reageer\n\nEen lange regel.");
  document->layer<Region>().Add({0, 7}).Set(Region::kind, Region::Kind::kHeading);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("boilerplate");
  Boilerplate boilerplate({});
  REQUIRE(testkit::Run(boilerplate, *document, setup, context).ok());
  REQUIRE(document->layer<Region>().size() == 1);
  CHECK(document->layer<Region>()[0][Region::kind] == Region::Kind::kBoilerplate);
}

TEST_CASE("text.boilerplate keeps the text unless asked to remove") {
  const std::string text = "Een zin.\n\nDit artikel is 12 keer bekeken.\n\nNog een zin.";
  CHECK(Told(text)->text() == text);
  auto document = Told(text, true);
  CHECK(document->text() == "Een zin.\n\nNog een zin.");
  REQUIRE(document->layer<Region>().size() == 1);
  CHECK(document->layer<Region>()[0][Region::removed_text] == "Dit artikel is 12 keer bekeken.");
}

// The text of the only list of comments; empty if there is not one.
std::string CommentsIn(std::string_view text) {
  const auto document = Told(text);
  std::vector<std::string> lists;
  for (const auto region : document->layer<Region>()) {
    if (region[Region::kind] == Region::Kind::kList) lists.emplace_back(region.text());
  }
  return lists.size() == 1 ? lists[0] : "";
}

TEST_CASE("text.boilerplate tells the comments below an article in four languages") {
  const std::string list = "1. A b c.\n\n2. D e f.\n\nG h i.";
  for (const std::string heading :
       {"Reacties (2)", "2 Comments", "Kommentare", "2 Commentaires", "2 Antworten zu A",
        "Réactions (2)", "2 thoughts on A", "Alle reacties (2)"}) {
    INFO(heading);
    CHECK(CommentsIn("Z y.\n\n" + heading + "\n\n" + list) == list);
  }
}

TEST_CASE("text.boilerplate ends the comments where a form begins, and not at a reply button") {
  CHECK(CommentsIn("Reacties\n\n1. A.\n\nBeantwoorden\n\n2. B.\n\nBeantwoorden\n\nNaam *") ==
        "1. A.\n\nBeantwoorden\n\n2. B.");
}

TEST_CASE("text.boilerplate takes no other list for comments") {
  CHECK(CommentsIn("De eisen:\n\n1. A.\n\n2. B.").empty());
  CHECK(CommentsIn("Reacties\n\nEen zin.\n\n1. A.\n\n2. B.").empty());
  CHECK(CommentsIn("Reacties\n\n2. A.\n\n3. B.").empty());
  CHECK(CommentsIn("Reacties\n\n1. A.").empty());
  CHECK(CommentsIn("Reacties (1)\n\n1. A.") == "1. A.");
}

TEST_CASE("text.boilerplate removes comments only when asked to") {
  const std::string text = "Z.\n\nReacties (2)\n\n1. A.\n\nBeantwoorden\n\n2. B.\n\nReageer";
  CHECK(Told(text)->text() == text);
  CHECK(Told(text, false, true)->text() == "Z.\n\nReacties (2)\n\nReageer");
  CHECK(Told(text, true, true)->text() == "Z.\n\n");
}

TEST_CASE("text.boilerplate tells the forms, counters and bars of each language") {
  CHECK(Count("Log in om te reageren\n\nVelden met een * zijn verplicht\n\n12 keer gedeeld\n\n"
              "Deel op LinkedIn\n\nInstagram\n\nCookies weigeren") == 6);
  CHECK(Count("Sign in to comment.\n\nName (required)\n\n12 shares\n\nCopy link\n\nReddit\n\n"
              "Reject all cookies") == 6);
  CHECK(Count("Du musst angemeldet sein, um zu kommentieren.\n\nIhr Name\n\n12 mal geteilt\n\n"
              "Auf Xing teilen\n\nXing\n\nNur notwendige Cookies") == 6);
  CHECK(
      Count("Vous devez vous connecter pour laisser un commentaire.\n\nVotre nom\n\n12 partages\n\n"
            "Copier le lien\n\nPinterest\n\nTout refuser") == 6);
}

TEST_CASE("text.boilerplate leaves prose that uses the same words in each language") {
  CHECK(Count("De cookies waren op.\n\nHij stuurde een bericht.\n\nUw reactie") == 0);
  CHECK(Count("She left a message.\n\nMessage\n\nAll comments were read aloud.") == 0);
  CHECK(Count("Ein Kommentar dazu steht im Anhang.\n\nNachricht\n\nWeiter") == 0);
  CHECK(Count("Un commentaire de la loi.\n\nObjet\n\nSuivant") == 0);
}

TEST_CASE("text.boilerplate knows the notice of a spam filter by its words, however it is put") {
  CHECK(Count("Deze site houdt spam tegen met Akismet. Lees wat er met reacties gebeurt.") == 1);
  CHECK(Count("Spam on this site is caught by Akismet.") == 1);
  CHECK(Count("Diese Website hält mit Akismet Spam fern.") == 1);
  CHECK(Count("Contre les indésirables, ce site se sert d’Akismet.") == 1);
  CHECK(Count("Akismet is een filter tegen spam.") == 0);
}

TEST_CASE("text.boilerplate takes a row of buttons on one line for a share bar") {
  CHECK(Count("Teilen Twittern Drucken") == 1);
  CHECK(Count("Partager Tweeter Imprimer") == 1);
  CHECK(Count("Facebook | Twitter | E-mail") == 1);
  CHECK(Count("Delen Tweeten Mailen Printen") == 1);
  CHECK(Count("Teilen und drucken") == 0);
  CHECK(Count("Naam E-mail Website") == 0);
  CHECK(Count("Facebook en Twitter delen alles.") == 0);
}

TEST_CASE("text.boilerplate takes the comments that a reader has marked") {
  const std::string text = "Een zin.\n\nWat u vindt\n\nAnna\n\nMooi.\n\nBo\n\nNee.\n\nEinde.";
  const auto told = [&](bool remove) {
    auto document = testkit::MakeDocument(text);
    const auto add = [&](std::string_view part, std::string_view rule) {
      const auto begin = static_cast<std::uint32_t>(text.find(part));
      document->layer<Region>()
          .Add({begin, begin + static_cast<std::uint32_t>(part.size())})
          .Set(Region::rule, rule);
    };
    add("Wat u vindt\n\nAnna\n\nMooi.\n\nBo\n\nNee.", "comments");
    add("Anna\n\nMooi.", "comment");
    add("Bo\n\nNee.", "comment");
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context("boilerplate");
    Boilerplate boilerplate({false, remove});
    REQUIRE(testkit::Run(boilerplate, *document, setup, context).ok());
    return document;
  };
  CHECK(told(false)->layer<Region>().size() == 3);
  CHECK(told(true)->text() == "Een zin.\n\nWat u vindt\n\nEinde.");
}

TEST_CASE("a phrase file with a wrong line is refused with its number") {
  BoilerplatePhrases phrases;
  CHECK(phrases.Add("# comment\nform\treply\tweak\n").ok());
  const Status status = phrases.Add("form\treply\nno tab here\n");
  REQUIRE(!status.ok());
  CHECK(status.message().find("line 2") != std::string::npos);
}

}  // namespace
}  // namespace koppel::text
