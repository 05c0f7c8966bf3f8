// Lines at the edges of pages that come back there and are text.
#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "layout/footnotes.h"
#include "layout/layout.h"
#include "layout/page_turns.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> LaidOut(std::string_view text) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout({});
  REQUIRE(testkit::Run(layout, *document, setup, context).ok());
  return document;
}

std::vector<std::string> Removed(const Document& document) {
  std::vector<std::string> texts;
  for (const auto region : document.layer<Region>())
    if (region.Has(Region::removed_text)) texts.emplace_back(region[Region::removed_text]);
  return texts;
}

// Pages that each begin and end so, with sentences between that end on the page.
std::string Pages(std::size_t pages, const std::string& begin, const std::string& end,
                  const std::string& page_end = "\f") {
  std::string text;
  for (std::size_t page = 0; page < pages; ++page)
    text += begin + Join(Wrap(Prose(150, page), 60), "\n") + "\n" + end + page_end;
  return text;
}

TEST_CASE("letters keep salutation and closing, page by page and without pages") {
  struct Letter {
    std::string begin, end;
  };
  const Letter letters[] = {
      {"Geachte heer Wolters,\n\n", "\nHoogachtend,\nA. de Graaf\nwethouder\n"},
      {"Beste buren,\n\n", "\nMet vriendelijke groet\nHet bestuur\n"},
      {"Sehr geehrte Damen und Herren,\n\nwir haben Ihren Antrag geprüft.\n",
       "\nMit freundlichen Grüßen\nStadt Altenwieck\n"},
      {"Dear Ms Harding,\n\n", "\nYours sincerely,\nThe Editor\n"}};
  for (const Letter& letter : letters) {
    CAPTURE(letter.begin);
    CHECK(Removed(*LaidOut(Pages(4, letter.begin, letter.end))).empty());
    CHECK(Removed(*LaidOut(Pages(4, letter.begin, letter.end, ""))).empty());
    CHECK(Removed(*LaidOut(Pages(4, letter.begin, letter.end, "\n"))).empty());
  }
}

TEST_CASE("heads and page numbers around letters are taken out, the letters are not") {
  std::string text;
  for (std::size_t page = 0; page < 4; ++page)
    text += "Gemeente Veldermeer\n\nGeachte heer Wolters,\n\n" +
            Join(Wrap(Prose(150, page), 60), "\n") + "\n\nHoogachtend,\nA. de Graaf\n" +
            std::to_string(page + 1) + "\n\f";
  const auto document = LaidOut(text);
  CHECK(Removed(*document).size() == 8);
  CHECK(document->text().find("Gemeente") == std::string_view::npos);
  CHECK(document->text().find("Hoogachtend,\nA. de Graaf") != std::string_view::npos);
}

TEST_CASE("a line that begins every page and is read on in the next is text") {
  CHECK(Removed(*LaidOut(Pages(4, "De ondergetekende verklaart hierbij dat\nde buurt ", "")))
            .empty());
  CHECK(
      Removed(*LaidOut(Pages(4, "", "Zo verklaart ook wie dit heeft onder-\ntekend.\n"))).empty());
}

TEST_CASE("lines of running text that come back at the edges of pages are text") {
  const std::string line = "die de buurt al jaren kent, en waar de kinderen na schooltijd";
  std::string text;
  for (std::size_t page = 0; page < 5; ++page)
    text += line + "\n" + Prose(20, page).substr(0, 58) + "\nspeelden " +
            Join(Wrap(Prose(150, page), 60), "\n") + "\nen toen kwam er " +
            std::string(page + 2, 'x') + "\n\f";
  CHECK(Removed(*LaidOut(text)) == std::vector<std::string>());
}

TEST_CASE("a sentence that ends every page is text where every page is a whole") {
  const std::string refrain = "Zo zong de buurt de hele dag.\n";
  CHECK(Removed(*LaidOut(Pages(4, "", refrain))).empty());
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  for (std::size_t page = 0; page < 4; ++page) {
    for (std::size_t i = 0; i < 19; ++i) text += body[page * 19 + i] + "\n";
    text += refrain + "\f";
  }
  CHECK(Removed(*LaidOut(text)).size() == 4);
}

TEST_CASE("a head of two lines is none of the text, nor a foot with a comma in running text") {
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  for (std::size_t page = 0; page < 4; ++page) {
    text += "Kroniek van de\noude wijk\n";
    for (std::size_t i = 0; i < 20; ++i) text += body[page * 20 + i] + "\n";
    text += "Wijkraad Noord,\nSingel 4\n\f";
  }
  CHECK(Removed(*LaidOut(text)).size() == 16);
}

// Pages whose notes are numbered through: the first has note 1, the second note 2.
std::string PagesWithNotes(bool run_on, const std::string& page_end) {
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  for (std::size_t page = 0; page < 4; ++page) {
    const std::string number = std::to_string(page + 1);
    for (std::size_t i = 0; i < 18; ++i) text += body[page * 18 + i] + "\n";
    text += "wat er in de wijk" + number + (run_on ? " ook van\n" : " was.\n");
    text += number + " Zie het verslag van de wijk over " + std::to_string(2001 + page) + ".\n" +
            page_end;
  }
  return text;
}

std::size_t Footnotes(const Document& document) {
  std::size_t count = 0;
  for (const auto region : document.layer<Region>())
    count += region[Region::kind] == Region::Kind::kFootnote &&
             region.text().find("Zie het verslag van de wijk") != std::string_view::npos;
  return count;
}

TEST_CASE("notes that are numbered from page to page are notes and no folios") {
  for (const bool run_on : {true, false}) {
    CAPTURE(run_on);
    const auto document = LaidOut(PagesWithNotes(run_on, "\f"));
    CHECK(Removed(*document) == std::vector<std::string>());
    CHECK(Footnotes(*document) == (run_on ? 3 : 4));  // behind the last page nothing runs on
  }
}

TEST_CASE("the last lines of notes that are alike are notes, and so is a note above a note") {
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  for (std::size_t page = 0; page < 4; ++page) {
    const std::string one = std::to_string(2 * page + 1), two = std::to_string(2 * page + 2);
    for (std::size_t i = 0; i < 18; ++i) text += body[page * 18 + i] + "\n";
    text += "zoals de raad" + one + " schreef in zijn besluit" + two + " over de\n" + one +
            " Zie het verslag van de wijk, 2004.\n" + two +
            " Zie het verslag van de wijk,\nwaarin alles staat.\n\f";
  }
  const auto document = LaidOut(text);
  CHECK(Removed(*document) == std::vector<std::string>());
  CHECK(Footnotes(*document) == 8);
  CHECK(document->text().find("besluit2 over de\n") != std::string_view::npos);
}

TEST_CASE("notes above page numbers are told without form feeds, too") {
  std::string text;
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  for (std::size_t page = 0; page < 4; ++page) {
    const std::string number = std::to_string(page + 1);
    for (std::size_t i = 0; i < 18; ++i) text += body[page * 18 + i] + "\n";
    text += "wat er in de wijk" + number + " ook van onder-\n" + number +
            " Zie het verslag van de wijk.\n" + std::to_string(page + 31) + "\nzoek nummer " +
            std::string(page + 2, 'x') + ", en\n";
  }
  const auto document = LaidOut(text);
  CHECK(Removed(*document) == std::vector<std::string>{"31", "32", "33", "34"});
  CHECK(Footnotes(*document) == 4);
  CHECK(document->text().find("van onder-\nzoek nummer xx, en") != std::string_view::npos);
}

TEST_CASE(
    "where nothing tells the pages, a note that parts a word is moved, and no spacing undone") {
  std::string text;
  for (std::size_t page = 0; page < 4; ++page) {
    const std::string number = std::to_string(page + 1);
    text += Join(Wrap(Prose(100, page), 60), "\n") + "\n\nDe gemeente" + number +
            " liet daarna een onder-\n\n" + number +
            " Zie het verslag van de wijk.\n\nzoek doen naar de buurt.\n";
  }
  const auto document = LaidOut(text);
  CHECK(Footnotes(*document) == 4);
  CHECK(document->text().find("een onder-\nzoek doen") != std::string_view::npos);
  for (const auto artefact : document->layer<Artefact>())
    CHECK(artefact[Artefact::kind] != "double_spacing");
}

TEST_CASE("broken words before what cannot go on with them are no double spacing") {
  std::string text;
  for (std::size_t i = 0; i < 6; ++i)
    text += Join(Wrap(Prose(40, i), 60), "\n") + "\n\nDaarna kwam er een onder-\n\n" +
            std::to_string(i + 1) + " Zie het verslag\n\n";
  for (const auto artefact : LaidOut(text)->layer<Artefact>())
    CHECK(artefact[Artefact::kind] != "double_spacing");
}

TEST_CASE("a mark behind a number is no decimal") {
  CHECK(IsReferredTo("1", "in de wijk,1 en"));
  CHECK(IsReferredTo("1", "in 1998,1 en"));
  CHECK(IsReferredTo("1", "van 5,2 naar 4,9,1 maar"));
  CHECK_FALSE(IsReferredTo("1", "met 3,1 procent"));
  CHECK_FALSE(IsReferredTo("1", "met 21 procent"));
}

TEST_CASE("a line asks for more, a letter is closed, a sentence runs over") {
  CHECK(AsksForMore("Geachte heer,"));
  CHECK(AsksForMore("het onder-"));
  CHECK_FALSE(AsksForMore("Kroniek van de wijk"));
  CHECK(ClosesLetter("Mit freundlichen Grüßen,"));
  CHECK_FALSE(ClosesLetter("Met vriendelijke groet van de hele straat"));
  CHECK(RunsOver("en daarna", "kwam"));
  CHECK_FALSE(RunsOver("Zo was het.", "kwam"));
  CHECK_FALSE(RunsOver("", "kwam"));
}

}  // namespace
}  // namespace koppel::text
