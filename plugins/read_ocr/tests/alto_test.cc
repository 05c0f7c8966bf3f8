#include "support.h"

namespace koppel::read_ocr {
namespace {

using namespace testing;
using Read = Reading<ReadAlto>;

constexpr std::string_view kBroken =
    R"(<TextBlock ID="a"><TextLine><String CONTENT="een"/><SP/><String CONTENT="kop" SUBS_TYPE="HypPart1" SUBS_CONTENT="koppelteken"/><HYP CONTENT="-"/></TextLine>)"
    R"(<TextLine><String CONTENT="pelteken," SUBS_TYPE="HypPart2" SUBS_CONTENT="koppelteken"/><SP/><String CONTENT="dus"/></TextLine></TextBlock>)";

TEST_CASE("read.alto gives text, pages, boxes in points and confidences") {
  const Read read(Alto(
      R"(<TextBlock ID="a" LANG="dut"><TextLine><String CONTENT="Één" HPOS="300" VPOS="600" WIDTH="150" HEIGHT="60" WC="0.75" STYLEREFS="f"/><SP/><String CONTENT="&lt;regel&gt;" CC="0 9"/></TextLine></TextBlock>)",
      R"(<Styles><TextStyle ID="f" FONTFAMILY="Times" FONTSIZE="9.5"/></Styles>)"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Één <regel>\n");
  CHECK(read.document.language() == "nl");
  CHECK(read.document.metadata("pages") == "1");
  CHECK(read.document.source().content == SourceContent::kExtraction);
  const auto pages = read.document.layer<Page>();
  REQUIRE(pages.size() == 1);
  CHECK(pages[0][Page::width] == Approx(720));  // 3000 pixels at 300 to the inch
  const auto boxes = read.document.layer<Box>();
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].text() == "Één");
  CHECK(boxes[0][Box::page] == pages[0].ref());
  CHECK(boxes[0][Box::left] == Approx(72));
  CHECK(boxes[0][Box::bottom] == Approx(158.4));
  CHECK(boxes[0][Box::confidence] == Approx(0.75));
  CHECK(boxes[0][Box::font] == "Times");
  CHECK(boxes[0][Box::font_size] == Approx(9.5));
  CHECK(boxes[1][Box::confidence] == Approx(0.5));
  CHECK_FALSE(boxes[1].Has(Box::left));
}

TEST_CASE("read.alto measures in the file's own unit") {
  const auto left = [](std::string_view unit) {
    const Read read(Alto(
        R"(<TextBlock><TextLine><String CONTENT="a" HPOS="254" VPOS="1" WIDTH="10" HEIGHT="10"/></TextLine></TextBlock>)",
        "<Description><MeasurementUnit> " + std::string(unit) +
            " </MeasurementUnit></Description>"));
    REQUIRE(read.status.ok());
    return read.document.layer<Box>()[0][Box::left];
  };
  CHECK(left("mm10") == Approx(72));
  CHECK(left("inch1200") == Approx(15.24));
  CHECK(left("pixel") == Approx(60.96));
}

TEST_CASE("read.alto: a word that the file knows whole is put together by its rule") {
  const Read read(Alto(kBroken));
  REQUIRE(read.status.ok());
  CHECK(read.AsRead() == "een kop-\npelteken, dus\n");
  CHECK(read.document.text() == "een\nkoppelteken, dus\n");
  REQUIRE(read.document.revisions() == 1);
  CHECK(read.document.RevisionStep(0) == "read");
  for (const RevisionEdit& edit : read.document.RevisionEdits(0))
    CHECK(edit.rule == "subs_content");
  const auto artefacts = read.document.layer<Artefact>();
  REQUIRE(artefacts.size() == 1);
  CHECK(artefacts[0].text() == "koppelteken,");
  CHECK(artefacts[0][Artefact::left] == "kop");
  CHECK(artefacts[0][Artefact::right] == "pelteken");
  CHECK(artefacts[0][Artefact::decision] == "join");
}

TEST_CASE("read.alto: the whole word wins over what the halves would give") {
  const auto joined = [](std::string_view first, std::string_view second, std::string_view whole) {
    const auto half = [&](std::string_view text, char part) {
      return R"(<TextLine><String CONTENT=")" + std::string(text) + R"(" SUBS_TYPE="HypPart)" +
             part + R"(" SUBS_CONTENT=")" + std::string(whole) + R"("/></TextLine>)";
    };
    const Read read(Alto("<TextBlock>" + half(first, '1') + half(second, '2') + "</TextBlock>"));
    REQUIRE(read.status.ok());
    return std::string(read.document.text());
  };
  CHECK(joined("cre-", "eert", "creëert") == "creëert\n");
  CHECK(joined("sociaal-", "cultureel", "sociaal-cultureel") == "sociaal-cultureel\n");
  CHECK(joined("(auto", "tje)", "autootje") == "(autootje)\n");
  CHECK(joined("\xE2\x80\x98wo", "ning\xE2\x80\x99", "\xE2\x80\x98woning\xE2\x80\x99") ==
        "\xE2\x80\x98woning\xE2\x80\x99\n");
}

TEST_CASE("read.alto: halves meet over a page break and its running head") {
  const Read read(
      R"(<alto><Layout><Page ID="1"><PrintSpace><TextBlock><TextLine><String CONTENT="De"/><SP/><String CONTENT="onder-" SUBS_TYPE="HypPart1" SUBS_CONTENT="onderneming"/></TextLine></TextBlock></PrintSpace></Page>)"
      R"(<Page ID="2"><TopMargin><TextBlock><TextLine><String CONTENT="Jaarverslag"/></TextLine></TextBlock></TopMargin><PrintSpace><TextBlock><TextLine><String CONTENT="neming" SUBS_TYPE="HypPart2" SUBS_CONTENT="onderneming"/><SP/><String CONTENT="groeit."/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>)");
  REQUIRE(read.status.ok());
  CHECK(read.AsRead() == "De onder-\n\fJaarverslag\n\nneming groeit.\n");
  CHECK(read.document.text() == "De onderneming\n\fgroeit.\n");
  const auto regions = read.document.layer<Region>();
  REQUIRE(regions.size() == 1);
  CHECK(regions[0][Region::kind] == Region::Kind::kHeader);
  CHECK(regions[0][Region::removed_text] == "Jaarverslag");
}

TEST_CASE("read.alto: a half without its other half stays as printed") {
  const Read read(Alto(
      R"(<TextBlock><TextLine><String CONTENT="onder-" SUBS_TYPE="HypPart1" SUBS_CONTENT="onderneming"/></TextLine><TextLine><String CONTENT="ning" SUBS_TYPE="HypPart2" SUBS_CONTENT="woning"/></TextLine></TextBlock>)"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "onder-\nning\n");
  CHECK(read.document.revisions() == 0);
}

TEST_CASE("read.alto: a line of nothing but moved halves goes") {
  const Read read(Alto(
      R"(<TextBlock><TextLine><String CONTENT="ver-" SUBS_TYPE="HypPart1" SUBS_CONTENT="verwachting"/></TextLine>)"
      R"(<TextLine><String CONTENT="wachting" SUBS_TYPE="HypPart2" SUBS_CONTENT="verwachting"/><SP/><String CONTENT="ge-" SUBS_TYPE="HypPart1" SUBS_CONTENT="gezien"/></TextLine>)"
      R"(<TextLine><String CONTENT="zien." SUBS_TYPE="HypPart2" SUBS_CONTENT="gezien"/></TextLine></TextBlock>)"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "verwachting\ngezien.\n");
}

TEST_CASE("read.alto: margins and tags tell kinds; furniture stays where it is asked to") {
  const std::string file =
      R"(<alto><Tags><StructureTag ID="t" LABEL="PageNumber"/><LayoutTag ID="z" LABEL="MarginTextZone:note"/></Tags><Layout><Page>)"
      "<BottomMargin>" +
      AltoBlock("n", {"12"}, R"(TAGREFS="x t")") + "</BottomMargin><PrintSpace>" +
      AltoBlock("b", {"De zaal was vol."}) +
      AltoBlock("k", {"Zie bladzijde 3."}, R"(TAGREFS="z")") +
      "</PrintSpace></Page></Layout></alto>";
  const Read read(file);
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "De zaal was vol.\n\nZie bladzijde 3.\n");
  const auto regions = read.document.layer<Region>();
  REQUIRE(regions.size() == 2);
  CHECK(regions[0][Region::rule] == "margin_text_zone");
  CHECK(regions[1][Region::kind] == Region::Kind::kPageNumber);
  CHECK(read.document.layer<Page>()[0][Page::label] == "12");

  ReadAlto::Params keep;
  keep.furniture = Furniture::kKeep;
  const Read kept(file, keep);
  REQUIRE(kept.status.ok());
  CHECK(kept.document.text() == "De zaal was vol.\n\nZie bladzijde 3.\n\n12\n");
  CHECK(kept.document.revisions() == 0);
}

TEST_CASE("read.alto follows IDNEXT and ReadingOrder") {
  const std::string blocks = AltoBlock("c", {"Drie."}) + AltoBlock("a", {"Een."}, R"(IDNEXT="b")") +
                             AltoBlock("b", {"Twee."}, R"(IDNEXT="c")");
  const Read chained(Alto(blocks));
  REQUIRE(chained.status.ok());
  CHECK(chained.document.text() == "Een.\n\nTwee.\n\nDrie.\n");
  const Read ordered(Alto(
      blocks,
      R"(<ReadingOrder><OrderedGroup><ElementRef REF="b"/><UnorderedGroup><ElementRef REF="c"/></UnorderedGroup><ElementRef REF="a"/></OrderedGroup></ReadingOrder>)"));
  REQUIRE(ordered.status.ok());
  CHECK(ordered.document.text() == "Twee.\n\nDrie.\n\nEen.\n");
}

TEST_CASE("read.alto: a circle of IDNEXT and doubled ids lose no block") {
  const Read read(Alto(AltoBlock("a", {"Een."}, R"(IDNEXT="b")") +
                       AltoBlock("b", {"Twee."}, R"(IDNEXT="a")") +
                       AltoBlock("a", {"Drie."}, R"(IDNEXT="a")") + AltoBlock("", {"Vier."})));
  REQUIRE(read.status.ok());
  for (const std::string_view part : {"Een.", "Twee.", "Drie.", "Vier."})
    CHECK(Contains(read.document.text(), part));
}

TEST_CASE("read.alto: a sentence that runs on from block to block is not parted") {
  const Read read(Alto(AltoBlock("a", {"het was een mooie"}) + AltoBlock("b", {"dag. Toen"}) +
                       AltoBlock("c", {"Piet"})));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "het was een mooie\ndag. Toen\n\nPiet\n");
}

TEST_CASE("read.alto: words touch where a line has spaces but none between them") {
  const Read read(Alto(
      R"(<TextBlock><TextLine><String CONTENT="huis"/><String CONTENT=","/><SP/><String CONTENT="tuin"/></TextLine><TextLine><String CONTENT="en"/><String CONTENT="keuken"/></TextLine></TextBlock>)"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "huis, tuin\nen keuken\n");
}

}  // namespace
}  // namespace koppel::read_ocr
