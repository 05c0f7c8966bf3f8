// What kind of parts the two halves of a word are.
#include <string>

#include "judged.h"

namespace koppel::text {
namespace {

TEST_CASE("words that are said letter by letter keep their hyphen") {
  const auto allowed = Legality::kAllowed, forbidden = Legality::kForbidden;
  CHECK(Decide(Broken("btw", "tarief"), {.dictionary = {"btw", "tarief"}, .legality = allowed})
            .rule == "initialism");
  CHECK(Decide(Broken("btw", "tarief"),
               {.dictionary = {"btw", "tarief", "btwtarief"}, .legality = allowed})
            .kind == BreakKind::kJoin);
  const Words words = {"WIA", "uitkering"};
  CHECK(Decide(Broken("wia", "uitkering"), {.dictionary = words, .legality = forbidden}).kind ==
        BreakKind::kKeep);
  // A syllable that capitals make an acronym of, or a name.
  CHECK(Decide(Broken("wia", "uitkering"), {.dictionary = words, .legality = allowed}).kind ==
        BreakKind::kJoin);
  CHECK(Decide(Broken("nijl", "paard"),
               {.dictionary = {"NIJL", "Nijl", "paard"}, .legality = forbidden})
            .rule != "initialism");
}

TEST_CASE("of two acronyms the hyphen is kept, of a word or number in capitals it is not") {
  const Given given = {.legality = Legality::kAllowed};
  CHECK(Decide(Broken("CR", "LF"), given).rule == "acronym");
  CHECK(Decide(Broken("MC", "LX"), given).kind == BreakKind::kJoin);
  CHECK(Decide(Broken("WET", "TEN"), {.dictionary = {"wet", "WETTEN"}}).kind == BreakKind::kJoin);
}

TEST_CASE("what begins with a number keeps its hyphen") {
  CHECK(Decide(Broken("13de", "eeuws"), {.dictionary = {"eeuws"}}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("60er", "Jahre"), {.dictionary = {"Jahre"}, .language = "de"}).kind ==
        BreakKind::kKeep);
  CHECK(Decide(Broken("24uurs", "zorg"), {.dictionary = {"zorg"}}).kind == BreakKind::kJoin);
}

TEST_CASE("colours and adjectives of equal rank are coordinated") {
  CHECK(Decide(Broken("zwart", "witte"), {.dictionary = {"zwart", "witte"}}).rule ==
        "coordination");
  CHECK(Decide(Broken("schwarz", "wei\u00DF"), {.language = "de"}).rule == "coordination");
  const Words words = {"fiscaal", "fiscale", "juridische", "lokaal", "metaal", "plein"};
  CHECK(Decide(Broken("fiscaal", "juridische"), {.dictionary = words}).rule == "coordination");
  CHECK(Decide(Broken("metaal", "juridische"), {.dictionary = words}).rule != "coordination");
  CHECK(Decide(Broken("fiscaal", "plein"), {.dictionary = words}).rule != "coordination");
  // A German noun has a capital; "Tisch" is no adjective.
  CHECK(Decide(Broken("Tisch", "bein"), {.dictionary = {"Tisch", "Bein"}, .language = "de"}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("a prefix keeps its hyphen before a proper name") {
  CHECK(Decide(Broken("on", "Belgisch"), {.dictionary = {"Belgisch"}}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("un", "American"), {.dictionary = {"American"}, .language = "en"}).kind ==
        BreakKind::kKeep);
  CHECK(Decide(Broken("on", "Vertel"), {.dictionary = {"Vertel", "vertel"}}).kind ==
        BreakKind::kAbstain);
}

TEST_CASE("vowels collide in compounds of unknown first parts where no word is divided") {
  const Given given = {.dictionary = {"entingen", "gel"}, .legality = Legality::kForbidden};
  CHECK(Decide(Broken("blurfo", "entingen"), given).rule == "vowel_collision");
  CHECK(Decide(Broken("pasta", "achtige"), {.dictionary = {"pasta"}}).rule == "vowel_collision");
}

TEST_CASE("in a word with another hyphen, two unknown parts are likelier joined by one") {
  CHECK(Decide(Broken("knor-blurf", "zwaks")).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("knor-blurf", "zwaks"), {.dictionary = {"blurfzwaks"}}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("words of another spelling than the dictionary's are known") {
  const Decision d =
      Decide(Broken("organ", "isation"), {.dictionary = {"organization"}, .language = "en"});
  CHECK(d.rule == "dictionary");
  CHECK(Decide(Broken("ab", "ise"), {.dictionary = {"abize"}, .language = "en"}).rule == "default");
}

TEST_CASE("a form of a word that is broken before its ending is not suspended") {
  const Words words = {"eigenaar", "partij", "wor", "den"};
  CHECK(Decide(Broken("eige", "naar"), {.dictionary = words}).kind == BreakKind::kJoin);
  CHECK(Decide(Broken("partij", "en", "worden"),
               {.dictionary = {"partij", "partijen", "wor", "den"}, .legality = Legality::kAllowed})
            .confidence < 0.9);
}

// Has words with one first part.
class FamilyLexicon : public FixedLexicon {
 public:
  explicit FamilyLexicon(WordFamily family) : FixedLexicon({"knor", "blurfen"}), family_(family) {}
  WordFamily FamilyOf(std::string_view part) override {
    return part == "knor" ? family_ : WordFamily();
  }

 private:
  WordFamily family_;
};

TEST_CASE("where the dictionary hyphenates the words with a first part, others are hyphenated") {
  const HyphenVocabulary none;
  const auto rule = [&](WordFamily family) {
    FamilyLexicon lexicon(family);
    BreakJudge judge(LanguageOf("nl"), lexicon, none);
    judge.Begin([&]() -> const HyphenVocabulary& { return none; });
    return std::string(judge.Decide(Broken("knor", "blurfen")).rule);
  };
  CHECK(rule({10, 0}) == "listed_family");
  CHECK(rule({10, 5}) == "default");
  CHECK(rule({0, 10}) == "default");
}

}  // namespace
}  // namespace koppel::text
