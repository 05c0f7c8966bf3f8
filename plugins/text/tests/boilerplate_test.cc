#include "boilerplate/boilerplate.h"

#include <catch2/catch.hpp>
#include <string>

#include "koppel/testkit/harness.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> Told(std::string_view text, bool remove = false) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("boilerplate");
  Boilerplate boilerplate({remove});
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
  Boilerplate boilerplate({false});
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

TEST_CASE("a phrase file with a wrong line is refused with its number") {
  BoilerplatePhrases phrases;
  CHECK(phrases.Add("# comment\nform\treply\tweak\n").ok());
  const Status status = phrases.Add("form\treply\nno tab here\n");
  REQUIRE(!status.ok());
  CHECK(status.message().find("line 2") != std::string::npos);
}

}  // namespace
}  // namespace koppel::text
