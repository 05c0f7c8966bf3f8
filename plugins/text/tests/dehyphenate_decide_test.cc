#include "judged.h"

namespace koppel::text {
namespace {

TEST_CASE("a word that the dictionary lists is joined") {
  const Decision d = Decide(Broken("gezel", "lige"), {.dictionary = {"gezellige"}});
  CHECK(d.kind == BreakKind::kJoin);
  CHECK(d.rule == "dictionary");
  CHECK(d.confidence > 0.99);
}

TEST_CASE("without any dictionary the corpus decides") {
  CHECK(Decide(Broken("wijk", "agent"), {.corpus = "de wijkagent"}).rule == "corpus_joined");
  const Decision kept = Decide(Broken("wijk", "agent"), {.corpus = "de wijk-agent"});
  CHECK(kept.kind == BreakKind::kKeep);
  CHECK(kept.rule == "corpus_hyphenated");
  CHECK(Decide(Broken("onbe", "kend")).kind == BreakKind::kJoin);
}

TEST_CASE("digits, acronyms and capitals keep their hyphen") {
  CHECK(Decide(Broken("65", "plussers")).rule == "digit");
  CHECK(Decide(Broken("GGZ", "instelling")).rule == "acronym");
  CHECK(Decide(Broken("KvK", "nummer")).rule == "acronym");
  CHECK(Decide(Broken("Zuid", "Limburg")).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("BIBLIO", "THEEK")).kind == BreakKind::kJoin);
}

TEST_CASE("prefixes that take a hyphen keep it") {
  const Decision d = Decide(Broken("niet", "roker"), {.dictionary = {"niet", "roker"}});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.rule == "prefix");
}

TEST_CASE("a small word between hyphens keeps both") {
  CHECK(Decide(Broken("hand-en", "spandiensten")).rule == "chain");
  CHECK(Decide(Broken("kant", "en-klaar")).kind == BreakKind::kKeep);
}

TEST_CASE("before a conjunction the hyphen is suspended") {
  const Decision d =
      Decide(Broken("ochtend", "en", "avondploeg"), {.dictionary = {"ochtend", "avond", "ploeg"}});
  CHECK(d.kind == BreakKind::kSuspended);
  CHECK(d.rule == "conjunction");
  CHECK(Decide(Broken("Vor", "und", "Nachteile"), {.dictionary = {"Vor"}, .language = "de"}).kind ==
        BreakKind::kSuspended);
}

TEST_CASE("what looks like a plural is suspended where a compound shares its end") {
  const Given given = {.dictionary = {"energie", "energie\u00EBn", "klimaat", "beleid", "worden"}};
  CHECK(Decide(Broken("energie", "en", "klimaatbeleid"), given).kind == BreakKind::kSuspended);
  CHECK(Decide(Broken("energie", "en", "worden"), given).rule == "trema");
  CHECK(Decide(Broken("energie", "en"), given).rule == "trema");
}

TEST_CASE("a particle in lower case holds a double surname together") {
  const Given given = {.dictionary = {"Vrienden", "de"}};
  const Decision d = Decide(Broken("Jansen", "de", "Vries"), given);
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.rule == "name_particle");
  CHECK(Decide(Broken("Smit", "van", "den"), given).rule == "name_particle");
  CHECK(Decide(Broken("M\u00FCller", "von", "der"), {.language = "de"}).rule == "name_particle");
  CHECK(Decide(Broken("Vrien", "den", "Jansen"), given).kind == BreakKind::kJoin);
  CHECK(Decide(Broken("jansen", "de", "vries"), given).rule != "name_particle");
}

TEST_CASE("a dropped trema comes back where only the word with it is known") {
  const Decision d = Decide(Broken("be", "indruk"), {.dictionary = {"be\u00EFndruk", "indruk"}});
  CHECK(d.kind == BreakKind::kJoin);
  CHECK(d.rule == "trema");
  CHECK(d.restored == "e\u00EF");
  CHECK(d.cut_left == 1);
  CHECK(d.cut_right == 1);
  CHECK(Decide(Broken("be", "ide"), {.dictionary = {"beide"}}).restored.empty());
  CHECK(Decide(Broken("orgie", "en"), {.dictionary = {"orgie", "orgie\u00EBn"}}).rule == "trema");
}

TEST_CASE("diminutives get their vowel back, also of words that no dictionary has") {
  CHECK(Decide(Broken("la", "tje")).restored == "aatje");
  CHECK(Decide(Broken("eetcaf\u00E9", "tjes")).restored == "eetjes");
  CHECK(Decide(Broken("taxi", "tje")).restored == "ietje");
  CHECK(Decide(Broken("knie", "tje"), {.dictionary = {"knietje"}}).restored.empty());
  CHECK(Decide(Broken("dame", "tje")).restored.empty());
}

TEST_CASE("a dropped apostrophe comes back") {
  CHECK(Decide(Broken("hobby", "tje")).restored == "y'tje");
  CHECK(Decide(Broken("A5", "tjes")).restored == "'tjes");
  CHECK(Decide(Broken("A5", "tjes")).confidence > 0.99);
  CHECK(Decide(Broken("boei", "tje"), {.dictionary = {"boeitje", "boei"}}).restored.empty());
}

TEST_CASE("two rules that restore the same word do not make it less certain") {
  CHECK(Decide(Broken("hobby", "tje"), {.dictionary = {"hobby'tje"}}).confidence > 0.99);
  CHECK(Decide(Broken("la", "tje"), {.dictionary = {"laatje"}}).confidence > 0.99);
}

TEST_CASE("two agents with one ending are coordinated") {
  const Decision same =
      Decide(Broken("pianist", "cellist"), {.dictionary = {"pianist", "cellist"}});
  CHECK(same.kind == BreakKind::kKeep);
  CHECK(same.rule == "coordination");
  const Decision agents =
      Decide(Broken("wandelaar", "verzamelaar"), {.dictionary = {"wandelaar", "verzamelaar"}});
  CHECK(agents.rule == "coordination");
  CHECK(Decide(Broken("schakel", "kandelaar"), {.dictionary = {"schakel", "kandelaar"}}).rule !=
        "coordination");
}

TEST_CASE("vowels that would be read together keep words apart") {
  CHECK(Decide(Broken("auto", "ongeluk"), {.dictionary = {"auto", "ongeluk"}}).rule ==
        "vowel_collision");
}

TEST_CASE("adjectives and names do not form one word with what follows") {
  CHECK(Decide(Broken("technisch", "inzicht"), {.dictionary = {"technisch", "inzicht"}}).rule ==
        "adjective");
  CHECK(Decide(Broken("Ohio", "rivier"), {.dictionary = {"Ohio", "rivier"}}).rule == "name");
  CHECK(Decide(Broken("Buurt", "rivier"), {.dictionary = {"Buurt", "buurt", "rivier"}}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("a left half with a foreign word behind it stays as it is") {
  const Decision d = Decide(Broken("verande", "kopen"),
                            {.dictionary = {"kopen"}, .corpus = "zij kopen wat wij kopen"});
  CHECK(d.kind == BreakKind::kAbstain);
  CHECK(d.rule == "right_half_is_a_word");
}

TEST_CASE("before a capital, a left half that cannot stand before a hyphen stays as it is") {
  const Decision d = Decide(Broken("vergade", "Morgen"), {.dictionary = {"morgen", "Morgen"}});
  CHECK(d.kind == BreakKind::kAbstain);
  CHECK(d.rule == "lost_continuation");
  CHECK(Decide(Broken("ge", "Piet")).kind == BreakKind::kAbstain);
  // Neither its being listed as a word nor a word that the two would make by chance changes that.
  std::string often;
  for (int i = 0; i < 5000; ++i) often += "verder ";
  CHECK(Decide(Broken("ver", "Der"), {.dictionary = {"ver"}, .corpus = often}).kind ==
        BreakKind::kAbstain);
  CHECK(Decide(Broken("vergade", "En", "wij")).kind == BreakKind::kAbstain);
}

TEST_CASE("before a small word in upper case, a left half stays as it is") {
  const Words words = {"vast", "Bundes"};
  CHECK(Decide(Broken("vast", "Het"), {.dictionary = words}).kind == BreakKind::kAbstain);
  CHECK(Decide(Broken("Bundes", "Die"), {.dictionary = words, .language = "de"}).kind ==
        BreakKind::kAbstain);
  CHECK(Decide(Broken("Jansen", "De")).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("check", "In"), {.corpus = "bij de check-In was"}).kind == BreakKind::kKeep);
}

TEST_CASE("before a capital, what can stand before a hyphen keeps it") {
  CHECK(Decide(Broken("Jan", "Willem")).rule == "capital");
  CHECK(Decide(Broken("tv", "Oost"), {.dictionary = {"tv"}}).rule == "capital");
  CHECK(Decide(Broken("oud", "Groninger")).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("anti", "Russisch")).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("mbo", "Noord"), {.corpus = "een mbo-opleiding"}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("mbo", "Noord"), {.corpus = "op het mbo"}).kind == BreakKind::kKeep);
  CHECK(Decide(Broken("on", "Belgisch"), {.dictionary = {"on-Belgisch"}}).rule == "dictionary");
  CHECK(Decide(Broken("zorg", "En", "wij"), {.dictionary = {"zorg"}}).kind != BreakKind::kJoin);
}

TEST_CASE("a break that the patterns forbid speaks against joining") {
  const auto forbidden = Legality::kForbidden;
  CHECK(Decide(Broken("appel", "taart"), {.dictionary = {"appeltaart"}, .legality = forbidden})
            .kind == BreakKind::kJoin);
  CHECK(Decide(Broken("bloe", "eraf"),
               {.dictionary = {"eraf"}, .corpus = "eraf", .legality = forbidden})
            .rule == "right_half_is_a_word");
  CHECK(Decide(Broken("brt", "zaak"), {.dictionary = {"zaak"}, .legality = forbidden}).rule ==
        "no_syllable");
}

TEST_CASE("letters are restored in lower case only") {
  CHECK(Decide(Broken("BE", "INDRUK"), {.dictionary = {"be\u00EFndruk"}}).restored.empty());
  // U+212A folds to k, but is not a k.
  CHECK(Decide(Broken("Zu\u212A", "ker"), {.dictionary = {"Zucker"}, .language = "de"})
            .restored.empty());
  CHECK(Decide(Broken("Zuk", "ker"), {.dictionary = {"Zucker"}, .language = "de"}).restored ==
        "ck");
}

TEST_CASE("an address that may have been broken by who did not know it is not certain") {
  BrokenWord word = Broken("blurf", "kas");
  word.address = true;
  CHECK(Decide(word).confidence > 0.9);
  CHECK(Decide(word, {.dictionary = {"blurfkas"}}).confidence < 0.9);
  CHECK(Decide(word, {.dictionary = {"blurfkas"}}).kind == BreakKind::kKeep);
  CHECK(Decide(word, {.dictionary = {"blurf", "kas", "blurfkas"}}).confidence > 0.9);
}

TEST_CASE("without two word parts the characters decide") {
  BrokenWord alone;
  alone.alone = true;
  CHECK(Decide(alone).rule == "lone_hyphen");
  BrokenWord lost = Broken("mogelijkhe", "");
  CHECK(Decide(lost).kind == BreakKind::kAbstain);
  lost.right_mark = '<';
  CHECK(Decide(lost).rule == "lost_continuation");
  lost.right_mark = ',';
  CHECK(Decide(lost).kind == BreakKind::kKeep);
}

TEST_CASE("evidence adds up to the margin, for the outcome and against its rival") {
  const Decision d = Decide(Broken("gezel", "lige"), {.dictionary = {"gezellige"}});
  CHECK(Explain(d.evidence) == "default +4.0; dictionary +4.0");
  const Decision kept = Decide(Broken("niet", "roker"), {.dictionary = {"niet", "roker"}});
  CHECK(Explain(kept.evidence) == "prefix +6.0; default -4.0; compound_parts -1.7; two_words +3.0");
}

TEST_CASE("confidence is below 0.9 where both halves, or neither, are words and no more is known") {
  const Words words = {"purpose", "built", "purposebuilt"};
  CHECK(Decide(Broken("purpose", "built"), {.dictionary = words, .language = "en"}).confidence <
        0.9);
  CHECK(Decide(Broken("blur", "fen")).confidence < 0.9);
  CHECK(Decide(Broken("blur", "fen"), {.dictionary = {"blurfen"}}).confidence > 0.99);
}

TEST_CASE("in an earlier spelling words are known in today's letters") {
  const std::string old_text = "zoo zeide hij, zooals menschen doen";
  const Words words = {"bloemen", "vaas", "bloemenvaas", "wensdroom"};
  CHECK(Decide(Broken("wensch", "droom"), {.dictionary = words, .document = old_text}).rule ==
        "dictionary");
  CHECK(Decide(Broken("wensch", "droom"), {.dictionary = words}).rule == "default");
  CHECK(Decide(Broken("bloemen", "vaas"), {.dictionary = words, .document = old_text}).kind ==
        BreakKind::kJoin);
}

TEST_CASE("where an old text hyphenates compounds, an unlisted one of two words keeps its hyphen") {
  const Words words = {"klokken", "toren"};
  const std::string old_text = "zoo zeide hij, zooals menschen doen";
  const std::string habit = old_text + " in de haven-buurt bij het pakhuis-plein";
  const Decision d = Decide(Broken("klokken", "toren"), {.dictionary = words, .document = habit});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.confidence < 0.9);
  CHECK(Decide(Broken("klokken", "toren"),
               {.dictionary = words, .document = "de haven-buurt en het pakhuis-plein"})
            .kind == BreakKind::kJoin);
}

TEST_CASE("a text with hyphenated given names has more of them") {
  const std::string_view names = "Mei-ling sprak met Yun-fat";
  CHECK(Decide(Broken("Xiao", "qing"), {.document = std::string(names)}).rule == "name_habit");
  CHECK(Decide(Broken("Xiao", "qing")).kind == BreakKind::kJoin);
}

TEST_CASE("of a word that is written both ways, the dictionary says nothing") {
  const Decision d = Decide(Broken("wijk", "agent"), {.dictionary = {"wijkagent"},
                                                      .corpus = "de wijk-agent, een wijkagent",
                                                      .document = "de wijk-agent"});
  CHECK(d.kind == BreakKind::kKeep);
  CHECK(d.confidence < 0.9);
}

TEST_CASE("a right half that only stands behind hyphens keeps its own") {
  CHECK(Decide(Broken("meer", "gezinswoning"),
               {.dictionary = {"meer", "gezinswoning", "een"}, .corpus = "de een-gezinswoning"})
            .rule == "hyphenated_family");
}

TEST_CASE("an acronym before a conjunction is suspended") {
  CHECK(Decide(Broken("WMO", "en", "jeugdhulp"),
               {.dictionary = {"jeugd", "hulp"}, .corpus = "de WMO-voorziening"})
            .kind == BreakKind::kSuspended);
}

TEST_CASE("behind a German hyphen a noun would be capitalised") {
  const Words words = {"Personal", "Wahl"};
  const Decision d = Decide(Broken("Personal", "wahl"), {.dictionary = words, .language = "de"});
  CHECK(d.kind == BreakKind::kJoin);
  CHECK(d.confidence > 0.9);
}

TEST_CASE("English does not write new compounds as one word") {
  CHECK(Decide(Broken("purpose", "built"), {.dictionary = {"purpose", "built"}, .language = "en"})
            .kind == BreakKind::kKeep);
  CHECK(Decide(Broken("de", "commission"), {.dictionary = {"commission", "de"}, .language = "en"})
            .kind == BreakKind::kJoin);
}

// Knows nothing, and counts how often it was asked.
class CountingLexicon : public Lexicon {
 public:
  Known Lookup(std::string_view) override {
    ++questions;
    return Known::kNo;
  }
  Legality BreakLegality(std::string_view, std::string_view) override { return Legality::kUnknown; }

  std::size_t questions = 0;
};

TEST_CASE("a break asks no more of the dictionary than its length allows") {
  const std::string half(kLongestPart, 'a');
  CountingLexicon lexicon;
  HyphenVocabulary words;
  words.AddText("zoo zooals menschen");
  BreakJudge judge(LanguageOf("nl"), lexicon, words);
  judge.Begin([&]() -> const HyphenVocabulary& { return words; });
  const std::string other(kLongestPart, 'b');
  CHECK(judge.Decide(Broken(half, other)).kind == BreakKind::kJoin);
  CHECK(lexicon.questions < 2 * kLongestPart);
}

}  // namespace
}  // namespace koppel::text
