#include "fragments/fragments.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "dehyphenate/dehyphenate.h"
#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"

namespace koppel::text {
namespace {

using Documents = std::vector<std::unique_ptr<Document>>;

Documents Repaired(const std::vector<std::string>& texts, double margin = 3) {
  Dehyphenate dehyphenate({"nl"});
  Fragments fragments({"nl", margin});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("fragments");
  Documents documents;
  std::vector<Document*> corpus;
  for (const std::string& text : texts) {
    documents.push_back(testkit::MakeDocument(text, "nl"));
    corpus.push_back(documents.back().get());
  }
  for (Processor* step :
       {static_cast<Processor*>(&dehyphenate), static_cast<Processor*>(&fragments)}) {
    REQUIRE(testkit::RunAll(*step, corpus, setup, context).ok());
  }
  return documents;
}

// A left half at the end of a column, and its continuation above, where a column begins.
const std::string kParted =
    "heid van de wijk blijft\nzoals zij was.\n\nDe raad spreekt over de bereikbaar-\n<\n\n"
    "Een ander punt is de haven.";
const std::string kCorpus =
    "De bereikbaarheid van de wijk. De bereikbaarheid van de stad. Over de bereikbaarheid.";

TEST_CASE("text.fragments moves the rest of the sentence behind the left half") {
  const auto documents = Repaired({kParted, kCorpus});
  CHECK(documents[0]->text() ==
        "\n\nDe raad spreekt over de bereikbaarheid van de wijk blijft zoals zij was.\n<\n\n"
        "Een ander punt is de haven.");
  const std::string layers = testkit::DumpLayers(*documents[0]);
  CHECK(layers.find("decision=\"move\" rule=\"fragment\"") != std::string::npos);
  CHECK(layers.find("resolved=false") == std::string::npos);
}

TEST_CASE("text.fragments flags both places where the margin is not reached") {
  const auto documents = Repaired({kParted, kCorpus}, 1000);
  CHECK(documents[0]->text() == kParted);
  std::size_t flags = 0;
  for (const auto row : documents[0]->layer<Artefact>()) {
    if (row[Artefact::kind] != "fragment") continue;
    ++flags;
    CHECK(row[Artefact::left] == "bereikbaar");
    CHECK(row[Artefact::right] == "heid van de wijk blijft");
    CHECK(row[Artefact::decision] == "abstain");
  }
  CHECK(flags == 2);
}

TEST_CASE("text.fragments leaves a half whose continuation is lost to the artefact that it has") {
  const std::string text =
      "heid van de wijk blijft.\n\nDe raad spreekt over de aanmoe-\n<\n\nEen ander punt.";
  const auto documents = Repaired({text, kCorpus});
  CHECK(documents[0]->text() == text);
  CHECK(documents[0]->layer<Artefact>().size() == 1);
}

TEST_CASE("text.fragments moves nothing where two right halves fit as well") {
  const std::string text =
      "heid van de stad is goed.\n\nheid van de stad is slecht.\n\n"
      "De raad spreekt over de bereikbaar-\n<\n\nEen ander punt.";
  CHECK(Repaired({text, kCorpus})[0]->text() == text);
}

TEST_CASE("bigrams count the same whatever the order of texts, and not across sentence ends") {
  Bigrams ab, ba, other;
  ab.AddText("de wijk. De stad");
  other.AddText("de wijk en de Wijk");
  ba.Merge(other);
  Bigrams copy = ab;
  ab.Merge(other);
  ba.Merge(copy);
  CHECK(ab.Count("de", "wijk") == 3);
  CHECK(ba.Count("de", "wijk") == 3);
  CHECK(ab.Count("wijk", "de") == 0);
  CHECK(ab.Count("", "de") == 0);
}

// Articles about made-up places, in which every third sentence has lost its second line to another
// paragraph.
class Shuffle {
 public:
  explicit Shuffle(unsigned seed) : chance_(seed) {}

  std::string Article() {
    std::vector<std::string> paragraphs;
    std::vector<std::string> strays;
    for (int i = 0; i < 9; ++i) {
      const auto& [left, right] = Pick(kWords);
      const std::string head = Pick(kHeads) + Pick(kPlaces) + Pick(kMiddles) + left + "-";
      const std::string tail = right + Pick(kTails) + "\nvan " + Pick(kPlaces) + ".";
      const bool parted = i % 3 == 0;
      paragraphs.push_back(parted ? head + "\n<" : head + "\n" + tail);
      if (parted) {
        strays.push_back(tail);
        ++made_;
      }
    }
    for (const std::string& stray : strays) {
      const auto at = static_cast<std::ptrdiff_t>(chance_() % (paragraphs.size() + 1));
      paragraphs.insert(paragraphs.begin() + at, stray);
    }
    std::string text;
    for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
    return text;
  }

  // Every word as it is written inside a line.
  static std::string Dictionary() {
    std::string text;
    for (int i = 0; i < 3; ++i) {
      for (const auto& [left, right] : kWords) text += "Dat " + left + right + " hier.\n";
    }
    return text;
  }

  std::size_t made() const { return made_; }
  bool IsRight(std::string_view left, std::string_view right) const {
    return std::any_of(kWords.begin(), kWords.end(), [&](const auto& word) {
      return word.first == left && word.second == right;
    });
  }

 private:
  using Word = std::pair<std::string, std::string>;

  template <class T>
  const T& Pick(const std::vector<T>& from) {
    return from[chance_() % from.size()];
  }

  static const std::vector<Word> kWords;
  static const std::vector<std::string> kHeads, kPlaces, kMiddles, kTails;

  std::mt19937 chance_;
  std::size_t made_ = 0;
};

const std::vector<Shuffle::Word> Shuffle::kWords = {
    {"maatschappe", "lijkheid"}, {"organi", "satie"},   {"verzor", "ging"},     {"opvoe", "ding"},
    {"begelei", "ding"},         {"ondersteu", "ning"}, {"mogelijk", "heid"},   {"vergade", "ring"},
    {"vrijwil", "liger"},        {"samenwer", "king"},  {"verbete", "ring"},    {"beoorde", "ling"},
    {"behande", "ling"},         {"wetge", "ving"},     {"gemeen", "te"},       {"omge", "ving"},
    {"bibli", "otheek"},         {"secre", "taris"},    {"zelfstan", "digheid"}};
const std::vector<std::string> Shuffle::kHeads = {"In ", "Volgens de raad van ", "De mensen van ",
                                                  "Al jaren is in "};
const std::vector<std::string> Shuffle::kPlaces = {"Noorderwoud", "Klaverdam", "Oud Zwaanstede",
                                                   "Lindekerk", "Het Bovenveen"};
const std::vector<std::string> Shuffle::kMiddles = {" gaat het over de ", " en omstreken is de ",
                                                    " wacht iedereen op een "};
const std::vector<std::string> Shuffle::kTails = {" al lang in handen", " volgend jaar een zaak",
                                                  " naar ieders mening iets"};

TEST_CASE("text.fragments moves at least 95 of 100 right in shuffled articles") {
  Shuffle shuffle(3);
  std::vector<std::string> texts{Shuffle::Dictionary()};
  for (int i = 0; i < 40; ++i) texts.push_back(shuffle.Article());
  std::size_t moved = 0;
  std::size_t right = 0;
  for (const auto& document : Repaired(texts)) {
    for (const auto row : document->layer<Artefact>()) {
      if (row[Artefact::decision] != "move") continue;
      ++moved;
      right += shuffle.IsRight(row[Artefact::left], row[Artefact::right]);
    }
  }
  INFO("made " << shuffle.made() << ", moved " << moved << ", right " << right);
  CHECK(moved * 2 >= shuffle.made());
  CHECK(right * 100 >= moved * 95);
}

TEST_CASE("text.fragments moves nothing in a text of equal halves, however long") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "bereikbaar-\n<\nheid was.\n\n";
  CHECK(Repaired({text, kCorpus})[0]->text() == text);
}

}  // namespace
}  // namespace koppel::text
