// Reads bytes as the host would.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "readers.h"

namespace koppel::read_ocr::testing {

template <class R>
struct Reading {
  Document document;
  std::vector<std::string> warnings;
  Status status;

  explicit Reading(std::string bytes, typename R::Params params = {},
                   std::string uri = "scan.xml") {
    testkit::TestContext context("read");
    Item item;
    item.uri = std::move(uri);
    item.bytes = std::move(bytes);
    status = R(params).Parse(item, document, context);
    document.Seal();
    warnings = context.warnings;
    if (!status.ok()) return;
    for (std::size_t i = 0; i < document.layer_count(); ++i)
      CHECK(document.CheckLayer(document.layer_at(i).schema->name).ok());
  }
  // Precondition: the document was read.
  std::string AsRead() const { return document.TextAt(0); }
};

template <class R>
std::string Refusal(std::string bytes) {
  const Reading<R> reading(std::move(bytes));
  REQUIRE_FALSE(reading.status.ok());
  CHECK(reading.status.kind() == ErrorKind::kBadInput);
  return reading.status.message();
}

inline bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

inline std::string Alto(std::string_view blocks, std::string_view before = "") {
  return R"(<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">)" +
         std::string(before) + R"(<Layout><Page ID="P1" WIDTH="3000" HEIGHT="6000"><PrintSpace>)" +
         std::string(blocks) + "</PrintSpace></Page></Layout></alto>";
}

// One block with a line for each text; words are apart at spaces.
inline std::string AltoBlock(std::string_view id, const std::vector<std::string>& lines,
                             std::string_view attributes = "") {
  std::string xml = "<TextBlock ID=\"" + std::string(id) + "\" " + std::string(attributes) + ">";
  for (std::string line : lines) {
    xml += "<TextLine>";
    for (std::size_t space; (space = line.find(' ')) != line.npos; line.erase(0, space + 1))
      xml += "<String CONTENT=\"" + line.substr(0, space) + "\"/><SP/>";
    xml += "<String CONTENT=\"" + line + "\"/></TextLine>";
  }
  return xml + "</TextBlock>";
}

inline std::string PageXml(std::string_view inside, std::string_view attributes = "") {
  return R"(<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">)"
         R"(<Page imageWidth="3000" imageHeight="6000" )" +
         std::string(attributes) + ">" + std::string(inside) + "</Page></PcGts>";
}

// A region with one line of text.
inline std::string PageRegion(std::string_view id, std::string_view text,
                              std::string_view attributes = "") {
  return "<TextRegion id=\"" + std::string(id) + "\" " + std::string(attributes) +
         "><TextLine><TextEquiv><Unicode>" + std::string(text) +
         "</Unicode></TextEquiv></TextLine></TextRegion>";
}

inline std::string Hocr(std::string_view page) {
  return "<html><head><title></title></head><body><div class='ocr_page' title='image \"a;b.png\"; "
         "bbox 0 0 3000 6000'>" +
         std::string(page) + "</div></body></html>";
}

}  // namespace koppel::read_ocr::testing
