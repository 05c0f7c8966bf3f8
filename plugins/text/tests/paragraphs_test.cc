#include "paragraphs/paragraphs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

void RunStep(Processor& step, Document& document) {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("step");
  const Status status = testkit::Run(step, document, setup, context);
  INFO(status.ToString());
  REQUIRE(status.ok());
}

std::unique_ptr<Document> Joined(std::string_view text) {
  auto document = testkit::MakeDocument(text);
  Paragraphs paragraphs;
  RunStep(paragraphs, *document);
  return document;
}

std::string TextOf(std::string_view text) { return std::string(Joined(text)->text()); }

TEST_CASE("text.paragraphs joins lines that are full") {
  CHECK(TextOf(Join(Wrap(Prose(100), 60), "\n")) == Prose(100));
}

TEST_CASE("text.paragraphs joins the lines of narrow columns") {
  for (const std::size_t width : {24, 28, 32}) {
    CHECK(TextOf(Join(Wrap(Prose(100), width), "\n")) == Prose(100));
  }
}

TEST_CASE("text.paragraphs leaves short lines of verse and lists that do not agree") {
  const std::string verse =
      "de wind ging liggen\nen het werd stil\nover het water\nkwam langzaam een boot\n"
      "met niemand erin\nzo leek het van ver\nmaar dichterbij\nzat er een man\n";
  CHECK(Joined(verse)->layer<Paragraph>().size() > 4);
}

TEST_CASE("text.paragraphs breaks where the next word would have fitted behind a sentence end") {
  std::vector<std::string> lines, paragraphs;
  for (std::size_t i = 0; i < 6; ++i) {
    paragraphs.push_back(Prose(43 + i, i));
    for (const std::string& line : Wrap(paragraphs.back(), 60)) lines.push_back(line);
  }
  auto document = Joined(Join(lines, "\n"));
  CHECK(document->text() == Join(paragraphs, "\n\n"));
  CHECK(document->layer<Paragraph>().size() == 6);
}

TEST_CASE("text.paragraphs joins the two lines of a short document") {
  const std::string text =
      "Het wijkteam heeft in het voorjaar alle bewoners van de straat\n"
      "bezocht en met hen gesproken.\n";
  CHECK(TextOf(text) ==
        "Het wijkteam heeft in het voorjaar alle bewoners van de straat bezocht en met hen "
        "gesproken.");
  // Headings and short lines around it do not hide it.
  std::string list = "Verslag\n\n" + text;
  for (int i = 0; i < 12; ++i) list += "\nAgendapunt " + std::to_string(i) + "\n";
  CHECK(TextOf(list).find("straat bezocht") != std::string::npos);
}

TEST_CASE("text.paragraphs does not join two lines where nothing says that one is full") {
  const std::string longer =
      "\n\nDe bijeenkomst duurde langer dan verwacht, want er waren veel vragen over de plannen, "
      "over de kosten en over wat er met het plein gaat gebeuren.";
  for (const char* lines :
       {"naam en adres van de aanvrager\nnaam van de school",
        "Het wijkteam heeft in het voorjaar alle bewoners bezocht.\nde rest volgt later",
        "a. de aanvraag van het college is tijdig ingediend en\nb. de kosten zijn redelijk"}) {
    CHECK(TextOf(lines).find("\n\n") != std::string::npos);
  }
  const std::string form = "de bewoners die zich voor deze avond hadden aangemeld\nwie wilde";
  CHECK(TextOf(form + longer).find("aangemeld\n\nwie") != std::string::npos);
}

// A quoted mail: each line of the paragraphs behind `mark`.
std::string Quoted(const std::vector<std::string>& paragraphs, const std::string& mark) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    for (const std::string& line : Wrap(paragraph, 60)) text += mark + line + "\n";
  }
  return text;
}

TEST_CASE("text.paragraphs joins the lines of quoted mail, and keeps one mark to a paragraph") {
  const std::vector<std::string> said = {Prose(43), Prose(47, 2)};
  for (const std::string mark : {"> ", ">> ", "> > ", ">"}) {
    CHECK(TextOf(Quoted(said, mark)) == mark + said[0] + "\n\n" + mark + said[1]);
  }
  const auto document = Joined(Quoted(said, "> "));
  CHECK(document->RevisionEdits(0)[0].rule == "quote_join");
  CHECK(document->RevisionEdits(0)[0].removed == "\n> ");
}

TEST_CASE("text.paragraphs keeps mail of different depths apart") {
  const std::string deep = Prose(43, 1), flat = Prose(47, 2);
  CHECK(TextOf(Quoted({flat}, "> ") + Quoted({deep}, ">> ") + Join(Wrap(flat, 60), "\n")) ==
        "> " + flat + "\n\n>> " + deep + "\n\n" + flat);
  const std::string head = "> Van: Jan\n> Aan: Piet\n> Groet,\n> Jan\n";
  CHECK(Joined(head)->layer<Paragraph>().size() == 4);
}

TEST_CASE("text.paragraphs makes each line of web text a paragraph") {
  std::string text, expected;
  for (std::size_t i = 0; i < 8; ++i) {
    text += Prose(30 + 17 * i, i) + (i % 2 ? "\n\n" : "\n");
    expected += (i ? "\n\n" : "") + Prose(30 + 17 * i, i);
  }
  CHECK(TextOf(text) == expected);
}

TEST_CASE(
    "text.paragraphs finds the width of lines that an extractor has welded together at hyphens") {
  std::vector<std::string> lines, paragraphs;
  for (std::size_t i = 0; i < 6; ++i) {
    paragraphs.push_back(Prose(73 + i, i));
    std::vector<std::string> wrapped = Wrap(paragraphs.back(), 60);
    wrapped[1] += " " + wrapped[2];  // the word between them was broken and is whole again
    wrapped.erase(wrapped.begin() + 2);
    lines.insert(lines.end(), wrapped.begin(), wrapped.end());
  }
  CHECK(TextOf(Join(lines, "\n")) == Join(paragraphs, "\n\n"));
}

TEST_CASE("text.paragraphs follows first-line indents") {
  std::string text;
  for (std::size_t i = 0; i < 6; ++i) text += "   " + Join(Wrap(Prose(60, i), 60), "\n") + "\n";
  CHECK(Joined(text)->layer<Paragraph>().size() == 6);
}

TEST_CASE("text.paragraphs keeps a broken word together that an earlier step has joined") {
  std::vector<std::string> lines = Wrap(Prose(100), 60);
  const auto line = std::find_if(lines.begin() + 1, lines.end(),
                                 [](const std::string& text) { return text.find(' ') >= 6; });
  REQUIRE(line != lines.end());
  *(line - 1) += " " + line->substr(0, 3) + "-";
  line->erase(0, 3);
  auto document = testkit::MakeDocument(Join(lines, "\n"));
  Layout layout({});
  RunStep(layout, *document);
  const std::size_t hyphen = document->text().find("-\n");
  Edits edits;
  edits.Delete({static_cast<std::uint32_t>(hyphen), static_cast<std::uint32_t>(hyphen + 2)},
               "join");
  REQUIRE(document->Apply(edits, "dehyphenate").ok());
  Paragraphs paragraphs;
  RunStep(paragraphs, *document);
  CHECK(document->text() == Prose(100));
}

TEST_CASE("text.paragraphs tells headings and list items") {
  auto document =
      Joined("Over de buurt\n\n" + Prose(40) + "\n\n1. Eerst dit.\n\n2. Dan dat.\n\n" + Prose(30));
  auto regions = document->layer<Region>();
  REQUIRE(regions.size() == 3);
  CHECK(regions[0][Region::kind] == Region::Kind::kHeading);
  CHECK(regions[0].text() == "Over de buurt");
  CHECK(regions[1][Region::kind] == Region::Kind::kList);
  CHECK(regions[2].text() == "2. Dan dat.");
}

TEST_CASE("text.paragraphs does not take a signature for a heading") {
  auto document = Joined(Prose(40) + "\n\nMet vriendelijke groet,\n\nNoor Bakker\n\nBuurtwerker");
  CHECK(document->layer<Region>().empty());
}

TEST_CASE("text.paragraphs does not take a line with a sentence end inside for a heading") {
  CHECK(Joined("Noor Bakker is buurtwerker. Zie: www.example.org\n\n" + Prose(40))
            ->layer<Region>()
            .empty());
}

TEST_CASE("text.paragraphs joins a title that is broken before its line is full") {
  const std::string body = Join(Wrap(Prose(100), 60), "\n");
  CHECK(TextOf("Meer aandacht voor\ngoede zorg\n\n" + body) ==
        "Meer aandacht voor goede zorg\n\n" + Prose(100));
}

TEST_CASE("text.paragraphs keeps lines that the source itself sets inside a paragraph") {
  auto document = testkit::MakeDocument("Groet,\nNoor\n\nEen vers\nvan twee regels.");
  document->layer<Region>().Add({13, 38}).Set(Region::rule, "br");
  Paragraphs paragraphs;
  RunStep(paragraphs, *document);
  CHECK(document->text() == "Groet,\n\nNoor\n\nEen vers\nvan twee regels.");
  REQUIRE(document->layer<Paragraph>().size() == 3);
  CHECK(document->layer<Paragraph>()[2].text() == "Een vers\nvan twee regels.");
}

TEST_CASE("text.paragraphs leaves single spaces inside paragraphs") {
  CHECK(TextOf("Een  buurt\tmet   zorg.  ") == "Een buurt met zorg.");
}

TEST_CASE("text.paragraphs changes nothing in text that is in its form") {
  auto document = Joined("Een kop\n\n" + Prose(40));
  CHECK(document->revisions() == 0);
  CHECK(Joined("")->layer<Paragraph>().empty());
}

}  // namespace
}  // namespace koppel::text
