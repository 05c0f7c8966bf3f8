#include "ocr/ocr.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "ocr/judge.h"
#include "ocr/readings.h"

namespace koppel::text {
namespace {

class ListedLexicon final : public Lexicon {
 public:
  explicit ListedLexicon(std::set<std::string> words) : words_(std::move(words)) {}
  Known Lookup(std::string_view word) override {
    return words_.count(std::string(word)) != 0 ? Known::kListed : Known::kNo;
  }
  Legality BreakLegality(std::string_view, std::string_view) override { return Legality::kUnknown; }

 private:
  std::set<std::string> words_;
};

HyphenVocabulary Corpus(const std::vector<std::string>& words, int times) {
  HyphenVocabulary corpus;
  for (int i = 0; i < times; ++i) {
    for (const std::string& word : words) corpus.AddText(word + "\n");
  }
  return corpus;
}

std::string Mended(OcrJudge& judge, std::string_view word) {
  const auto reading = judge.Mend(word);
  return reading ? reading->word : "";
}

std::unique_ptr<Document> Run(std::string_view text, std::vector<std::string> skip = {}) {
  Ocr component({"nl", std::move(skip)});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("ocr");
  auto document = testkit::MakeDocument(text, "nl");
  REQUIRE(testkit::Run(component, *document, setup, context).ok());
  return document;
}

std::string Text(std::string_view text, std::vector<std::string> skip = {}) {
  return std::string(Run(text, std::move(skip))->text());
}

const auto kAll = [](std::string_view) { return true; };

TEST_CASE("text.ocr mends a word only if the dictionary and the corpus know what it was") {
  ListedLexicon lexicon({"kamer", "molen"});
  const HyphenVocabulary corpus = Corpus({"kamer", "tafel"}, 4);
  OcrJudge judge(lexicon, corpus, {}, kAll);
  CHECK(Mended(judge, "karner") == "kamer");
  CHECK(Mended(judge, "rnolen").empty());  // not in the corpus
  CHECK(Mended(judge, "tafe1").empty());   // not in the dictionary
  CHECK(Mended(judge, "kamer").empty());
}

TEST_CASE("text.ocr never changes a word that the dictionary or the corpus knows") {
  ListedLexicon lexicon({"kamer", "karnen", "kamen"});
  HyphenVocabulary corpus = Corpus({"kamer", "kamen"}, 50);
  corpus.Merge(Corpus({"karner"}, 3));
  OcrJudge judge(lexicon, corpus, {}, kAll);
  CHECK(Mended(judge, "karnen").empty());
  CHECK(Mended(judge, "karner").empty());
}

TEST_CASE("text.ocr leaves a word that may have been two others") {
  const HyphenVocabulary corpus = Corpus({"modem", "rnodern"}, 9);
  ListedLexicon one({"modem"});
  OcrJudge with_one(one, corpus, {}, kAll);
  CHECK(Mended(with_one, "rnodem") == "modem");
  ListedLexicon two({"modem", "rnodern"});
  OcrJudge with_two(two, corpus, {}, kAll);
  CHECK(Mended(with_two, "rnodem").empty());
}

TEST_CASE("text.ocr puts ligatures back where words that nobody knows become one that all know") {
  ListedLexicon lexicon({"fiets", "officieel", "of", "een", "reflectie"});
  const HyphenVocabulary corpus = Corpus({"fiets", "officieel", "of", "een", "reflectie"}, 4);
  OcrJudge judge(lexicon, corpus, {}, kAll);
  CHECK(judge.Join("fi", "ets")->word == "fiets");
  CHECK(judge.Join("of", "cieel")->word == "officieel");
  CHECK(judge.Join("re", "flectie")->rule == kLigatureSpaced);
  CHECK(Mended(judge, "ofcieel") == "officieel");
  CHECK_FALSE(judge.Join("of", "een"));
  // A font that has lost its ligatures has lost them everywhere.
  HyphenVocabulary lost = Corpus({"fiets"}, 1);
  lost.Merge(Corpus({"fi", "ets"}, 50));
  OcrJudge in_lost(lexicon, lost, {}, kAll);
  CHECK(in_lost.Join("fi", "ets")->word == "fiets");
}

TEST_CASE("text.ocr mends the usual confusions, each under its rule") {
  const std::vector<std::pair<std::string, std::string>> misread = {
      {"karner", "kamer"}, {"vvater", "water"}, {"boorn", "boom"},  {"avoncl", "avond"},
      {"cloor", "door"},   {"liand", "hand"},   {"vau", "van"},     {"nnder", "under"},
      {"fiir", "für"},     {"wcrk", "werk"},    {"aIles", "alles"}, {"b0om", "boom"},
      {"a1les", "alles"},  {"hui5", "huis"},    {"caf6", "café"},   {"zÿn", "zijn"},
      {"hÿ", "hij"}};
  std::set<std::string> right;
  for (const auto& [read, meant] : misread) right.insert(meant);
  ListedLexicon lexicon(right);
  const HyphenVocabulary corpus = Corpus({right.begin(), right.end()}, 100);
  OcrJudge judge(lexicon, corpus, {}, kAll);
  for (const auto& [read, meant] : misread) {
    INFO(read);
    CHECK(Mended(judge, read) == meant);
  }
  CHECK(judge.Mend("karner")->rule == kConfusion);
  CHECK(judge.Mend("b0om")->rule == kDigit);
  CHECK(judge.Mend("hÿ")->rule == kIjAsY);
}

TEST_CASE("text.ocr leaves ordinals, numbers and measures") {
  ListedLexicon lexicon({"ist", "is", "ie", "lster", "ode", "iste", "ten", "Iste"});
  const HyphenVocabulary corpus = Corpus({"ist", "is", "ie", "ode", "iste"}, 200);
  OcrJudge judge(lexicon, corpus, {}, kAll);
  for (const std::string word : {"1st", "1e", "0de", "1ste", "10", "1s", "5", "2019"}) {
    INFO(word);
    CHECK(Mended(judge, word).empty());
  }
}

TEST_CASE("text.ocr mends a short word only if it is among the most common") {
  ListedLexicon lexicon({"van", "eke"});
  HyphenVocabulary corpus = Corpus({"van"}, 100);
  corpus.Merge(Corpus({"eke"}, 20));
  OcrJudge judge(lexicon, corpus, {}, kAll);
  CHECK(Mended(judge, "vau") == "van");
  CHECK(Mended(judge, "ekc").empty());
}

TEST_CASE("text.ocr knows a mistake that a recogniser makes again for one") {
  ListedLexicon lexicon({"kamer"});
  HyphenVocabulary corpus = Corpus({"kamer"}, 200);
  corpus.Merge(Corpus({"karner"}, 10));
  OcrJudge often(lexicon, corpus, {}, kAll);
  CHECK(Mended(often, "karner") == "kamer");
  corpus.Merge(Corpus({"karner"}, 1));  // more than one in twenty: a word of its own, a name
  OcrJudge more(lexicon, corpus, {}, kAll);
  CHECK(Mended(more, "karner").empty());
}

TEST_CASE("text.ocr gives a capital back where a sentence begins") {
  const std::string common = "sprak Sprak ";
  std::string text;
  for (int i = 0; i < 8; ++i) text += common;
  CHECK(Text(text + "en 5prak. 5prak hij?").ends_with("en sprak. Sprak hij?"));
}

TEST_CASE("text.ocr mends signs that need no dictionary") {
  CHECK(Text("Die Waſſer und \u0133s") == "Die Wasser und ijs");
  CHECK(Text("Die Waſſer und \u0133s", {"long_s", "ij"}) == "Die Waſſer und \u0133s");
}

TEST_CASE("text.ocr mends broken quotes and leaves what only looks like them") {
  CHECK(Text("Hij zei ,,kom\u201D en ``ga'' en \u201A\u201Ablijf\u2019\u2019.") ==
        "Hij zei \u201Ekom\u201D en \u201Cga\" en \u201Eblijf\u201D.");
  for (const std::string text : {"een buis van 5'' en 6'", "'''vet'''", "de waarde '' is leeg",
                                 "a,,b", "1,,2", "wacht,,,ja"}) {
    CHECK(Text(text) == text);
  }
  CHECK(Text("zei ,,kom", {"quotes"}) == "zei ,,kom");
}

TEST_CASE("text.ocr edits no more than the letters that change, under the name of the rule") {
  const auto document = Run("kamer kamer kamer kamer karner");
  CHECK(testkit::DumpEdits(*document) == "edit ocr confusion 0.900 26 28 \"rn\" -> \"m\"\n");
  CHECK(Text("kamer kamer kamer kamer karner", {"confusion"}) == "kamer kamer kamer kamer karner");
  CHECK(Text("fiets fiets fiets fiets fi ets") == "fiets fiets fiets fiets fiets");
  CHECK(Text("officieel officieel officieel officieel of\uFFFDcieel").ends_with(" officieel"));
}

// A corpus of common words, of which one in a hundred is read wrongly.
TEST_CASE("text.ocr undoes made damage and makes none") {
  const std::vector<std::string> words = {
      "kamer",  "molen",    "water",    "dorpen",  "avonden", "handel",  "winter",   "klacht",
      "morgen", "woonwijk", "directie", "collega", "lichaam", "overleg", "gemeente", "bibliotheek"};
  const std::vector<std::pair<std::string, std::string>> damages = {
      {"m", "rn"}, {"d", "cl"}, {"w", "vv"}, {"o", "0"}, {"l", "1"}, {"h", "li"}, {"c", "e"}};
  std::mt19937 chance(5);
  std::string right, damaged;
  std::size_t made = 0;
  for (int i = 0; i < 9000; ++i) {
    std::string word = words[chance() % words.size()];
    right += word + " ";
    const auto& [from, to] = damages[chance() % damages.size()];
    const std::size_t at = word.find(from);
    if (chance() % 100 == 0 && at != word.npos) {
      word.replace(at, from.size(), to);
      ++made;
    }
    damaged += word + " ";
  }
  CHECK(Run(right)->revisions() == 0);
  const auto mended = Run(damaged, {"ligature_spaced", "ligature_lost"});
  std::size_t undone = 0;
  for (const RevisionEdit& edit : mended->RevisionEdits(0)) undone += edit.confidence > 0;
  CHECK(made > 20);
  CHECK(undone * 10 >= made * 9);
  std::size_t wrong = 0;
  for (std::size_t a = 0, b = 0; a < right.size() && b < mended->text().size();) {
    const std::string_view expected = std::string_view(right).substr(a, right.find(' ', a) - a);
    const std::string_view got = mended->text().substr(b, mended->text().find(' ', b) - b);
    wrong += expected != got;
    a += expected.size() + 1;
    b += got.size() + 1;
  }
  CHECK(wrong + undone == made);
}

}  // namespace
}  // namespace koppel::text
