#include "dehyphenate/dehyphenate.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "koppel/layers.h"
#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "lines/layer.h"

namespace koppel::text {
namespace {

using testkit::MakeDocument;

struct Repaired {
  std::unique_ptr<Document> document;
  std::string text;
};

Repaired Repair(std::string_view text, std::string language = "nl", double abstain_below = 0) {
  Dehyphenate component({.language = std::move(language), .abstain_below = abstain_below});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("dehyphenate");
  Repaired result{MakeDocument(text), {}};
  REQUIRE(testkit::Run(component, *result.document, setup, context).ok());
  result.text = std::string(result.document->text());
  return result;
}

TEST_CASE("text.dehyphenate removes only the hyphen and the line end of a joined word") {
  // An invented word, so that no installed dictionary has a say.
  const Repaired r = Repair("de blurf-\n\nknorren, alle blurfknorren");
  CHECK(r.text == "de blurfknorren, alle blurfknorren");
  CHECK(testkit::DumpEdits(*r.document) ==
        "edit dehyphenate corpus_joined 0.999 8 11 \"-\\n\\n\" -> \"\"\n");
}

TEST_CASE("text.dehyphenate keeps, suspends and abstains") {
  CHECK(Repair("een 70-\njarige").text == "een 70-jarige");
  CHECK(Repair("de voor-\nen nadelen").text == "de voor- en nadelen");
  CHECK(Repair("alle mogelijkhe-\n<\n").text == "alle mogelijkhe-\n<\n");
  CHECK(Repair("eerst\n-\ndaarna").text == "eerst\n-\ndaarna");
}

TEST_CASE("text.dehyphenate makes a kept soft hyphen visible") {
  CHECK(Repair("een 70\u00AD\njarige").text == "een 70-jarige");
}

TEST_CASE("text.dehyphenate joins at signs that were read for a hyphen, between certain words") {
  for (const char* sign :
       {"\u00AD", "\u00AC", "\u2010", "\u2011", "\u2013", "\u2014", "=", "~", "\u2212", "\u2043",
        "\uFE63", "\uFF0D", "\u2027", "\u30FB", "-.", "-'", "-\u00B7", "-  "}) {
    const std::string text = std::string("de blurf") + sign + "\nknorren, alle blurfknorren";
    CHECK(Repair(text).text == "de blurfknorren, alle blurfknorren");
  }
  for (const char* text : {"x=\ny", "blurf=\nknorren", "vader\u30FB\nzoon", "blurf-.\nknorren",
                           "in Blurf\uFF0D\nknorren"}) {
    const Repaired r = Repair(text);
    CHECK(r.text == text);
    CHECK(testkit::DumpLayers(*r.document).empty());
  }
}

TEST_CASE("text.dehyphenate keeps a dash that joins what stands around it") {
  CHECK(Repair("de jaren 2010\u2013\n2015 waren").text == "de jaren 2010\u20132015 waren");
  CHECK(Repair("sinds 2010\u2013\nheden").text == "sinds 2010\u2013heden");
  CHECK(Repair("Parijs\u2013\n\nDakar").text == "Parijs\u2013Dakar");
  CHECK(Repair("vader\u2013\nzoon").text == "vader\u2013zoon");
  // Both halves are words, so that a dash is likelier than a dash read for a hyphen.
  CHECK(Repair("with\u2014\nout, without and without", "en").text ==
        "with\u2014out, without and without");
  const Repaired r = Repair("op blz. 20\u2012\n24");
  CHECK(testkit::DumpEdits(*r.document) == "edit dehyphenate dash 0.950 13 14 \"\\n\" -> \"\"\n");
}

TEST_CASE("text.dehyphenate leaves a dash that may end a sentence or a sum") {
  for (const char* text : {"een bedrag van 200,\u2013\nDit is", "in 2010\u2013\nDe stad",
                           "een dag \u2013\nof twee", "hij wachtte\u2014\nToen kwam"}) {
    CHECK(Repair(text).text == text);
  }
}

TEST_CASE("text.dehyphenate never drops the hyphen of an address") {
  CHECK(Repair("zie www.ge-\nmeente-voorbeeld.nl voor").text ==
        "zie www.ge-meente-voorbeeld.nl voor");
  CHECK(Repair("(https://voorbeeld.nl/wet-\nten/zorg)").text ==
        "(https://voorbeeld.nl/wet-ten/zorg)");
  CHECK(Repair("mail info@ge-\nmeente.nl of bel").text == "mail info@ge-meente.nl of bel");
  CHECK(Repair("mail ge-\nmeente@voorbeeld.nl.").text == "mail ge-meente@voorbeeld.nl.");
  CHECK(Repair("op ge-\nmeente.nl/zorg staat").text == "op ge-meente.nl/zorg staat");
  CHECK(Repair("zie voorbeeld.nl/ge-\nmeente").text == "zie voorbeeld.nl/ge-meente");
  const Repaired r = Repair("op www.wijk-\ncentrum.nl");
  CHECK(testkit::DumpEdits(*r.document) ==
        "edit dehyphenate address 0.950 12 13 \"\\n\" -> \"\"\n");
}

TEST_CASE("text.dehyphenate takes no word with a stop or a sign for an address") {
  CHECK(Repair("de ge-\nmeente.Dat is").text == "de gemeente.Dat is");
  CHECK(Repair("de ge-\nmeente. De stad").text == "de gemeente. De stad");
  CHECK(Repair("van @ge-\nmeente en").text == "van @gemeente en");
}

TEST_CASE("text.dehyphenate joins over a page break") {
  CHECK(Repair("de blurf-\n\f\n\nknorren, alle blurfknorren").text ==
        "de blurfknorren, alle blurfknorren");
}

TEST_CASE("text.dehyphenate gives no letter to two lines when it restores one") {
  Document document;
  REQUIRE(document.SetText("de co-\nordinatie en co\u00F6rdinatie").ok());
  document.layer<Line>().Add({0, 6});
  document.layer<Line>().Add({7, 32});
  Dehyphenate component({.language = "nl"});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("dehyphenate");
  REQUIRE(testkit::Run(component, document, setup, context).ok());
  const auto lines = document.layer<Line>();
  CHECK(lines[0].text() == "de co");
  CHECK(lines[1].text() == "\u00F6rdinatie en co\u00F6rdinatie");
}

TEST_CASE("text.dehyphenate restores letters with an edit of no more than these") {
  const Repaired r = Repair("co-\nordinatie en co\u00F6rdinatie");
  CHECK(r.text == "co\u00F6rdinatie en co\u00F6rdinatie");
  CHECK(testkit::DumpEdits(*r.document).find("trema") != std::string::npos);
  CHECK(testkit::DumpEdits(*r.document).find("\"-\\n\" -> \"\"") != std::string::npos);
  CHECK(testkit::DumpEdits(*r.document).find("\"o\" -> \"\u00F6\"") != std::string::npos);
  CHECK(Repair("een la-\ntje").text == "een laatje");
}

TEST_CASE("text.dehyphenate records each decision over the repaired word") {
  const Repaired r = Repair("de blurf-\nknorren en blurfknorren");
  CHECK(testkit::DumpLayers(*r.document) ==
        "artefact 3 15 kind=\"hyphen\" left=\"blurf\" right=\"knorren\" decision=\"join\" "
        "rule=\"corpus_joined\" confidence=0.999 resolved=true evidence=\"default +4.0; "
        "corpus_joined +4.0; document_joined +2.0\" \"blurfknorren\"\n");
}

TEST_CASE("text.dehyphenate leaves decisions below the threshold alone") {
  const std::string_view text = "een onbe-\nkende";
  CHECK(Repair(text, "nl", 0).text == "een onbekende");
  const Repaired r = Repair(text, "nl", 1);
  CHECK(r.text == text);
  CHECK(testkit::DumpLayers(*r.document).find("resolved=false") != std::string::npos);
}

TEST_CASE("text.dehyphenate learns from other documents of the run") {
  Dehyphenate component({});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("dehyphenate");
  auto first = MakeDocument("het Kwik-\nkwak in het dorp en in de stad", "nl");
  auto second = MakeDocument("het Kwik-kwak van de stad en het Kwik-kwak van het dorp", "nl");
  std::vector<Document*> corpus{first.get(), second.get()};
  REQUIRE(testkit::RunAll(component, corpus, setup, context).ok());
  CHECK(first->text() == "het Kwik-kwak in het dorp en in de stad");
}

TEST_CASE("text.dehyphenate works without data for a language, from the corpus alone") {
  Dehyphenate component({});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("dehyphenate");
  auto document = MakeDocument("veľko-\nmesto je veľkomesto", "sk");
  REQUIRE(testkit::Run(component, *document, setup, context).ok());
  CHECK(document->text() == "veľkomesto je veľkomesto");
}

TEST_CASE("text.dehyphenate refuses a language that it has no data for") {
  Dehyphenate component({.language = "tlh"});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  const Status status = component.Open(setup);
  REQUIRE_FALSE(status.ok());
  CHECK(status.ToString() ==
        "'language' must be one of auto, de, en, fr, nl; got \"tlh\" [invalid_parameter]");
}

TEST_CASE("text.dehyphenate takes degenerate text in its stride") {
  CHECK(Repair("").text.empty());
  CHECK(Repair("-").text == "-");
  CHECK(Repair("-\n").text == "-\n");
  CHECK(Repair("a-\n").text == "a-\n");
  CHECK(Repair("la-\ntje-\ntje-\ntje").text.find('\n') == std::string::npos);
  CHECK(Repair("\u0301-\n\u0301").text.size() >= 4);
}

TEST_CASE("text.dehyphenate decides hyphens by the hundred thousand") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "ab-\n";
  const Repaired r = Repair(text);
  const auto artefacts = r.document->layer<Artefact>();
  CHECK(artefacts.size() == 200000);
}

}  // namespace
}  // namespace koppel::text
