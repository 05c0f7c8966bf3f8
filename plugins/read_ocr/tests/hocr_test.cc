#include "support.h"

namespace koppel::read_ocr {
namespace {

using namespace testing;
using Read = Reading<ReadHocr>;

std::string Line(std::string_view words) {
  return "<p class='ocr_par'><span class='ocr_line'>" + std::string(words) + "</span></p>";
}

TEST_CASE("read.hocr gives words, boxes, confidences and metadata") {
  const Read read(
      R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nld" lang="nld"><head><title>Een krant</title><meta name='ocr-system' content='x'/></head>
<body><div class='ocr_page' title='image "a;b.png"; bbox 0 0 1500 3000; ppageno 0; lpageno "iv"; scan_res 150 150'>
<div class='ocr_carea' title="bbox 1 1 9 9"><p class='ocr_par'>
<span class='ocr_line' title="bbox 150 300 900 360; x_size 25">
<span class='ocrx_word' title='bbox 150 300 300 360; x_wconf 96'><strong>Één</strong></span>
<span class='ocrx_word' title='bbox 310 300 400 360; x_wconf 50; x_font "Times"; x_fsize 11'>kop&shy;</span>
</span></p></div></div></body></html>)");
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Één kop\xC2\xAD\n");
  CHECK(read.document.metadata("title") == "Een krant");
  CHECK(read.document.language() == "nl");
  const auto pages = read.document.layer<Page>();
  REQUIRE(pages.size() == 1);
  CHECK(pages[0][Page::label] == "iv");
  CHECK(pages[0][Page::width] == Approx(720));
  const auto boxes = read.document.layer<Box>();
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0][Box::left] == Approx(72));
  CHECK(boxes[0][Box::confidence] == Approx(0.96));
  CHECK(boxes[0][Box::font_size] == Approx(12));
  CHECK(boxes[1][Box::font_size] == Approx(11));
  CHECK(boxes[1][Box::font] == "Times");
}

TEST_CASE("read.hocr: lines without words have one box; text beside words is a word") {
  const Read read(
      Hocr("<span class='ocr_line' title='bbox 0 0 300 75'>een hele <b>regel</b></span>"
           "<span class='ocr_line' title='bbox 0 99 300 175'>( <span "
           "class='ocrx_word'>ja</span>)</span>"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "een hele regel\n( ja)\n");
  REQUIRE(read.document.layer<Box>().size() == 1);
  CHECK(read.document.layer<Box>()[0].text() == "een hele regel");
}

TEST_CASE("read.hocr: words apart by nothing but their elements are apart") {
  const Read read(
      Hocr(Line("<span class='ocrx_word'>de</span><span class='ocrx_word'>kat</span>")));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "de kat\n");
}

TEST_CASE("read.hocr: paragraphs, areas and kinds make regions") {
  const Read read(
      Hocr("<div class='ocr_header'><span class='ocr_line'>De Bode</span></div>"
           "<div class='ocr_carea'><p class='ocr_par'><span class='ocr_header'>Kop van het "
           "stuk</span></p>"
           "<p class='ocr_par'><span class='ocr_line'>Een zin.</span><span class='ocr_caption'>Bij "
           "de foto.</span>"
           "<span class='ocr_line'>Nog een.</span></p></div>"
           "<div class='ocr_pageno'><span class='ocr_line'>3</span></div>"));
  REQUIRE(read.status.ok());
  CHECK(read.document.text() == "Kop van het stuk\n\nEen zin.\n\nBij de foto.\n\nNog een.\n");
  std::string kinds;
  for (const auto region : read.document.layer<Region>())
    kinds += std::string(region[Region::rule]) + ' ';
  CHECK(kinds == "heading header caption page_number ");
  CHECK(read.document.layer<Page>()[0][Page::label] == "3");
}

TEST_CASE("read.hocr takes ISO-8859-1, HTML without end tags, and words outside lines") {
  const Read latin(
      "<HTML><BODY><DIV CLASS='ocr_page'><P CLASS=ocr_par><SPAN CLASS=ocr_line>caf\xE9 "
      "na\xEFve</SPAN><P CLASS=ocr_par><SPAN CLASS=ocr_line>twee</SPAN></HTML>");
  REQUIRE(latin.status.ok());
  CHECK(latin.document.text() == "café naïve\ntwee\n");
  const Read loose(
      Hocr("<p class='ocr_par'><span class='ocrx_word'>de</span> <span "
           "class='ocrx_word'>kat</span></p>"));
  REQUIRE(loose.status.ok());
  CHECK(loose.document.text() == "de kat\n");
}

TEST_CASE("read.hocr refuses what is cut off, and what is no hOCR") {
  const std::string whole = Hocr(Line("woord"));
  CHECK(Contains(Refusal<ReadHocr>(whole.substr(0, whole.size() - 20)), "cut off"));
  CHECK(Contains(Refusal<ReadHocr>("<html><body><p>Een webpagina.</p></body></html>"),
                 "no element of class ocr_page: a web page, which read.html takes?"));
  CHECK(Contains(Refusal<ReadHocr>(Alto(AltoBlock("a", {"a"}))), "read.alto takes"));
  CHECK(Contains(Refusal<ReadHocr>(PageXml(PageRegion("a", "a"))), "read.page takes"));
  CHECK(Contains(Refusal<ReadHocr>("%PDF-1.4 \x01\x02"), "PDF"));
}

}  // namespace
}  // namespace koppel::read_ocr
