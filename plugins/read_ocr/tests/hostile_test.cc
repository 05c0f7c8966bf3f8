#include <chrono>
#include <limits>

#include "markup.h"
#include "measure.h"
#include "support.h"

namespace koppel::read_ocr {
namespace {

using namespace testing;

std::string Repeat(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("malformed XML is refused with its line") {
  const std::string file = Alto("\n\n<TextBlock></TextLine>");
  CHECK(Refusal<ReadAlto>(file).starts_with("line 3: Opening and ending tag mismatch"));
  CHECK(Refusal<ReadPage>("<PcGts>\n<Page a=b></Page></PcGts>").starts_with("line 2: "));
  CHECK(Refusal<ReadAlto>("") == "an empty file");
  CHECK(Contains(Refusal<ReadPage>("gewone tekst"), "line 1: "));
}

TEST_CASE("another format is refused with the reader that takes it") {
  CHECK(Contains(Refusal<ReadAlto>(PageXml("")),
                 "'PcGts' and not 'alto': this is PAGE XML, which "
                 "read.page takes"));
  CHECK(Contains(Refusal<ReadPage>(Alto("")), "read.alto takes"));
  CHECK(Contains(Refusal<ReadPage>("<html/>"), "read.hocr takes it"));
  CHECK(Refusal<ReadAlto>("<tei/>") == "the root element is 'tei' and not 'alto'");
}

TEST_CASE("a file without words is refused") {
  CHECK(Contains(Refusal<ReadAlto>(Alto("<TextBlock/>")), "no words on 1 pages"));
  CHECK(Contains(Refusal<ReadPage>(PageXml("<TextRegion/>")), "no words"));
  CHECK(Contains(Refusal<ReadHocr>(Hocr("")), "no words"));
}

TEST_CASE("a truncated file is refused wherever it was cut") {
  const std::string alto = Alto(AltoBlock("a", {"een twee drie"}));
  const std::string page = PageXml(PageRegion("a", "een twee drie"));
  for (std::size_t size = 1; size < alto.size(); ++size) Refusal<ReadAlto>(alto.substr(0, size));
  for (std::size_t size = 1; size < page.size(); ++size) Refusal<ReadPage>(page.substr(0, size));
}

TEST_CASE("declared encodings are believed, and held against the bytes") {
  const std::string body =
      "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String "
      "CONTENT=\"caf\xE9\"/></TextLine></TextBlock></PrintSpace></Page></"
      "Layout></alto>";
  const Reading<ReadAlto> latin("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body);
  REQUIRE(latin.status.ok());
  CHECK(latin.document.text() == "café\n");
  CHECK(Contains(Refusal<ReadAlto>("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body), "UTF-8"));
  CHECK(Contains(Refusal<ReadAlto>("<?xml version=\"1.0\" encoding=\"klad\"?>" + body), "klad"));
}

TEST_CASE("entities are not expanded: a document type is refused before any is declared") {
  std::string bomb = "<!DOCTYPE alto [<!ENTITY a0 \"haha\">";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + Repeat(before, 10) + "\">";
  }
  bomb += "]>" + std::string("<alto><String CONTENT=\"&a11;\"/></alto>");
  CHECK(Contains(Refusal<ReadAlto>(bomb), "document type"));
  CHECK(Contains(Refusal<ReadPage>("<!DOCTYPE PcGts SYSTEM \"file:///etc/passwd\"><PcGts/>"),
                 "document type"));
  CHECK(Contains(Refusal<ReadPage>("<PcGts>&onbekend;</PcGts>"), "onbekend"));
  const Reading<ReadHocr> page("<!DOCTYPE html [<!ENTITY a \"haha\">]>" +
                               Hocr("<span class='ocr_line'>&a;</span>"));
  CHECK_FALSE(Contains(page.status.ok() ? page.document.text() : "", "haha"));
}

TEST_CASE("100,000 nested elements are refused") {
  const std::string deep = Repeat("<ComposedBlock>", 100'000);
  CHECK(Contains(Refusal<ReadAlto>("<alto>" + deep), "nest deeper than 256"));
  CHECK(Contains(Refusal<ReadPage>("<PcGts><Page>" + Repeat("<TextRegion>", 100'000)),
                 "nest deeper than 256"));
  CHECK(Contains(Refusal<ReadHocr>("<html>" + Repeat("<div class='ocr_par'>", 100'000)),
                 "nest deeper than 256"));
}

TEST_CASE("an element with 100,000 attributes is refused; values and text count as none") {
  std::string many = "<alto ";
  for (int i = 0; i < 100'000; ++i) many += "a" + std::to_string(i) + "=\"\" ";
  CHECK(Contains(Refusal<ReadAlto>(many + "/>"), "100000 attributes"));
  CHECK(Contains(Refusal<ReadHocr>("<html>" + many + "/></html>"), "attributes"));
  CHECK(MostAttributes("<a b=\"" + Repeat("1,2 ", 5000) + "\" c='d e > f' g = h i>" +
                       Repeat("w w ", 5000) + "</a>") == 4);
  CHECK(MostAttributes(Repeat("<", 10'000)) <= 1);
}

TEST_CASE("boxes that are none, or not of the page, are left out and told") {
  const auto box = [](std::string_view left, std::string_view width) {
    return "<TextBlock><TextLine><String CONTENT=\"a\" VPOS=\"10\" HEIGHT=\"10\" HPOS=\"" +
           std::string(left) + "\" WIDTH=\"" + std::string(width) + "\"/></TextLine></TextBlock>";
  };
  for (const auto& [left, width] :
       std::vector<std::pair<std::string, std::string>>{{"NaN", "10"},
                                                        {"10", "inf"},
                                                        {"1e300", "1e300"},
                                                        {"-1e308", "-1e308"},
                                                        {"10", "-5"},
                                                        {"4000", "10"},
                                                        {"-20", "10"},
                                                        {"een", "10"},
                                                        {"10", "0"}}) {
    INFO(left << ' ' << width);
    const Reading<ReadAlto> read(Alto(box(left, width)));
    REQUIRE(read.status.ok());
    CHECK(read.document.text() == "a\n");
    CHECK(read.document.layer<Box>().empty());
    CHECK(read.warnings ==
          std::vector<std::string>{"1 boxes left out: no rectangle, or outside their page"});
  }
  const Reading<ReadAlto> over_the_edge(Alto(box("-10", "60")));
  REQUIRE(over_the_edge.status.ok());
  CHECK(over_the_edge.document.layer<Box>()[0][Box::left] == 0);
  const Reading<ReadPage> broken(PageXml(
      "<TextRegion><TextLine><Coords points=\"1,1 2 ,, 9,9\"/><TextEquiv conf=\"7\"><Unicode>a</"
      "Unicode></TextEquiv></TextLine></TextRegion>"));
  REQUIRE(broken.status.ok());
  CHECK(broken.document.layer<Box>().empty());
  CHECK(broken.warnings.size() == 1);
}

TEST_CASE("a page of impossible size has none") {
  for (const std::string size : {"-1", "NaN", "1e99", "x", ""}) {
    const Reading<ReadPage> read("<PcGts><Page imageWidth=\"" + size + "\">" +
                                 PageRegion("a", "woord") + "</Page></PcGts>");
    REQUIRE(read.status.ok());
    CHECK_FALSE(read.document.layer<Page>()[0].Has(Page::width));
  }
}

template <class R>
double Seconds(std::string bytes) {
  const auto start = std::chrono::steady_clock::now();
  const Reading<R> read(std::move(bytes));
  REQUIRE(read.status.ok());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string BrokenWords(int count) {
  const std::string word =
      R"(<String CONTENT="on" HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9" SUBS_TYPE="HypPart1" SUBS_CONTENT="onder"/>)"
      R"(<String CONTENT="der" SUBS_TYPE="HypPart2" SUBS_CONTENT="onder"/>)";
  return Alto("<TextBlock><TextLine>" + Repeat(word, static_cast<std::size_t>(count)) +
              "</TextLine></TextBlock>");
}

std::string OrderedRegions(int count) {
  std::string order = "<ReadingOrder><OrderedGroup id=\"g\">", regions;
  for (int i = 0; i < count; ++i) {
    const std::string id = "r" + std::to_string(i);
    order += "<RegionRefIndexed index=\"" + std::to_string(-i) + "\" regionRef=\"" + id + "\"/>";
    regions += PageRegion(id, "a");
  }
  return PageXml(order + "</OrderedGroup></ReadingOrder>" + regions);
}

std::string HocrWords(int count) {
  return Hocr("<span class='ocr_line'>" +
              Repeat("<span class='ocrx_word' title='bbox 1 1 9 9'>a</span> ",
                     static_cast<std::size_t>(count)) +
              "</span>");
}

TEST_CASE("time grows with the size: broken words, regions with references, words without lines") {
  // Four times the size: a quadratic step would take sixteen times as long.
  CHECK(Seconds<ReadAlto>(BrokenWords(400'000)) < 10 * Seconds<ReadAlto>(BrokenWords(100'000)));
  CHECK(Seconds<ReadPage>(OrderedRegions(80'000)) < 10 * Seconds<ReadPage>(OrderedRegions(20'000)));
  CHECK(Seconds<ReadHocr>(HocrWords(400'000)) < 10 * Seconds<ReadHocr>(HocrWords(100'000)));
}

TEST_CASE("a page of a million words is read") {
  const Reading<ReadAlto> read(Alto("<TextBlock><TextLine>" +
                                    Repeat("<String CONTENT=\"a\"/><SP/>", 1'000'000) +
                                    "</TextLine></TextBlock>"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text().size() == 2'000'000);
}

TEST_CASE("numbers are whole and finite") {
  CHECK(ParseNumber(" +1.5\n") == 1.5);
  for (const std::string_view none : {"", "1 2", "0x10", "1e999", "nan", "inf", "1,5", "--1"})
    CHECK_FALSE(ParseNumber(none).has_value());
}

}  // namespace
}  // namespace koppel::read_ocr
