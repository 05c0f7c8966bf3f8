#include "koppel/report/html_report.h"

#include <catch2/catch.hpp>

#include "html_document.h"
#include "koppel/layers.h"
#include "koppel/testkit/harness.h"

namespace koppel {
namespace {

std::string Page(const Document& document) {
  std::string out;
  AppendDocument(document, out);
  return out;
}

bool Has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

TEST_CASE("text can't break out of the page") {
  const auto document = testkit::MakeDocument("<script>alert('&')</script>");
  document->set_id("\"><b>");
  const std::string page = Page(*document);
  CHECK_FALSE(Has(page, "<script>"));
  CHECK(Has(page, "&lt;script&gt;"));
  CHECK(Has(page, "&quot;&gt;&lt;b&gt;"));
}

TEST_CASE("marks that overlap are cut at each border") {
  const auto document = testkit::MakeDocument("een twee drie vier");
  document->layer<Quote>().Add({0, 8}).Set(Quote::kind, Quote::Kind::kDirect);
  document->layer<Artefact>()
      .Add({4, 13})
      .Set(Artefact::kind, "hyphen")
      .Set(Artefact::resolved, true);
  const std::string page = Page(*document);
  CHECK(Has(page, "\">een </span>"));
  CHECK(Has(page, "class=\"quote direct fix "));
  CHECK(Has(page, "\">twee</span>"));
  CHECK(Has(page, "\"> drie</span> vier"));
}

TEST_CASE("a place where something was taken out is a point") {
  const auto document = testkit::MakeDocument("een twee");
  document->layer<Region>()
      .Add({4, 4})
      .Set(Region::kind, Region::Kind::kHeader)
      .Set(Region::removed_text, "Kop");
  CHECK(Has(Page(*document),
            "<i class=\"region header point\" title=\"header: “Kop” taken out\"></i>"));
}

TEST_CASE("a turn is headed by speaker, number and addressee") {
  const auto document = testkit::MakeDocument("Beste Daan, dank.");
  document->layer<Entity>().Add({6, 10}).Set(Entity::name, "Daan");
  document->layer<Entity>().Add({12, 16}).Set(Entity::name, "Anna");
  const std::int32_t daan[] = {0};
  document->layer<Turn>()
      .Add({0, 17})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 3)
      .Set(Turn::speaker, {1})
      .Set(Turn::addressees, Refs<Entity>(daan));
  const std::string page = Page(*document);
  CHECK(Has(page, "comment 3</span> <b>Anna</b> → Daan"));
}

TEST_CASE("who is quoted stands behind the quotation, for paper and phones have no pointer") {
  const auto document = testkit::MakeDocument("'Ja', zei Anna.");
  document->layer<Entity>().Add({10, 14}).Set(Entity::name, "Anna <3");
  document->layer<Quote>()
      .Add({0, 4})
      .Set(Quote::kind, Quote::Kind::kDirect)
      .Set(Quote::speaker, {0});
  document->layer<Sentiment>()
      .Add({0, 4})
      .Set(Sentiment::scope, Sentiment::Scope::kQuote)
      .Set(Sentiment::label, Sentiment::Label::kPositive);
  const std::string page = Page(*document);
  CHECK(Has(page,
            "</span><small class=\"by\" title=\"direct quote by Anna &lt;3\">Anna &lt;3</small>"));
  CHECK(Has(page,
            "<tr><td>Anna &lt;3</td><td class=\"n\">0</td><td class=\"n\">1</td>"
            "<td><em class=\"label positive\">positive</em> </td></tr>"));
}

TEST_CASE("each repair is a row with what stood there and what stands there now") {
  const auto document = testkit::MakeDocument("een organisatie");
  document->layer<Artefact>()
      .Add({4, 15})
      .Set(Artefact::kind, "hyphen")
      .Set(Artefact::left, "organi")
      .Set(Artefact::right, "satie")
      .Set(Artefact::decision, "join")
      .Set(Artefact::rule, "dictionary")
      .Set(Artefact::confidence, 0.996)
      .Set(Artefact::resolved, true);
  document->layer<Artefact>().Add({4, 15}).Set(Artefact::confidence, double{0.9F});
  CHECK(Has(Page(*document),
            "<td>hyphen</td><td>organi<wbr>¦satie</td><td>organisatie</td><td>join</td>"
            "<td>dictionary</td><td class=\"n\">99 %</td>"));
  CHECK(Has(Page(*document), "<td class=\"n\">90 %</td>"));
}

TEST_CASE("what covers pages is shown where it begins, and in short") {
  const std::string text(500, 'x');
  const auto document = testkit::MakeDocument(text);
  document->layer<Artefact>()
      .Add({0, 500})
      .Set(Artefact::kind, "spacing")
      .Set(Artefact::left, text)
      .Set(Artefact::resolved, true);
  const std::string page = Page(*document);
  CHECK(Has(page, "<i class=\"fix point\""));
  CHECK(Has(page, "<p><i"));
  CHECK(Has(page, "</i>" + text + "</p>"));
  const std::string shortened = std::string(40, 'x') + "…" + std::string(39, 'x');
  CHECK(Has(page, "spacing:  " + shortened + "|"));
  CHECK(Has(page, "<td>" + shortened + "</td><td>" + shortened + "</td>"));
}

TEST_CASE("a run that did not come to its end says so") {
  RunReport report;
  CHECK(Outcome(report).empty());
  report.failure = IoError("disk full");
  CHECK(Outcome(report) == "The run failed, and this is not all of its output: disk full [io]");
  report.cancelled = true;
  CHECK(Has(Outcome(report), "stopped"));
}

TEST_CASE("totals count what a reader would") {
  const auto document = testkit::MakeDocument("een twee");
  document->layer<Artefact>().Add({0, 3}).Set(Artefact::resolved, true);
  document->layer<Artefact>().Add({4, 8}).Set(Artefact::resolved, false);
  document->layer<Quote>().Add({0, 3}).Set(Quote::kind, Quote::Kind::kNotSpeech);
  std::string out;
  const DocumentTotals totals = AppendDocument(*document, out);
  CHECK(totals.repairs == 1);
  CHECK(totals.left_alone == 1);
  CHECK(totals.quotes == 0);
}

}  // namespace
}  // namespace koppel
