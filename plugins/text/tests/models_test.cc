// What the steps learn from a corpus, as it is merged and stored.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dehyphenate/dehyphenate.h"
#include "fragments/fragments.h"
#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "koppel/testkit/model.h"
#include "layout/running_heads.h"
#include "ocr/ocr.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

constexpr std::string_view kHead = "Kroniek van de wijk, nummer 12\n";

std::string Page() { return std::string(kHead) + Join(Wrap(Prose(180), 60), "-\n") + "\n1\n\f"; }

// Something to repair for each of the observers, and something to learn it from.
std::vector<std::string> Texts() {
  return {"",
          "-",
          Page() + Page() + Page(),
          Page() + Page() + Page() + Page(),
          Page(),
          "De bereikbaarheid van de wijk. De bereikbaarheid van de stad. De bereikbaarheid.",
          "heid van de wijk blijft\nzoals zij was.\n\nDe raad spreekt over de bereikbaar-\n<\n\n"
          "Een ander punt.",
          "De bereik-\nbaarheid van de kamer; kamer, kamer en kamer; in de karner"};
}

class Corpus {
 public:
  // As it is after `before`, where that is given.
  explicit Corpus(Processor* before) {
    std::vector<Document*> documents;
    for (const std::string& text : Texts()) {
      owned_.push_back(testkit::MakeDocument(text, "nl"));
      documents.push_back(owned_.back().get());
      documents_.push_back(owned_.back().get());
    }
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context("before");
    if (before) REQUIRE(testkit::RunAll(*before, documents, setup, context).ok());
  }

  const std::vector<const Document*>& documents() const { return documents_; }
  std::unique_ptr<Model> Learnt(Observer& observer) const {
    auto model = observer.NewModel();
    for (const Document* document : documents_) REQUIRE(observer.Observe(*document, *model).ok());
    return model;
  }
  // The edits and layers that `observer` makes.
  std::string Outcome(Observer& observer, std::unique_ptr<Model> model) const {
    observer.Freeze(std::move(model));
    std::string outcome;
    testkit::TestContext context("observer");
    for (const Document* document : documents_) {
      Document copy;
      copy.CopyFrom(*document);
      REQUIRE(observer.Process(copy, context).ok());
      outcome += testkit::DumpEdits(copy) + testkit::DumpLayers(copy);
    }
    return outcome;
  }

 private:
  std::vector<std::unique_ptr<Document>> owned_;
  std::vector<const Document*> documents_;
};

void Check(Observer& observer, Processor* before = nullptr) {
  const Corpus corpus(before);
  CHECK(testkit::CheckModels(observer, corpus.documents()).ToString() == "ok");
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  REQUIRE(observer.Open(setup).ok());
  auto loaded = testkit::Reloaded(observer, *corpus.Learnt(observer));
  REQUIRE(loaded.ok());
  const std::string outcome = corpus.Outcome(observer, corpus.Learnt(observer));
  CHECK((outcome == corpus.Outcome(observer, *std::move(loaded))));
  CHECK((outcome != corpus.Outcome(observer, observer.NewModel())));
}

TEST_CASE("a model is the same however it was merged, and works the same after it was stored") {
  RunningHeads heads;
  Check(heads);
  Dehyphenate dehyphenate({"nl"});
  Check(dehyphenate);
  Fragments fragments({"nl"});
  Check(fragments, &dehyphenate);
  Ocr ocr({.language = "nl", .skip = {}});
  Check(ocr);
}

TEST_CASE("a stored table of words is refused where its entries are no counts in order") {
  const auto load = [](const std::vector<std::pair<std::uint64_t, std::uint64_t>>& entries) {
    std::string bytes;
    AppendNumber(entries.size(), bytes);
    for (const auto& [hash, count] : entries) {
      AppendFixed(hash, 8, bytes);
      AppendNumber(count, bytes);
    }
    ByteReader reader(bytes);
    HashCounter counter;
    counter.Load(reader);
    return reader.Finished();
  };
  CHECK(load({}));
  CHECK(load({{0, 1}, {7, 0xFFFFFFFFU}}));
  CHECK_FALSE(load({{7, 1}, {7, 1}}));
  CHECK_FALSE(load({{7, 1}, {6, 1}}));
  CHECK_FALSE(load({{7, 0}}));
  CHECK_FALSE(load({{7, 0x100000000U}}));
  std::vector<std::pair<std::uint64_t, std::uint64_t>> crowded;
  for (std::uint64_t i = 0; i < 5000; ++i) crowded.emplace_back(i << 32U, 1);
  CHECK_FALSE(load(crowded));
}

TEST_CASE("stored pairs of words are refused where a cell is empty or beyond the table") {
  const auto load = [](const std::vector<std::uint64_t>& numbers) {
    std::string bytes;
    for (const std::uint64_t number : numbers) AppendNumber(number, bytes);
    ByteReader reader(bytes);
    Bigrams pairs;
    pairs.Load(reader);
    return reader.Finished();
  };
  CHECK(load({0}));
  CHECK(load({2, 5, 1, 0, 0xFFFFFFFFU}));
  CHECK_FALSE(load({1, 5, 0}));
  CHECK_FALSE(load({1, 5, 0x100000000U}));
  CHECK_FALSE(load({1, std::uint64_t{1} << 21U, 1}));
  CHECK_FALSE(load({2, (std::uint64_t{1} << 21U) - 1, 1, 0, 1}));
  CHECK_FALSE(load({2, 5, 1, ~std::uint64_t{0}, 1}));
}

}  // namespace
}  // namespace koppel::text
