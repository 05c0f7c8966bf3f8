// What text.layout tells from places and type.
#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "lines/breaks.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

// A line of a page, 12 points below the one before it.
struct Set {
  std::string text;
  float size = 10;
  std::string font = "Times-Roman";
  float left = 50;
  bool white = false;  // twice the distance above it, and a blank line in the text
};

class Typesetter {
 public:
  Typesetter& Add(const std::vector<Set>& lines) {
    for (const Set& line : lines) AddLine(line);
    return *this;
  }
  Typesetter& AddText(const std::string& paragraph, float left = 50) {
    for (const std::string& line : Wrap(paragraph, 40)) AddLine({line, 10, "Times-Roman", left});
    return *this;
  }
  // The next line stands at the top of another column.
  Typesetter& Column() {
    top_ = kTop;
    return *this;
  }

  std::unique_ptr<Document> LaidOut(LayoutOptions options = {}) {
    auto document = testkit::MakeDocument(text_);
    document->layer<Page>().Add({0, static_cast<std::uint32_t>(text_.size())});
    for (const Word& word : words_) {
      document->layer<Box>()
          .Add(word.span)
          .Set(Box::page, Ref<Page>{0})
          .Set(Box::left, word.left)
          .Set(Box::top, word.top)
          .Set(Box::right, word.left + 5.0F * static_cast<float>(word.span.size()))
          .Set(Box::bottom, word.top + word.size)
          .Set(Box::font_size, word.size)
          .Set(Box::font, word.font);
    }
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context("layout");
    Layout layout(options);
    REQUIRE(testkit::Run(layout, *document, setup, context).ok());
    return document;
  }

 private:
  static constexpr float kTop = 50;
  struct Word {
    Span span;
    float left, top, size;
    std::string font;
  };

  void AddLine(const Set& line) {
    if (line.white) {
      text_ += '\n';
      top_ += 12;
    }
    float left = line.left;
    for (std::size_t at = 0; at < line.text.size();) {
      const std::size_t end = std::min(line.text.find(' ', at), line.text.size());
      const auto begin = static_cast<std::uint32_t>(text_.size() + at);
      words_.push_back({{begin, begin + static_cast<std::uint32_t>(end - at)},
                        left,
                        top_,
                        line.size,
                        line.font});
      left += 5.0F * static_cast<float>(end - at + 1);
      at = end + 1;
    }
    text_ += line.text + "\n";
    top_ += 12;
  }

  std::string text_;
  std::vector<Word> words_;
  float top_ = kTop;
};

// "kind: text" of every part.
std::vector<std::string> Parts(const Document& document) {
  std::vector<std::string> parts;
  for (const auto region : document.layer<Region>()) {
    const auto kind = static_cast<std::size_t>(region[Region::kind]);
    parts.push_back(std::string(Region::kKinds[kind]) + ": " + std::string(region.text()));
  }
  return parts;
}

using Strings = std::vector<std::string>;
const std::string kBold = "Times-Bold", kItalic = "Times-Italic", kRoman = "Times-Roman";
const std::vector<Set> kHalf = {{"de gemeente koos in dat jaar voor"},
                                {"een andere aanpak van de zorg, die"}};
const std::vector<Set> kOtherHalf = {{"in de praktijk veel beter bleek te", 10, kRoman, 50, true},
                                     {"werken dan wat er eerder was."}};

// A paragraph with `aside` in the middle of its second sentence.
std::unique_ptr<Document> Interrupted(const std::vector<Set>& aside) {
  return Typesetter()
      .AddText(Prose(60))
      .Add(kHalf)
      .Add(aside)
      .Add(kOtherHalf)
      .AddText(Prose(60, 3))
      .LaidOut();
}

bool IsWhole(const Document& document) {
  return document.text().find("zorg, die\nin de praktijk") != std::string::npos;
}

TEST_CASE("a line that is larger or bolder than the text and stands above some is a heading") {
  for (const Set& heading : {Set{"Wat er is gedaan", 14}, Set{"Wat er is gedaan", 10, kBold}}) {
    Typesetter page;
    page.Add({heading}).Add({{"Van jaar tot jaar", 10, kBold, 50, true}}).AddText(Prose(60));
    CHECK(Parts(*page.LaidOut()) ==
          Strings{"heading: Wat er is gedaan", "heading: Van jaar tot jaar"});
  }
  // Lines of one heading are one part.
  Typesetter page;
  page.Add({{"Wat er in dat jaar", 16}, {"is gedaan", 16}}).AddText(Prose(60));
  CHECK(Parts(*page.LaidOut()) == Strings{"heading: Wat er in dat jaar\nis gedaan"});
}

TEST_CASE("bold words of the text are no heading") {
  Typesetter stressed;  // nothing stands it apart
  stressed.AddText(Prose(40)).Add({{"Niet aankomen aan het hek", 10, kBold}}).AddText(Prose(40, 2));
  CHECK(Parts(*stressed.LaidOut()).empty());
  Typesetter sentence;
  sentence.Add({{"De gemeente wil het niet.", 10, kBold}, {"Van niemand.", 10, kBold}});
  sentence.Add({{"Al jaren gaat het zo, en", 10, kRoman, 50, true}}).AddText(Prose(40));
  CHECK(Parts(*sentence.LaidOut()).empty());
  Typesetter last;
  last.AddText(Prose(40)).Add({{"Jan Jansen", 10, kBold, 50, true}});
  CHECK(Parts(*last.LaidOut()).empty());
}

TEST_CASE("a bold line among items, and an item in bold, are no headings") {
  Typesetter page;
  page.AddText(Prose(60));
  page.Add({{"1. de sleutel", 10, kRoman, 50, true},
            {"Let op het hek", 10, kBold, 50, true},
            {"2. het water", 10, kRoman, 50, true},
            {"3. Het hek", 10, kBold, 50, true},
            {"4. de bank", 10, kRoman, 50, true}});
  page.AddText(Prose(60, 2));
  CHECK(Parts(*page.LaidOut()).empty());
  Typesetter numbered;
  numbered.AddText(Prose(60))
      .Add({{"2. Het hek", 10, kBold, 50, true}})
      .Add({{"Al jaren", 10, kRoman, 50, true}});
  numbered.AddText(Prose(60, 2));
  CHECK(Parts(*numbered.LaidOut()) == Strings{"heading: 2. Het hek"});
}

TEST_CASE("a pull quote in the middle of a sentence is moved behind its paragraph") {
  const auto document = Interrupted({{"Wij wilden het anders", 12, kItalic, 50, true}});
  CHECK(Parts(*document) == Strings{"pull_quote: Wij wilden het anders"});
  CHECK(IsWhole(*document));
}

TEST_CASE("words that are moved keep their boxes") {
  const auto document = Interrupted({{"Wij wilden het anders", 12, kItalic, 50, true}});
  const auto region = document->layer<Region>()[0];
  std::string words;
  for (const auto box : document->layer<Box>()) {
    if (region.span().Contains(box.span())) words += std::string(box.text()) + "/";
    CHECK_FALSE(box.span().empty());
    if (box.text() == "wilden") {
      CHECK(box[Box::left] == Approx(70));
      CHECK(box[Box::font] == kItalic);
      CHECK(box[Box::page] == Ref<Page>{0});
    }
  }
  CHECK(words == "Wij/wilden/het/anders/");
}

TEST_CASE("a line in italics that the sentence runs through is no pull quote") {
  CHECK(Parts(*Interrupted({{"volgens het boek van vorig jaar", 10, kItalic, 50, true}})).empty());
  // Nothing stands it apart.
  Typesetter page;
  page.AddText(Prose(60)).Add(kHalf).Add({{"De Tuin van de Vier Winden", 10, kItalic}});
  page.Add({{"in de praktijk veel beter bleek te"}}).AddText(Prose(60, 2));
  CHECK(Parts(*page.LaidOut()).empty());
}

TEST_CASE("between paragraphs, a pull quote repeats the text, or is larger and in quotes") {
  const std::string said = "Wij hebben geen tuinman nodig, wij hebben regen.";
  const auto parts = [&](const Set& aside, const std::string& text) {
    Typesetter page;
    page.AddText(Prose(60)).Add({aside}).Add({{"Het is zo.", 10, kRoman, 50, true}}).AddText(text);
    page.AddText(Prose(60, 2));
    return Parts(*page.LaidOut());
  };
  CHECK(parts({said, 10, kItalic, 50, true}, "Zij zegt: ‘" + said + "’") ==
        Strings{"pull_quote: " + said});
  CHECK(parts({"‘" + said + "’", 13, kItalic, 50, true}, "Zo is het.").size() == 1);
  CHECK(parts({said, 10, kItalic, 50, true}, "Zo is het.").empty());
}

TEST_CASE("a poem in the middle of its column is no pull quote and no heading") {
  Typesetter page;
  page.AddText(Prose(60));
  page.Add({{"de slak eet zacht", 10, kItalic, 100, true},
            {"het blad van gister", 10, kItalic, 95},
            {"en ik die wacht", 10, kItalic, 105},
            {"hoor hoe ik fluister", 10, kItalic, 93}});
  page.Add({{"Het hangt nu in de schuur.", 10, kRoman, 50, true}}).AddText(Prose(60, 2));
  CHECK(Parts(*page.LaidOut()).empty());
}

TEST_CASE("a heading that comes back in running text is no pull quote") {
  Typesetter page;
  page.Add({{"De tuin die niemand ooit wilde", 14}}).AddText(Prose(60));
  page.AddText("Het stuk heet: De tuin die niemand ooit wilde. " + Prose(30));
  CHECK(Parts(*page.LaidOut()) == Strings{"heading: De tuin die niemand ooit wilde"});
}

TEST_CASE("a caption has a label, or is smaller and in the middle of a sentence") {
  const auto labelled = Interrupted({{"Figuur 3 De tuin", 8, kItalic, 50, true}});
  CHECK(Parts(*labelled) == Strings{"caption: Figuur 3 De tuin"});
  CHECK(IsWhole(*labelled));
  const auto small = Interrupted({{"De tuin in de zomer", 8, kRoman, 50, true}});
  CHECK(Parts(*small) == Strings{"caption: De tuin in de zomer"});
  CHECK(IsWhole(*small));
  Typesetter between;
  between.AddText(Prose(60)).Add({{"De tuin in de zomer", 8, kRoman, 50, true}});
  between.Add({{"Dat was het.", 10, kRoman, 50, true}}).AddText(Prose(60, 2));
  CHECK(Parts(*between.LaidOut()).empty());
}

// Two columns; the first ends in `foot`, and its sentence runs on in the second.
std::unique_ptr<Document> TwoColumns(const std::vector<Set>& foot, const std::string& mark = "1") {
  Typesetter page;
  page.AddText(Prose(60)).Add({{"de gemeente koos in dat jaar" + mark + " voor"}}).Add(foot);
  page.Column().AddText("een andere aanpak van de zorg. " + Prose(60, 2), 300);
  return page.LaidOut();
}

TEST_CASE("small lines at the foot of a column are notes if the text refers to their mark") {
  const auto document =
      TwoColumns({{"1 Zie het verslag", 7}, {"van dat jaar.", 7}, {"2 Idem.", 7}});
  CHECK(Parts(*document) ==
        Strings{"footnote: 1 Zie het verslag\nvan dat jaar.", "footnote: 2 Idem."});
  CHECK(document->text().find("jaar1 voor\neen andere aanpak") != std::string::npos);
  CHECK(Parts(*TwoColumns({{"1Zie het verslag.", 7}})) == Strings{"footnote: 1Zie het verslag."});
  CHECK(Parts(*TwoColumns({{"* Zie het verslag.", 7}}, "*")).size() == 1);
}

TEST_CASE("small lines at the foot of the next column are the rest of a note that has not ended") {
  for (const std::string end : {"van", "van dat jaar."}) {
    Typesetter page;
    page.AddText(Prose(60)).Add({{"de gemeente koos in dat jaar1 voor"}});
    page.Add({{"1 Zie het verslag " + end, 7}});
    page.Column().AddText("een andere aanpak van de zorg. " + Prose(60, 2), 300);
    page.Add({{"de wijkraad zelf.", 7, kRoman, 300}});
    CHECK(Parts(*page.LaidOut()).size() == (end == "van" ? 2 : 1));
  }
}

TEST_CASE("small lines without a mark that is referred to are no notes") {
  CHECK(Parts(*TwoColumns({{"4 Zie het verslag.", 7}})).empty());
  CHECK(Parts(*TwoColumns({{"Zie het verslag.", 7}})).empty());
  CHECK(Parts(*TwoColumns({{"1. Zie het verslag.", 7}, {"2. Zie de bijlage.", 7}})).empty());
  CHECK(Parts(*TwoColumns({{"1 Zie het verslag."}, {"2 Zie de bijlage."}})).empty());
  // Text follows: it is not the foot.
  CHECK(Parts(*TwoColumns({{"1 Zie het verslag.", 7}, {"en zo ging het door"}})).empty());
}

TEST_CASE("behind the end of a sentence nothing is moved") {
  Typesetter page;
  page.AddText(Prose(60)).Add(
      {{"De gemeente koos in dat jaar1 hiervoor."}, {"1 Zie het verslag.", 7}});
  page.Column().AddText(Prose(60, 2), 300);
  const auto document = page.LaidOut();
  CHECK(Parts(*document).size() == 1);
  CHECK(document->text().find("hiervoor.\n\n1 Zie het verslag.\n\n") != std::string::npos);
}

TEST_CASE("indents are measured from the left edge of the column") {
  Typesetter page;
  page.AddText(Prose(12)).Add({{"Hier begint het", 10, kRoman, 65}}).AddText(Prose(12, 2));
  page.Column().Add({{"Hier ook weer", 10, kRoman, 315}}).AddText(Prose(12, 3), 300);
  std::vector<std::string> indented;
  const auto document = page.LaidOut();
  for (const auto line : document->layer<Line>()) {
    if (line[Line::indent] == 0) continue;
    CHECK(line[Line::indent] == 3);
    indented.emplace_back(line.text());
  }
  CHECK(indented == Strings{"Hier begint het", "Hier ook weer"});
}

TEST_CASE("weight and slope are read off the name of a font") {
  CHECK(FontOfName("LMRoman10-Bold").bold);
  CHECK(FontOfName("CMBX12").bold);
  CHECK(FontOfName("Garamond-SemiBoldItalic").italic);
  CHECK(FontOfName("CMTI10").italic);
  CHECK_FALSE(FontOfName("Times-Roman").bold);
  CHECK_FALSE(FontOfName("").italic);
}

TEST_CASE("boxes that no page can have do no harm") {
  auto document = testkit::MakeDocument("een regel\nnog een regel\n");
  document->layer<Page>().Add({0, 24});
  document->layer<Box>().Add({0, 3}).Set(Box::left, std::numeric_limits<double>::infinity());
  document->layer<Box>().Add({4, 9}).Set(Box::left, -1e300).Set(Box::right, 1e300);
  document->layer<Box>().Add({10, 13}).Set(Box::font_size, 1e-300);
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("layout");
  Layout layout({});
  CHECK(testkit::Run(layout, *document, setup, context).ok());
}

}  // namespace
}  // namespace koppel::text
