// Who a page says has written what.
#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "read_html.h"

namespace koppel::read_html {
namespace {

struct Page {
  explicit Page(std::string html) {
    testkit::TestContext context;
    Item item;
    item.uri = "page.html";
    item.bytes = std::move(html);
    REQUIRE(ReadHtml({}).Parse(item, document, context).ok());
    document.Seal();
  }

  // "rule=text;" of the regions with one of the rules.
  std::string Regions(std::initializer_list<std::string_view> rules) const {
    std::string found;
    for (const auto region : document.layer<Region>()) {
      for (const std::string_view rule : rules) {
        if (region[Region::rule] == rule && !region.span().empty())
          found += std::string(rule) + "=" + std::string(region.text()) + ";";
      }
    }
    return found;
  }

  Document document;
};

const std::string kArticle =
    "<html lang=nl><main><article><h1>Kop</h1><p>Dit is een alinea die lang genoeg is om als "
    "lopende tekst van een artikel te gelden.</p></article>";

Page WithComments(const std::string& comments) {
  return Page(kArticle + "<section id=comments><h2>Wat u ervan vindt</h2>" + comments +
              "</section></main>");
}

TEST_CASE("the head of a comment is kept where themes make it a footer") {
  const Page page = WithComments(
      "<ol class=comment-list><li class=comment id=comment-1><article class=comment-body><footer "
      "class=comment-meta><div class='comment-author vcard'><b class=fn>Anna</b> <span "
      "class=says>schreef:</span></div><div class=comment-metadata><a href=#><time>3 maart "
      "2020</time></a></div></footer><div class=comment-content><p>Mooi.</p></div><div "
      "class=reply><a>Beantwoorden</a></div></article></li></ol>");
  CHECK(page.Regions({"comment", "author", "date"}) ==
        "comment=1. Anna schreef:\n\n3 maart 2020\n\nMooi.;author=Anna;date=3 maart 2020;");
}

TEST_CASE("comments have a region of their own, with the heading above them in any words") {
  const Page page = WithComments("<div class=comment>Een.</div><div class=comment>Twee.</div>");
  CHECK(page.Regions({"comments"}) == "comments=Wat u ervan vindt\n\n 1. Een.\n\n 2. Twee.;");
}

TEST_CASE("names and dates of comments by class, microdata, bold print and <cite>") {
  const auto marks = [](const std::string& comment) {
    return WithComments("<div class=comment>" + comment + "<p>Tekst.</p></div>")
        .Regions({"author", "date"});
  };
  CHECK(marks("<div class='comment-author vcard'><cite class=fn>Jo</cite> says:</div><div "
              "class='comment-meta commentmetadata'><a>1 mei 2010</a></div>") ==
        "author=Jo;date=1 mei 2010;");
  CHECK(marks("<p class=submitted>Ingediend door <span class=username>Jo</span> op 1 mei</p>") ==
        "author=Jo;");
  CHECK(marks("<p itemprop=author itemscope><span itemprop=name>Jo</span> zegt</p><time "
              "itemprop=datePublished>1 mei</time>") == "author=Jo;date=1 mei;");
  CHECK(marks("<p class=comment__author>jo_83</p><p class=comment__time>1 mei</p>") ==
        "author=jo_83;date=1 mei;");
  CHECK(marks("<header><h4>Jo</h4><div class=comment-date>1 mei</div></header>") ==
        "author=Jo;date=1 mei;");
  CHECK(marks("<cite><a>Jo</a></cite> zei:") == "author=Jo;");
  CHECK(marks("<p><b>Jo</b> (3 mei): mooi</p>") == "author=Jo;");
  CHECK(marks("<strong>jo_83:</strong> mooi") == "author=jo_83:;");
  CHECK(marks("<p><b>Mooi</b> stuk.</p>").empty());
  CHECK(marks("<p>Kijk, <b>dit</b>: mooi.</p>").empty());
}

TEST_CASE("the subject of a comment is kept where it is a link, and the heading before the list") {
  const Page page(
      kArticle +
      "</main><h3>2 Gedanken zu „Kop“</h3><ol class=commentlist><li class=comment><h3><a "
      "class=permalink>Mijn moeder</a></h3><p>Is 84.</p></li><li "
      "class=comment><p>Oud.</p></li></ol>");
  CHECK(page.document.text().ends_with(
      "2 Gedanken zu „Kop“\n\n 1. Mijn moeder\n\nIs 84.\n\n 2. Oud.\n"));
}

TEST_CASE("a comment inside its own wrapper is one comment, a reply another") {
  const Page page = WithComments(
      "<ul class=comment-list><li class=comment id=comment-5><article "
      "itemtype='https://schema.org/Comment'><p>Vraag.</p></article><ul class=children><li "
      "class=comment id=comment-6><article itemtype='https://schema.org/Comment'><p>Antwoord.</p>"
      "</article></li></ul></li></ul>");
  CHECK(page.Regions({"comment"}) == "comment=1. Vraag.;comment=2. Antwoord.;");
}

TEST_CASE("comments that only microdata call so are comments") {
  const Page page(kArticle +
                  "<section><div itemtype='http://schema.org/UserComments'><p>Een.</p></div><div "
                  "itemtype='https://schema.org/Comment'><p>Twee.</p></div></section></main>");
  CHECK(page.Regions({"comment"}) == "comment=1. Een.;comment=2. Twee.;");
  CHECK(page.document.text().find("Reacties (2)") != std::string_view::npos);
}

TEST_CASE("the author of an article is whom its mark-up names, unless the page says it itself") {
  const auto author = [](const std::string& byline, const std::string& head = "") {
    const Page page(
        "<html><head>" + head + "</head><main><article><h1>Kop</h1>" + byline +
        "<p>Dit is een alinea die lang genoeg is om als lopende tekst van een artikel te "
        "gelden.</p></article></main>");
    return std::string(page.document.metadata("author"));
  };
  CHECK(author("<p class=byline>Door: Anna de Wit</p>") == "Anna de Wit");
  CHECK(author("<p>Door <a rel=author>Anna de Wit</a></p>") == "Anna de Wit");
  CHECK(author("<p><a rel=author>Anna</a> en <a rel=author>Bo</a></p>") == "Anna; Bo");
  CHECK(author("<footer><span class='author vcard'><a class='url fn'>Anna</a></span></footer>") ==
        "Anna");
  CHECK(author("<div class=node__meta>Door <span class=username>anna_83</span></div>") ==
        "anna_83");
  CHECK(author("<div class=login><span class=username>bezoeker</span></div>").empty());
  CHECK(author("<p class=byline>Anna</p>", "<meta name=author content='Bo Smit'>") == "Bo Smit");
  CHECK(author("").empty());
}

TEST_CASE("an author below the main text is one where it stands beside it") {
  const std::string prose =
      "<p>Dit is een alinea die lang genoeg is om als lopende tekst te gelden.";
  CHECK(Page("<div><div>" + prose + prose +
             "</div><div>Gepost door <span class=fn>Lotte</span></div></div><div>Nieuws van <span "
             "class=author>Bo</span></div>")
            .document.metadata("author") == "Lotte");
}

TEST_CASE("a marked name or date is a word of its own") {
  CHECK(WithComments(
            "<div class=comment><cite>Jo</cite><span class=date>3 mei</span><p>Ja.</p></div>")
            .Regions({"comment"}) == "comment=1. Jo 3 mei\n\nJa.;");
}

TEST_CASE("a page that names many authors is a list, and has none") {
  std::string teasers;
  for (const char* name : {"A", "B", "C", "D", "E"})
    teasers += "<p>Kop door <span class=author>" + std::string(name) + "</span></p>";
  CHECK(Page(kArticle + teasers + "</main>").document.metadata("author").empty());
}

TEST_CASE("a single line end does not end a paragraph, two do") {
  const Page page(kArticle + "<p>een<br>twee<br>drie<br><br>vier<br>vijf<p>zes</main>");
  CHECK(page.Regions({"br"}) == "br=een\ntwee\ndrie;br=vier\nvijf;");
  CHECK(page.document.text().ends_with("een\ntwee\ndrie\n\nvier\nvijf\n\nzes\n"));
}

}  // namespace
}  // namespace koppel::read_html
