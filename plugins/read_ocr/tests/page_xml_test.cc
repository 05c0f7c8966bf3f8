#include "support.h"

namespace koppel::read_ocr {
namespace {

using namespace testing;
using Read = Reading<ReadPage>;

TEST_CASE("read.page gives words, spaces as in the line, boxes and the best reading") {
  const Read read(PageXml(
      R"(<TextRegion id="r"><TextLine><Coords points="0,0 1,1"/>)"
      R"(<Word><Coords points="300,600 450,590 450,660"/><TextEquiv index="1"><Unicode>hnis</Unicode></TextEquiv><TextEquiv index="0" conf="0.9"><Unicode>huis</Unicode></TextEquiv><Glyph><TextEquiv><Unicode>h</Unicode></TextEquiv></Glyph></Word>)"
      R"(<Word><TextEquiv><Unicode>,</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>t&#252;in</Unicode></TextEquiv></Word>)"
      R"(<TextEquiv><Unicode>huis, tüin</Unicode></TextEquiv></TextLine></TextRegion>)",
      R"(imageXResolution="150" imageYResolution="150" imageResolutionUnit="PPI" primaryLanguage="Dutch")"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "huis, tüin\n");
  CHECK(read.document.language() == "nl");
  const auto boxes = read.document.layer<Box>();
  REQUIRE(boxes.size() == 1);
  CHECK(boxes[0].text() == "huis");
  CHECK(boxes[0][Box::left] == Approx(144));
  CHECK(boxes[0][Box::top] == Approx(283.2));
  CHECK(boxes[0][Box::bottom] == Approx(316.8));
  CHECK(boxes[0][Box::confidence] == Approx(0.9));
  CHECK(read.document.layer<Page>()[0][Page::width] == Approx(1440));
}

TEST_CASE("read.page: words that differ from their line are apart") {
  const Read read(PageXml(
      R"(<TextRegion><TextLine><Word><TextEquiv><Unicode>de</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>kat</Unicode></TextEquiv></Word><TextEquiv><Unicode>dekat</Unicode></TextEquiv></TextLine><TextLine><Word><TextEquiv><Unicode>de</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>kat</Unicode></TextEquiv></Word><TextEquiv><Unicode>een hond</Unicode></TextEquiv></TextLine></TextRegion>)"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "dekat\nde kat\n");
}

TEST_CASE("read.page: a line without words has one box; a region without lines its own text") {
  const Read read(PageXml(
      R"(<TextRegion id="a"><TextLine><Coords><Point x="0" y="0"/><Point x="300" y="75"/></Coords><TextEquiv conf="0.5"><Unicode>een hele regel</Unicode></TextEquiv></TextLine></TextRegion>)"
      "<TextRegion id=\"b\"><TextEquiv><Unicode>Eerste regel,\n "
      "tweede.</Unicode></TextEquiv></TextRegion>"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "een hele regel\n\nEerste regel,\ntweede.\n");
  const auto boxes = read.document.layer<Box>();
  REQUIRE(boxes.size() == 1);
  CHECK(boxes[0].text() == "een hele regel");
  CHECK(boxes[0][Box::right] == Approx(72));
}

TEST_CASE("read.page follows nested groups, and puts the rest behind") {
  const Read read(PageXml(
      R"(<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="2" regionRef="c"/><OrderedGroupIndexed index="1" id="h"><RegionRefIndexed index="1" regionRef="b"/><RegionRefIndexed index="0" regionRef="a"/></OrderedGroupIndexed><UnorderedGroupIndexed index="0" id="u"><RegionRef regionRef="d"/></UnorderedGroupIndexed></OrderedGroup></ReadingOrder>)" +
      PageRegion("x", "Rest.") + PageRegion("a", "Een.") + PageRegion("b", "Twee.") +
      PageRegion("c", "Drie.") + PageRegion("d", "Nul.")));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Nul.\n\nEen.\n\nTwee.\n\nDrie.\n\nRest.\n");
}

TEST_CASE("read.page: regions inside regions come with them unless the order names them") {
  const Read read(PageXml(
      R"(<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="named"/><RegionRefIndexed index="1" regionRef="table"/></OrderedGroup></ReadingOrder>)" +
      PageRegion("x", "Rest.") + "<TableRegion id=\"table\">" + PageRegion("c1", "Cel.") +
      PageRegion("named", "Eerst.") + PageRegion("c2", "Cel twee.") + "</TableRegion>"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Eerst.\n\nCel.\n\nCel twee.\n\nRest.\n");
}

TEST_CASE("read.page: a reading order that repeats itself or refers to nothing loses no text") {
  const Read read(PageXml(
      R"(<ReadingOrder><OrderedGroup id="g" regionRef="g"><RegionRefIndexed index="x" regionRef="b"/><RegionRefIndexed index="-1" regionRef="b"/><RegionRefIndexed regionRef="nergens"/><OrderedGroupIndexed index="1e9" id="g" regionRef="b"><RegionRefIndexed index="0" regionRef="a"/><RegionRefIndexed index="0" regionRef="a"/></OrderedGroupIndexed></OrderedGroup></ReadingOrder>)" +
      PageRegion("a", "Een.") + PageRegion("a", "Dubbel.") + PageRegion("b", "Twee.")));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Twee.\n\nEen.\n\nDubbel.\n");
}

TEST_CASE("read.page: types become kinds, and furniture is taken out with its trace") {
  const Read read(
      PageXml(PageRegion("1", "De Bode", R"(type="header")") +
              PageRegion("2", "Titel", R"(type="heading")") +
              PageRegion("3", "Lopende tekst.", R"(type="paragraph")") +
              PageRegion("4", "Een voet.", R"(type="footnote")") +
              PageRegion("5", "Onderschrift.",
                         R"(custom="readingOrder {index:4;} structure {type:caption;}")") +
              PageRegion("6", "- 14 -", R"(type="page-number")")));
  REQUIRE(read.status.ok());
  CHECK(read.AsRead() ==
        "De Bode\n\nTitel\n\nLopende tekst.\n\nEen voet.\n\nOnderschrift.\n- 14 -\n\n");
  CHECK(read.document.text() == "Titel\n\nLopende tekst.\n\nEen voet.\n\nOnderschrift.\n");
  CHECK(read.document.layer<Page>()[0][Page::label] == "- 14 -");
  std::string kinds;
  for (const auto region : read.document.layer<Region>()) {
    kinds += Region::kKinds[static_cast<std::size_t>(region[Region::kind])];
    kinds += '/' + std::string(region[Region::rule]) + ' ';
  }
  CHECK(kinds ==
        "heading/heading header/header body/paragraph body/footnote caption/caption "
        "page_number/page_number ");
}

TEST_CASE(
    "read.page: a drop capital stands before its word, a running head between parts nothing") {
  const Read read(PageXml(
      PageRegion("1", "D", R"(type="drop-capital")") + PageRegion("2", "e zon scheen op het") +
      PageRegion("h", "De Bode", R"(type="header")") + PageRegion("3", "dak.")));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "De zon scheen op het\ndak.\n");
}

}  // namespace
}  // namespace koppel::read_ocr
