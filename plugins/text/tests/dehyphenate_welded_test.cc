#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "dehyphenate/dehyphenate.h"
#include "dehyphenate/welded.h"
#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"

namespace koppel::text {
namespace {

class FixedLexicon : public Lexicon {
 public:
  explicit FixedLexicon(std::set<std::string, std::less<>> words) : words_(std::move(words)) {}
  Known Lookup(std::string_view word) override {
    return words_.count(word) > 0 ? Known::kListed : Known::kNo;
  }
  Legality BreakLegality(std::string_view, std::string_view) override { return Legality::kUnknown; }

 private:
  std::set<std::string, std::less<>> words_;
};

std::string Rule(std::string_view word, std::string_view next, std::string_view corpus = {}) {
  static const auto language = LoadLanguage(std::string(KOPPEL_PLUGIN_DIR) + "/data/nl.yaml");
  REQUIRE(language.ok());
  FixedLexicon lexicon({"post", "posten", "pakket", "dienst", "postdienst", "pakketdienst",
                        "opdracht", "klus", "van"});
  HyphenVocabulary vocabulary;
  vocabulary.AddText(corpus);
  const auto weld = WeldFinder(*language, lexicon, vocabulary).Judge(word, next);
  if (!weld) return "";
  return std::string(weld->rule) + ":" + std::string(word.substr(0, weld->at)) +
         std::string(weld->inserted) + std::string(word.substr(weld->at));
}

TEST_CASE("a welded conjunction is parted before a compound that shares its end") {
  CHECK(Rule("klusof", "pakketdienst", "een klusdienst") == "welded_suspended:klus- of");
  CHECK(Rule("klusof", "pakket", "een klusdienst").empty());
  CHECK(Rule("klusof", "pakketdienst").empty());
}

TEST_CASE("a plural is parted only where the corpus suspends its hyphen as well") {
  CHECK(Rule("posten", "pakketdienst").empty());
  CHECK(Rule("posten", "pakketdienst", "de post- of koeriersdienst") ==
        "welded_suspended:post- en");
  CHECK(Rule("posten", "pakketdienst", "de post- of koeriersdienst, posten en posten").empty());
  CHECK(Rule("posten", "klus", "de post- of koeriersdienst").empty());
}

TEST_CASE("a welded function word is parted from a word that the corpus has") {
  const std::string_view corpus = "de opdracht, een opdracht";
  CHECK(Rule("opdrachtvan", "haar", corpus) == "welded_words:opdracht van");
  CHECK(Rule("vanopdracht", "haar", corpus).empty());
  CHECK(Rule("opdrachtvan", "haar").empty());
  CHECK(Rule("opdrachten", "haar", corpus).empty());
  // What occurs twice is no accident.
  CHECK(Rule("opdrachtvan", "haar", "opdracht opdracht opdrachtvan opdrachtvan").empty());
}

TEST_CASE("text.dehyphenate parts welded words only if asked to, with an edit and an artefact") {
  const std::string_view text =
      "de blijdschap van de blijdschap is de blijdschapvan het gezel-\nlige dorp";
  for (const bool split : {false, true}) {
    Dehyphenate component({.language = "nl", .split_welded = split});
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context("dehyphenate");
    auto document = testkit::MakeDocument(text);
    REQUIRE(testkit::Run(component, *document, setup, context).ok());
    const bool parted = split && setup.notes.empty();  // a note names a missing dictionary
    CHECK((document->text().find("blijdschap van het") != std::string_view::npos) == parted);
    CHECK((testkit::DumpEdits(*document).find("welded_words 0.950") != std::string::npos) ==
          parted);
    CHECK((testkit::DumpLayers(*document).find("decision=\"split\"") != std::string::npos) ==
          parted);
  }
}

}  // namespace
}  // namespace koppel::text
