// What must hold for any text that goes through layout and paragraphs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>

#include "koppel/testkit/harness.h"
#include "koppel/utf8.h"
#include "layout/layout.h"
#include "paragraphs/paragraphs.h"

namespace koppel::text {
namespace {

// Pieces that mean something to a step, in any order.
std::string RandomText(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "de ",  "Buurt ", "zorg-",   "einde. ",      "één ",
      "\n",   "\n",     "\n\n",    "\n\n\n",       "\f",
      "\t",   "   ",    "12\n",    "-\n",          "<\n",
      " <\n", "•\n",    "Kop\n",   "1. ",          "a) ",
      "‘x’ ", "\r\n",   "* * *\n", "            ", "woord woord woord woord woord woord "};
  std::string text;
  const std::size_t size = random() % 120;
  for (std::size_t i = 0; i < size; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

// The characters that leave ink, sorted: columns may have changed places.
std::string Ink(std::string_view text) {
  std::string ink;
  for (const char c : text) {
    if (std::string_view(" \t\r\n\f").find(c) == std::string_view::npos) ink += c;
  }
  std::sort(ink.begin(), ink.end());
  return ink;
}

void RunStep(Processor& step, Document& document) {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("step");
  const Status status = testkit::Run(step, document, setup, context);
  INFO(status.ToString());
  REQUIRE(status.ok());
}

std::unique_ptr<Document> Repaired(std::string_view text) {
  auto document = testkit::MakeDocument(text);
  Layout layout({});
  Paragraphs paragraphs;
  RunStep(layout, *document);
  RunStep(paragraphs, *document);
  return document;
}

template <class T>
void CheckSpans(const Document& document) {
  const std::string_view text = document.text();
  for (const auto row : document.layer<T>()) {
    CHECK(row.span().begin <= row.span().end);
    REQUIRE(row.span().end <= text.size());
    CHECK(OnBoundary(text, row.span().begin));
    CHECK(OnBoundary(text, row.span().end));
  }
}

TEST_CASE("layout and paragraphs lose nothing that they do not note as an artefact") {
  std::mt19937 random(7);
  for (int i = 0; i < 1500; ++i) {
    const std::string text = RandomText(random);
    auto document = Repaired(text);
    std::string kept(document->text());
    for (const auto artefact : document->layer<Artefact>()) {
      if (artefact[Artefact::decision] == "remove") kept += artefact[Artefact::left];
    }
    INFO(text);
    CHECK(Ink(kept) == Ink(text));
  }
}

TEST_CASE("layout and paragraphs give spans inside the text, on code-point boundaries") {
  std::mt19937 random(8);
  for (int i = 0; i < 500; ++i) {
    auto document = Repaired(RandomText(random));
    CheckSpans<Line>(*document);
    CheckSpans<Region>(*document);
    CheckSpans<Paragraph>(*document);
    CheckSpans<Artefact>(*document);
  }
}

TEST_CASE("the paragraph layer covers the text but for one blank line between paragraphs") {
  std::mt19937 random(9);
  for (int i = 0; i < 500; ++i) {
    auto document = Repaired(RandomText(random));
    std::string joined;
    for (const auto paragraph : document->layer<Paragraph>()) {
      joined += joined.empty() ? "" : "\n\n";
      joined += paragraph.text();
    }
    CHECK(joined == document->text());
  }
}

}  // namespace
}  // namespace koppel::text
