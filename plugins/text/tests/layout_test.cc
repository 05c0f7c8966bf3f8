#include "layout/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "koppel/testkit/harness.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> LaidOut(std::string_view text, Layout::Params params = {}) {
  auto document = testkit::MakeDocument(text);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout(params);
  const Status status = testkit::Run(layout, *document, setup, context);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return document;
}

std::string TextOf(std::string_view text) { return std::string(LaidOut(text)->text()); }

std::vector<std::string> Removed(const Document& document, Region::Kind kind) {
  std::vector<std::string> texts;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::kind] == kind) texts.emplace_back(region[Region::removed_text]);
  }
  return texts;
}

// Pages of 20 lines with a head and a number, each ending in mid-sentence.
std::vector<std::string> PageLines(std::size_t pages) {
  std::vector<std::string> lines;
  const std::vector<std::string> body = Wrap(Prose(pages * 300), 60);
  for (std::size_t page = 0; page < pages; ++page) {
    lines.push_back("Kroniek van de wijk");
    lines.insert(lines.end(), body.begin() + static_cast<std::ptrdiff_t>(page * 20),
                 body.begin() + static_cast<std::ptrdiff_t>(page * 20 + 20));
    lines.push_back(std::to_string(page + 11));
  }
  return lines;
}

std::string BodyOf(std::size_t pages) {
  std::vector<std::string> body = Wrap(Prose(pages * 300), 60);
  body.resize(pages * 20);
  return Join(body, "\n");
}

TEST_CASE("text.layout undoes double spacing where sentences run on across the blank lines") {
  const std::vector<std::string> lines = Wrap(Prose(100), 50);
  CHECK(TextOf(Join(lines, " \n\n") + "\n") == Join(lines, "\n"));
}

TEST_CASE("double spacing that is undone leaves an artefact over each stretch, and its own rule") {
  const std::vector<std::string> lines = Wrap(Prose(120), 60);
  const auto document = LaidOut(Join(lines, "\n\n"));
  const auto artefacts = document->layer<Artefact>();
  REQUIRE(artefacts.size() == 1);
  CHECK(artefacts[0][Artefact::kind] == "double_spacing");
  CHECK(artefacts[0].text() == document->text());
  for (const RevisionEdit& edit : document->RevisionEdits(0)) CHECK(edit.rule == "double_spacing");
  CHECK(LaidOut(Join(lines, "\n"))->layer<Artefact>().empty());
}

TEST_CASE("text.layout undoes double spacing that stops halfway") {
  const std::vector<std::string> lines = Wrap(Prose(200), 50);
  const std::size_t half = lines.size() / 2;
  const std::vector<std::string> first(lines.begin(),
                                       lines.begin() + static_cast<std::ptrdiff_t>(half));
  const std::vector<std::string> second(lines.begin() + static_cast<std::ptrdiff_t>(half),
                                        lines.end());
  CHECK(TextOf(Join(first, "\n\n") + "\n\n" + Join(second, "\n")) == Join(lines, "\n"));
}

TEST_CASE("text.layout keeps a wider gap in double-spaced text as a paragraph break") {
  const std::vector<std::string> lines = Wrap(Prose(100), 50);
  CHECK(TextOf(Join(lines, "\n\n") + "\n\n\n\n" + Join(lines, "\n\n")) ==
        Join(lines, "\n") + "\n\n" + Join(lines, "\n"));
}

TEST_CASE("text.layout leaves web text with a paragraph to a line as it is") {
  std::string text = "Een kop";
  for (std::size_t i = 0; i < 12; ++i) text += "\n\n" + Prose(20 + 13 * i, i);
  auto document = LaidOut(text);
  CHECK(document->text() == text);
  CHECK(document->revisions() == 0);
}

TEST_CASE(
    "text.layout does not take a list of items with blank lines between for double-spaced text") {
  std::string text = "Het loon bedraagt:";
  for (int i = 0; i < 20; ++i) {
    text += "\n\nvanaf " + std::to_string(i + 1) + " mei,\n\nvoor wie " +
            std::string(static_cast<std::size_t>(i), 'j') + " werkt,";
  }
  CHECK(TextOf(text) == text);
}

TEST_CASE("text.layout takes out heads and page numbers between form feeds") {
  std::string text;
  for (const std::string& line : PageLines(3))
    text += (line == "Kroniek van de wijk" && !text.empty() ? "\f" : "") + line + "\n";
  auto document = LaidOut(text);
  CHECK(document->text() == BodyOf(3));
  CHECK(Removed(*document, Region::Kind::kHeader) ==
        std::vector<std::string>(3, "Kroniek van de wijk"));
  CHECK(Removed(*document, Region::Kind::kPageNumber) ==
        std::vector<std::string>{"11", "12", "13"});
  CHECK(document->layer<Page>().size() == 3);
}

TEST_CASE("text.layout takes out heads and page numbers of double-spaced text without form feeds") {
  auto document = LaidOut(Join(PageLines(3), "\n\n"));
  CHECK(document->text() == BodyOf(3));
  CHECK(Removed(*document, Region::Kind::kPageNumber).size() == 3);
}

TEST_CASE("text.layout takes out heads that differ on left and right pages") {
  std::string text;
  std::size_t page = 0;
  for (const std::string& line : PageLines(6)) {
    const bool head = line == "Kroniek van de wijk";
    if (head && page > 0) text += "\f";
    text += (head && page % 2 ? "Een jaar in cijfers" : line) + "\n";
    page += head;
  }
  CHECK(TextOf(text) == BodyOf(6));
}

TEST_CASE("text.layout does not take a repeated line inside the text for a head") {
  std::string text;
  for (std::size_t i = 0; i < 4; ++i)
    text += "Artikel\n" + Join(Wrap(Prose(25 + 31 * i, i), 60), "\n") + "\n";
  CHECK(Removed(*LaidOut(text), Region::Kind::kHeader).empty());
}

TEST_CASE("text.layout does not take numbered chapters for pages") {
  std::string text;
  for (std::size_t i = 1; i < 5; ++i) {
    text += std::to_string(i) + "\n" + Join(Wrap(Prose(90 * i * i, i), 60), "\n") + "\n";
  }
  CHECK(Removed(*LaidOut(text), Region::Kind::kPageNumber).empty());
}

TEST_CASE("a line is taken out with the line end before it, as one edit of its rule") {
  std::string text;
  for (const std::string& line : PageLines(2))
    text += (line == "Kroniek van de wijk" && !text.empty() ? "\f" : "") + line + "\n";
  auto document = LaidOut(text);
  const auto numbers = document->RevisionEdits(0);
  const bool listed = std::any_of(numbers.begin(), numbers.end(), [](const RevisionEdit& edit) {
    return edit.rule == "page_number" && edit.removed == "\n11";
  });
  CHECK(listed);
  CHECK(numbers.front().removed == "Kroniek van de wijk\n");
  const auto regions = document->layer<Region>();
  REQUIRE(regions.size() == 4);
  const std::size_t first = text.find("11");
  const Span source = document->ToSource(regions[1].span(), document->revisions());
  CHECK(source.begin <= first);
  CHECK(source.end >= first + 2);
}

TEST_CASE("text.layout puts columns that stand side by side one after the other") {
  const std::vector<std::string> left = Wrap(Prose(120, 1), 40), right = Wrap(Prose(120, 2), 40);
  std::string text;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string row = i < left.size() ? left[i] : "";
    row.resize(48, ' ');
    text += row + (i < right.size() ? right[i] : "") + "\n";
  }
  CHECK(TextOf(text) == Join(left, "\n") + "\n" + Join(right, "\n"));
}

TEST_CASE("text.layout puts three columns in order") {
  std::vector<std::vector<std::string>> columns;
  for (std::size_t i = 0; i < 3; ++i) columns.push_back(Wrap(Prose(150, i), 36));
  for (auto& column : columns) column.resize(15);
  std::string text, expected;
  for (std::size_t row = 0; row < 15; ++row) {
    std::string line;
    for (std::size_t i = 0; i < 3; ++i) {
      line.resize(i * 42, ' ');
      line += columns[i][row];
    }
    text += line + "\n";
  }
  for (const auto& column : columns)
    expected += (expected.empty() ? "" : "\n") + Join(column, "\n");
  CHECK(TextOf(text) == expected);
}

TEST_CASE("text.layout leaves tables alone") {
  std::string text = "Gemeente                      Uitgaven in duizenden euro\n";
  for (std::size_t i = 0; i < 12; ++i)
    text +=
        "Dorp " + std::to_string(i) + "                        " + std::to_string(900 + i) + "\n";
  text.pop_back();
  CHECK(TextOf(text) == text);
}

TEST_CASE("text.layout takes out stray marks and breaks the paragraph there") {
  const std::vector<std::string> lines = Wrap(Prose(60), 50);
  auto document = LaidOut(Join(lines, "\n") + "\n-\n" + Join(lines, "\n") + " <");
  CHECK(document->text() == Join(lines, "\n") + "\n\n" + Join(lines, "\n"));
  REQUIRE(document->layer<Artefact>().size() == 2);
  CHECK(document->layer<Artefact>()[0][Artefact::left] == "-");
}

TEST_CASE("text.layout keeps a row of stars between two parts") {
  CHECK(TextOf("Het was voorbij.\n\n* * *\n\nDe dag daarop.") ==
        "Het was voorbij.\n\n* * *\n\nDe dag daarop.");
}

TEST_CASE("text.layout sets a line behind a tab apart as a pull quote") {
  const std::vector<std::string> lines = Wrap(Prose(120), 50);
  auto document = LaidOut(Join(lines, "\n") + "\n\tBuren weten het beter");
  CHECK(document->text() == Join(lines, "\n") + "\n\nBuren weten het beter");
  REQUIRE(document->layer<Region>().size() == 1);
  CHECK(document->layer<Region>()[0][Region::kind] == Region::Kind::kPullQuote);
  CHECK(document->layer<Region>()[0].text() == "Buren weten het beter");
}

TEST_CASE("text.layout does what its parameters say") {
  Layout::Params params;
  params.marks = false;
  CHECK(LaidOut("Een.\n-\nTwee.", params)->text() == "Een.\n-\nTwee.");
}

TEST_CASE("text.layout gives lines that cover the new text") {
  auto document = LaidOut("  Een regel. \n\n\nNog een.\n");
  REQUIRE(document->layer<Line>().size() == 2);
  CHECK(document->layer<Line>()[0].text() == "Een regel.");
  CHECK(document->layer<Line>()[0][Line::trailing] == 1);
  CHECK(document->layer<Line>()[1].text() == "Nog een.");
}

TEST_CASE("text.layout takes hostile input in linear time") {
  const auto begin = std::chrono::steady_clock::now();
  LaidOut("");
  LaidOut(std::string(1000000, '\f'));
  LaidOut(std::string(1000000, '\n'));
  LaidOut(std::string(20000000, 'a'));
  LaidOut(std::string(1000000, '-'));
  std::string marks, numbers, pages;
  for (int i = 0; i < 200000; ++i) {
    marks += "-\n";
    numbers += std::to_string(i % 997) + "\n";
    pages += "hoofd\n\f";
  }
  LaidOut(marks);
  LaidOut(numbers);
  LaidOut(pages);
  std::string notes, bullets;
  for (int i = 0; i < 200000; ++i) {
    notes += i % 13 == 0 ? std::to_string(i / 13) + "\n" : "1 Aa1 bb-\n";
    bullets += "•\nx\n";
  }
  LaidOut(notes);
  LaidOut(bullets);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("what an earlier step tells of the page is taken out, under that step's region") {
  auto document = testkit::MakeDocument("Een kop\n\nDe tekst van de bladzijde.\n\n7\n");
  document->layer<Region>().Add({0, 7}).Set(Region::kind, Region::Kind::kHeader);
  document->layer<Region>().Add({37, 38}).Set(Region::kind, Region::Kind::kPageNumber);
  document->Seal();
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout({});
  REQUIRE(testkit::Run(layout, *document, setup, context).ok());
  CHECK(document->text() == "De tekst van de bladzijde.");
  REQUIRE(document->layer<Region>().size() == 2);
  CHECK(Removed(*document, Region::Kind::kHeader) == std::vector<std::string>{"Een kop"});
  CHECK(Removed(*document, Region::Kind::kPageNumber) == std::vector<std::string>{"7"});
}

TEST_CASE("a head in two parts over the text of a single page is told by its gap") {
  const std::string body = Join(Wrap(Prose(120), 60), "\n");
  const std::string head = "Kroniek                                         Themanummer wonen";
  CHECK(TextOf(head + "\n\n\n\n" + body + "\n\n\n   1\n\f") == body);
  CHECK(TextOf("Kroniek van de wijk\n\n\n\n" + body + "\n\f") == "Kroniek van de wijk\n\n" + body);
  CHECK(TextOf(head + "\n" + body + "\n\f") == head + "\n" + body);
}

TEST_CASE("a page number with a label is told on a single page, also as a part of its head") {
  const std::string body = Join(Wrap(Prose(120), 60), "\n");
  for (const std::string number : {"blz. 5", "Seite 12", "p. 7", "Page 3"}) {
    CHECK(LaidOut("Buurtkrant          " + number + "\n\n" + body + "\n")->text() == body);
    CHECK(LaidOut(body + "\n\n" + number + "\n")->text() == body);
  }
  for (const std::string line : {"blz. 5 en 6", "Zie ook blz. 5", "pagina vijf", "5 p."}) {
    CHECK(LaidOut(line + "\n\n" + body + "\n")->text() == line + "\n\n" + body);
  }
}

TEST_CASE("heads that differ on every page are told by their page numbers, left and right") {
  const std::vector<std::string> titles = {"De straat", "Het plein", "De school", "Het park"};
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  std::vector<std::string> kept, heads;
  for (std::size_t page = 0; page < titles.size(); ++page) {
    const std::string number = std::to_string(page + 87);
    heads.push_back(page % 2 ? titles[page] + " " + number : number + " " + titles[page]);
    text += heads.back() + "\n";
    for (std::size_t i = 0; i < 20; ++i) {
      kept.push_back(body[page * 20 + i]);
      text += kept.back() + "\n";
    }
    text += "\f";
  }
  const auto document = LaidOut(text);
  CHECK(document->text() == Join(kept, "\n"));
  CHECK(Removed(*document, Region::Kind::kHeader) == heads);
}

TEST_CASE("numbers at the edges of pages that do not count them are text") {
  const std::vector<std::string> body = Wrap(Prose(1500), 60);
  std::string text;
  std::vector<std::string> kept;
  for (std::size_t page = 0; page < 4; ++page) {
    kept.push_back("In de wijk wonen nu " + std::to_string(300 + 17 * page));
    for (std::size_t i = 0; i < 20; ++i) kept.push_back(body[page * 20 + i]);
    for (std::size_t i = page * 21; i < kept.size(); ++i) text += kept[i] + "\n";
    text += "\f";
  }
  CHECK(TextOf(text) == Join(kept, "\n"));
}

TEST_CASE("a million form feeds, and a million pages of a line, are read in linear time") {
  CHECK(TextOf(std::string(1'000'000, '\f')).empty());
  std::string pages;
  for (std::size_t i = 0; i < 300'000; ++i) pages += "een\n\f";
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    AnalyseLayout(text, {});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double tenth = seconds(pages.substr(0, pages.size() / 10));
  // Linear is ten times, quadratic a hundred; the margin is for a busy machine.
  CHECK(seconds(pages) < 50 * tenth);
}

}  // namespace
}  // namespace koppel::text
