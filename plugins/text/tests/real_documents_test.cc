// The steps on documents as they come from the world, where the evaluation material is at hand.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "boilerplate/boilerplate.h"
#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "paragraphs/paragraphs.h"

namespace koppel::text {
namespace {

// The document whose file name begins so, repaired; null where there is none.
std::unique_ptr<Document> Repaired(const std::string& name) {
  const std::filesystem::path folder =
      std::filesystem::path(KOPPEL_SHARED_DIR) / "corpus" / "welzijn";
  if (!std::filesystem::exists(folder)) return nullptr;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(name)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    auto document =
        testkit::MakeDocument(std::string(std::istreambuf_iterator<char>(file), {}), "nl");
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context("step");
    Layout layout({});
    Paragraphs paragraphs;
    Boilerplate boilerplate({});
    for (Processor* step : {static_cast<Processor*>(&layout), static_cast<Processor*>(&paragraphs),
                            static_cast<Processor*>(&boilerplate)}) {
      REQUIRE(testkit::Run(*step, *document, setup, context).ok());
    }
    return document;
  }
  return nullptr;
}

std::size_t Count(const Document& document, Region::Kind kind) {
  std::size_t count = 0;
  for (const auto region : document.layer<Region>()) count += region[Region::kind] == kind;
  return count;
}

TEST_CASE("double-spaced extraction becomes paragraphs") {
  const auto document = Repaired("000");
  if (!document) return;
  CHECK(document->layer<Paragraph>().size() == 6);
}

TEST_CASE("two-column extraction becomes paragraphs, with pull quotes and marks set apart") {
  const auto document = Repaired("001");
  if (!document) return;
  CHECK(document->layer<Paragraph>().size() >= 20);
  CHECK(document->layer<Paragraph>().size() <= 30);
  CHECK(Count(*document, Region::Kind::kPullQuote) == 2);
  std::size_t marks = 0, spaced = 0;
  for (const auto artefact : document->layer<Artefact>()) {
    marks += artefact[Artefact::kind] == "stray_mark";
    spaced += artefact[Artefact::kind] == "double_spacing";
  }
  CHECK(marks == 3);
  CHECK(spaced == 3);  // stretches between these and the pull quotes
}

TEST_CASE("web articles keep their paragraphs, and their boilerplate is told") {
  for (const char* name : {"002", "003", "004"}) {
    const auto document = Repaired(name);
    if (!document) return;
    CHECK(document->layer<Artefact>().empty());
    CHECK(Count(*document, Region::Kind::kBoilerplate) == 4);
    CHECK(Count(*document, Region::Kind::kHeading) >= 3);
    CHECK(Count(*document, Region::Kind::kList) >= 2);
  }
}

}  // namespace
}  // namespace koppel::text
