#include "page_edges.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "make_pdf.h"
#include "read_pdf.h"

namespace koppel::read_pdf {
namespace {

using testing::Text;

// Twelve lines of text between y = 320 and y = 188, and what else the page has.
std::string PageWith(std::vector<Text> texts) {
  for (int i = 0; i < 12; ++i)
    texts.push_back({50, 320.0 - 12 * i, "Een regel van de lopende tekst van deze bladzijde"});
  return testing::MakePdf(texts);
}

// "kind: text" of every line that is told from the text.
std::vector<std::string> Edges(const std::string& pdf) {
  Document document;
  testkit::TestContext context;
  Item item;
  item.bytes = pdf;
  REQUIRE(ReadPdf({}).Parse(item, document, context).ok());
  std::vector<std::string> edges;
  for (const auto region : document.layer<Region>()) {
    const auto kind = static_cast<std::size_t>(region[Region::kind]);
    edges.push_back(fmt::format("{}: {}", Region::kKinds[kind], region.text()));
  }
  return edges;
}

TEST_CASE("a small line over the text is a running head, a number below it a page number") {
  CHECK(Edges(PageWith({{50, 370, "Cahier over de wijk", 9}, {200, 30, "7"}})) ==
        std::vector<std::string>{"header: Cahier over de wijk", "page_number: 7"});
}

TEST_CASE("a line in two parts at the margins is a running head, whatever its size") {
  CHECK(Edges(PageWith({{50, 370, "Cahier"}, {212, 370, "Themanummer"}})).size() == 1);
}

TEST_CASE("a title is no running head") {
  CHECK(Edges(PageWith({{50, 370, "Een titel zo groot als de tekst"}})).empty());
  CHECK(Edges(PageWith({{50, 370, "Een grote titel", 16}})).empty());
}

TEST_CASE("a small line close to the text is none, and a note at the foot is none") {
  CHECK(Edges(PageWith({{50, 333, "Van onze verslaggever", 9}})).empty());
  CHECK(Edges(PageWith({{50, 30, "1 Zie ook het vorige nummer.", 8}})).empty());
}

TEST_CASE("a page with little text is a cover") {
  CHECK(Edges(testing::MakePdf({{50, 370, "Klein", 8}, {50, 300, "Groot", 20}})).empty());
}

}  // namespace
}  // namespace koppel::read_pdf
