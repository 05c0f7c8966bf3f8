#include <string>

#include "dehyphenate/habits.h"
#include "judged.h"

// How a writer and a typesetter work, and what related words say.
namespace koppel::text {
namespace {

constexpr const char* kOld = "zoo zooals menschen";

bool Has(const Decision& decision, std::string_view reason) {
  return Explain(decision.evidence).find(reason) != std::string::npos;
}

TEST_CASE("a number is never joined, whatever number stands elsewhere") {
  const Decision d = Decide(Broken("3", "8"), {.corpus = "38 38 38 38"});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.rule == "digit");
}

TEST_CASE("another form of the word with a hyphen keeps it") {
  const Words words = {"markt", "meesters", "marktmeesters"};
  CHECK(Decide(Broken("markt", "meesters"), {words}).kind == BreakKind::kJoin);
  const Decision d =
      Decide(Broken("markt", "meesters"), {words, "een markt-meester en de markt-meester"});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.rule == "relative_hyphenated");
  CHECK_FALSE(Has(Decide(Broken("markt", "meesters"), {words, "een markt-kraam"}), "relative"));
  // Other forms without one speak against it.
  const std::string joined = " marktmeester marktmeester marktmeester";
  CHECK(Decide(Broken("markt", "meesters"), {words, "een markt-meester" + joined}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("an ending makes no compound") {
  const Words words = {"dienst", "vaardigheid", "dienstvaardigheid", "vaardige", "bazuin"};
  const std::string old = std::string(kOld) + " water-molen wind-vaan hooi-wagen";
  CHECK(Decide(Broken("dienst", "vaardigheid"), {words, old, old}).kind == BreakKind::kJoin);
  CHECK_FALSE(Has(Decide(Broken("bazuin", "vaardige"), {words, old, old}), "two_words"));
  CHECK(Decide(Broken("interesting", "ness"),
               {.dictionary = {"interesting", "ness"}, .language = "en"})
            .kind == BreakKind::kJoin);
}

TEST_CASE("in an earlier spelling some pairs and all repetitions have a hyphen") {
  const Words words = {"noord",  "ooster", "noordooster", "tik",
                       "tiktik", "oud",    "strijder",    "oudstrijder"};
  CHECK(Decide(Broken("noord", "ooster"), {words, kOld, kOld}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("noord", "ooster"), {words}).kind == BreakKind::kJoin);
  CHECK(Decide(Broken("oud", "strijder"), {words, kOld, kOld}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("tik", "tik"), {words, kOld, kOld}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("tik", "tik"), {words}).kind == BreakKind::kJoin);
}

TEST_CASE("in an earlier spelling a half that the document hyphenates speaks for a hyphen") {
  const Words words = {"hooi", "wagen", "hooiwagen"};
  const std::string old = std::string(kOld) + " water-molen wind-vaan";
  CHECK(Decide(Broken("hooi", "wagen"), {words, old, old}).kind == BreakKind::kJoin);
  const std::string family = old + " melk-wagen";
  CHECK(Decide(Broken("hooi", "wagen"), {words, family, family}).kind == BreakKind::kKeep);
}

TEST_CASE("where given names with a hyphen are common, their syllables may be words") {
  const Words words = {"Tin", "lok"};
  const std::string few = "Wing-yan Kar-fai";
  const std::string many = few + " Siu-ming Tak-shing";
  CHECK(Decide(Broken("Tin", "lok"), {words, few, few, "en"}).kind == BreakKind::kJoin);
  const Decision d = Decide(Broken("Tin", "lok"), {words, many, many, "en"});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.rule == "name_habit");
}

TEST_CASE("a prefix that this corpus hyphenates keeps its hyphen in listed words") {
  const Words words = {"mid", "term", "midterm", "high", "lands", "highlands"};
  const std::string corpus = "a mid-week and a mid-sized and a mid-table; high-speed, high up";
  CHECK(Decide(Broken("mid", "term"), {words, corpus, "", "en"}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("mid", "term"), {words, "", "", "en"}).kind == BreakKind::kJoin);
  CHECK(Decide(Broken("high", "lands"), {words, corpus, "", "en"}).kind == BreakKind::kJoin);
}

TEST_CASE("a prefix that is no word keeps its hyphen before what nobody knows") {
  CHECK(Decide(Broken("avant", "gardism"), {.language = "en"}).rule == "prefix");
  CHECK(Decide(Broken("ex", "trema"), {.language = "en"}).kind == BreakKind::kJoin);
  // The corpus knows what the dictionary does not have.
  const std::string corpus = "harmonised and harmonised again";
  CHECK(Decide(Broken("pre", "harmonised"), {.corpus = corpus, .language = "en"}).rule == "prefix");
}

TEST_CASE("nouns of a verb and a particle keep their hyphen") {
  const Words words = {"kick", "off", "kickoff", "with", "in", "within"};
  CHECK(Decide(Broken("kick", "off"), {.dictionary = words, .language = "en"}).rule == "particle");
  CHECK(Decide(Broken("with", "in"), {.dictionary = words, .language = "en"}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("left halves that begin words of all kinds have no family") {
  const std::string corpus = "de om-en-omweg om-en-om";
  CHECK_FALSE(Has(Decide(Broken("om", "ringde"), {{"ringde"}, corpus}), "family"));
  CHECK_FALSE(
      Has(Decide(Broken("hash", "able"), {{"hash", "able"}, "hash-value", "", "en"}), "family"));
}

TEST_CASE("behind a German noun only an upper case has a family") {
  const std::string corpus = "die System-Gruppe und die System-Leiter";
  const Words words = {"System", "aufrufen", "Verwalter", "XML", "fest"};
  CHECK_FALSE(Has(Decide(Broken("System", "aufrufen"), {words, corpus, "", "de"}), "family"));
  CHECK(Has(Decide(Broken("XML", "fest"), {words, "die XML-Datei", "", "de"}), "family"));
}

TEST_CASE("before a conjunction, digits and acronyms are suspended") {
  for (const char* left : {"IPv4", "X11", "VM", "50"}) {
    INFO(left);
    CHECK(Decide(Broken(left, "und", "Datei"), {.language = "de"}).kind == BreakKind::kSuspended);
  }
}

TEST_CASE("a word that has a hyphen already is likelier broken at another") {
  const Decision d = Decide(Broken("kolen", "stoom-sleper"));
  CHECK(Has(d, "other_hyphen"));
}

TEST_CASE("a known word that ends in a conjunction is not two words") {
  const Words words = {"knoei", "knoeien"};
  CHECK(Decide(Broken("knoei", "en", "de"), {words}).kind == BreakKind::kJoin);
}

TEST_CASE("a typesetter who looks for written hyphens has more of them at line ends") {
  std::string neutral;
  std::string seeking;
  for (int i = 0; i < 60; ++i) {
    neutral += "in Zuid-Limburg en een klein woord meer\nvan alle an-\ndere ";
    seeking += "in Zuid-\nLimburg en een klein woord meer\nvan alle an-\ndere ";
  }
  HyphenVocabulary words;
  words.AddText(neutral);
  const Typesetting plain = TypesettingOf(words);
  CHECK(plain.written_breaks < 0);
  words.Clear();
  words.AddText(seeking);
  CHECK(TypesettingOf(words).written_breaks > 0);
  CHECK(TypesettingOf(words).at_line_ends > plain.at_line_ends);
  CHECK(TypesettingOf(HyphenVocabulary()).written_breaks == 0);
}

TEST_CASE("how the corpus is set weighs where a hyphen may have been written") {
  std::string seeking = "Wlz-zorg ";
  for (int i = 0; i < 60; ++i) seeking += "in Zuid-\nLimburg en een klein woord meer\n";
  const Words words = {"Wlz", "kosten"};
  CHECK(Has(Decide(Broken("Wlz", "kosten"), {words, seeking}), "written_breaks +"));
  CHECK_FALSE(Has(Decide(Broken("organi", "satie"), {words, seeking}), "written_breaks"));
}

}  // namespace
}  // namespace koppel::text
