#include "read_html.h"

#include <catch2/catch.hpp>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "koppel/utf8.h"

namespace koppel::read_html {
namespace {

Status Read(std::string bytes, Document& document, ReadHtml::Params params = {}) {
  document.Reset();
  testkit::TestContext context;
  Item item;
  item.uri = "page.html";
  item.bytes = std::move(bytes);
  Status status = ReadHtml(std::move(params)).Parse(item, document, context);
  document.Seal();
  return status;
}

std::string TextOfPage(std::string bytes) {
  Document document;
  REQUIRE(Read(std::move(bytes), document).ok());
  return std::string(document.text());
}

// Rules of the regions that were left out, in order, with what they held.
std::string LeftOut(const Document& document) {
  std::string out;
  for (const auto region : document.layer<Region>()) {
    if (region.span().empty())
      out +=
          std::string(region[Region::rule]) + ":" + std::string(region[Region::removed_text]) + ";";
  }
  return out;
}

const std::string kProse =
    "Dit is een alinea die lang genoeg is om als lopende tekst van een artikel te gelden.";

TEST_CASE("blocks, line ends, lists and preformatted text become lines") {
  CHECK(TextOfPage("<h1>Kop</h1><p>een  <b>twee</b>\n "
                   "drie<p>vier<br>vijf<ul><li>a<li><p>b</p></ul><ol><li>c<li>d</ol>"
                   "<pre>x  y\n z</pre>") ==
        "Kop\n\neen twee drie\n\nvier\nvijf\n\n- a\n\n- b\n\n1. c\n2. d\n\nx  y\n z\n");
  CHECK(TextOfPage("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == "a b\nc d\n");
}

TEST_CASE("a page without text is an empty document") {
  CHECK(TextOfPage("").empty());
  CHECK(TextOfPage("<html><head><title>x</title></head><body><script>var x;</script></body></html>")
            .empty());
}

TEST_CASE("furniture is left out, and regions say what was") {
  Document document;
  REQUIRE(Read("<body><nav>Home</nav><div class='cookie-bar'>Wij gebruiken "
               "cookies</div><main><h1>Kop</h1><p>" +
                   kProse +
                   "</p><div class='share'>Deel dit</div><aside class='pullquote'>een "
                   "alinea</aside></main>"
                   "<div>Verder lezen</div><footer>Colofon</footer>",
               document)
              .ok());
  CHECK(document.text() == "Kop\n\n" + kProse + "\n");
  CHECK(LeftOut(document) ==
        "nav:Home;cookie:Wij gebruiken cookies;share:Deel dit;pull_quote:een "
        "alinea;outside_main:Verder lezen;"
        "footer:Colofon;");
}

TEST_CASE("with boilerplate kept, regions cover it") {
  ReadHtml::Params params;
  params.boilerplate = ReadHtml::Furniture::kKeep;
  Document document;
  REQUIRE(Read("<body><nav>Home</nav><main><p>" + kProse + "</p></main><footer>Colofon</footer>",
               document, params)
              .ok());
  CHECK(document.text() == "Home\n\n" + kProse + "\n\nColofon\n");
  std::string covered;
  for (const auto region : document.layer<Region>()) covered += std::string(region.text()) + ";";
  CHECK(covered == "Home;Colofon;");
}

TEST_CASE("without main or article, the main text is where the prose is") {
  CHECK(TextOfPage("<div id=top><a href=/>Home</a> <a href=/b>Nog een bladzijde met een lange naam "
                   "die niets zegt</a></div>"
                   "<div id=page><div id=content><p>" +
                   kProse + "</p><p>" + kProse +
                   "</p><p>Kort.</p></div>"
                   "<div id=right>Agenda</div></div>") == kProse + "\n\n" + kProse + "\n\nKort.\n");
}

TEST_CASE("a page that is one form, or whose body is named after its parts, keeps its text") {
  CHECK(TextOfPage("<body class='has-sidebar'><form id=aspnetForm><p>" + kProse + "</p></form>") ==
        kProse + "\n");
}

TEST_CASE("a title outside the main content is kept; a site's name is not where there is a title") {
  CHECK(TextOfPage("<div><h1>Kop</h1></div><article><p>" + kProse + "</p></article>") ==
        "Kop\n\n" + kProse + "\n");
  CHECK(TextOfPage("<header><h1>De Site</h1></header><main><h1>Kop</h1><p>" + kProse +
                   "</p></main>") == "Kop\n\n" + kProse + "\n");
}

TEST_CASE("comments are numbered in the order of the page, replies too") {
  const std::string page = "<article><p>" + kProse +
                           "</p></article><div id='comments'><ol class='commentlist'>"
                           "<li class='comment even'><div class='comment-meta'><b>Ann</b> <time>3 "
                           "maart 2021 10:00</time></div><p>Eerste.</p>"
                           "<a class='comment-reply-link'>Reageer</a><ul class='children'><li "
                           "class='comment'><p>Antwoord.</p></li></ul></li>"
                           "<li class='comment odd'><p>Tweede.</p></li></ol></div>";
  Document document;
  REQUIRE(Read("<html lang=nl>" + page, document).ok());
  CHECK(document.text() == kProse +
                               "\n\nReacties (3)\n\n 1. Ann 3 maart 2021 10:00\n\nEerste.\n\n 2. "
                               "Antwoord.\n\n 3. Tweede.\n");
  std::string comments;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::rule] == "comment") comments += std::string(region.text()) + "|";
  }
  CHECK(comments == "1. Ann 3 maart 2021 10:00\n\nEerste.|2. Antwoord.|3. Tweede.|");
  CHECK(TextOfPage("<html lang=en-GB>" + page).find("Comments (3)") != std::string::npos);
}

TEST_CASE("comments by id, by list, and under a heading of their own") {
  const std::string start = "<main><p>" + kProse + "</p></main>";
  const std::string text = kProse + "\n\n2 reacties\n\n 1. Een.\n\n 2. Twee.\n";
  CHECK(TextOfPage(start + "<section id=reacties><h2>2 reacties</h2><div "
                           "id=reactie-7>Een.</div><div id=reactie-9>Twee.</div>"
                           "</section>") == text);
  CHECK(TextOfPage(start + "<h2>2 reacties</h2><ul class=reacties><li>Een.<li>Twee.</ul>")
            .find(" 1. Een.\n\n 2. Twee.\n") != std::string::npos);
}

TEST_CASE("metadata come from the head") {
  Document document;
  REQUIRE(Read("<html lang='nl-BE'><head><title>Titel - Site</title><meta property='og:title' "
               "content='Titel'>"
               "<meta property='article:author' content='https://x.example/a'><meta name='Author' "
               "content='A. de Wit'>"
               "<meta property='article:published_time' content='2021-03-04'><link rel=canonical "
               "href='https://x.example/'>"
               "</head><p>x",
               document)
              .ok());
  CHECK(document.metadata("title") == "Titel");
  CHECK(document.metadata("author") == "A. de Wit");
  CHECK(document.metadata("published") == "2021-03-04");
  CHECK(document.metadata("url") == "https://x.example/");
  CHECK(document.language() == "nl");
  CHECK(document.metadata("encoding") == "utf-8");
  CHECK(document.source().media_type == "text/html");
}

TEST_CASE("the bytes decide on the encoding where they are clear, the page where they are not") {
  Document document;
  REQUIRE(Read("<meta charset=iso-8859-1><p>caf\xE9 \x93zo\x94", document).ok());
  CHECK(document.text() == "café “zo”\n");
  REQUIRE(Read("<meta charset=iso-8859-1><p>café", document).ok());
  CHECK(document.text() == "café\n");
  CHECK(Read("<meta charset=utf-8><p>caf\xE9 noir", document).kind() == ErrorKind::kBadInput);
  CHECK(Read("%PDF-1.4", document).kind() == ErrorKind::kBadInput);
}

// Every character that is on the page leads back to it or to its reference.
void CheckAlignment(const std::string& page) {
  Document document;
  REQUIRE(Read(page, document).ok());
  const std::string_view text = document.text();
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    const Span source = document.ToSource({at, at + point.size});
    REQUIRE(source.end <= page.size());
    const std::string_view from = source.In(page);
    INFO(text.substr(at, point.size) << " <- " << from);
    const bool made = point.value == ' ' || point.value == '\n' ||
                      from.find("<li") != from.npos;  // breaks and marks
    CHECK((made || from == text.substr(at, point.size) || from.starts_with("&") ||
           static_cast<unsigned char>(from[0]) >= 0x80));
    at += point.size;
  }
}

TEST_CASE("text leads back to the bytes of the page") {
  CheckAlignment(
      "<p>g&euml;valueerd &#8216;zo&#x2019; &amp; &copy2021 &notit; a&b &lt;b&gt; x</foo>y\r\nz "
      "<i>w</i>e");
  CheckAlignment("\xEF\xBB\xBF<p>mark \r\n en  dubbel");
  CheckAlignment(
      "<meta charset=windows-1252><p>caf\xE9 &eacute;\xE9n \x93zo\x94</p> <p>n\xF3g een");
  CheckAlignment(*ReadFile(std::filesystem::path(KOPPEL_SOURCE_DIR) / "pipelines" / "sample" /
                           "web_school.html"));

  Document document;
  REQUIRE(Read("<p>caf\xE9 g&euml;v &copy2021", document).ok());
  REQUIRE(document.text() == "café gëv ©2021\n");
  CHECK(document.ToSource({3, 5}) == Span{6, 7});
  CHECK(document.ToSource({7, 9}) == Span{9, 15});
  const Span copyright = document.ToSource({11, 13});
  CHECK(copyright.begin == 17);
  CHECK(copyright.end == 22);
}

TEST_CASE("malformed pages are read") {
  CHECK(TextOfPage("<table><p>buiten<tr><td>binnen</table>na") == "buiten\n\nbinnen\n\nna\n");
  CHECK(TextOfPage("<p>een <b><i>twee</b> drie</i> vier</html> na") == "een twee drie vier na\n");
  CHECK(TextOfPage("tekst < 3 en <") == "tekst < 3 en <\n");
  CHECK(TextOfPage("<p>half <a href='") == "half\n");
}

TEST_CASE("pages that nest too deeply are refused at once, deep ones are read") {
  const auto nested = [](std::size_t depth, std::string_view tag) {
    std::string page;
    for (std::size_t i = 0; i < depth; ++i) page += tag;
    return page + "tekst";
  };
  CHECK(TextOfPage(nested(1900, "<div>")) == "tekst\n");
  CHECK(TextOfPage(nested(100000, "<p>")) == "tekst\n");
  CHECK(TextOfPage(nested(20000, "<br><img src=x>")) == "tekst\n");
  Document document;
  for (const std::string_view tag : {"<div>", "<b>", "<i", "<ul><li>", "<x-y>"}) {
    INFO(tag);
    const Status status = Read(nested(100000, tag), document);
    REQUIRE_FALSE(status.ok());
    CHECK(status.kind() == ErrorKind::kBadInput);
  }
  CHECK(Read("<svg>" + nested(100000, "<td>"), document).kind() == ErrorKind::kBadInput);
}

TEST_CASE("damaged pages never crash, and their text leads into the page") {
  const std::string page = *ReadFile(std::filesystem::path(KOPPEL_SOURCE_DIR) / "pipelines" /
                                     "sample" / "web_school.html");
  std::uint32_t random = 1;
  for (int round = 0; round < 100; ++round) {
    std::string damaged = page;
    for (int i = 0; i < 30; ++i) {
      random = random * 1664525 + 1013904223;
      damaged.replace((random >> 8) % (damaged.size() - 8), random % 5,
                      std::string("<>&;/\"'=").substr(random % 7, 2));
    }
    Document document;
    const Status status = Read(damaged, document);
    if (!status.ok()) continue;  // a character cut in half
    for (const auto region : document.layer<Region>())
      CHECK(document.ToSource(region.span()).end <= damaged.size());
  }
}

TEST_CASE("the sample page gives the article, its comments and nothing else") {
  Document document;
  REQUIRE(Read(*ReadFile(std::filesystem::path(KOPPEL_SOURCE_DIR) / "pipelines" / "sample" /
                         "web_school.html"),
               document)
              .ok());
  const std::string_view text = document.text();
  CHECK(text.starts_with(
      "Een brugfunctionaris is geen pleister\n\nDoor Meindert Zijlstra · 8 november 2022"));
  CHECK(text.find(
            "\n\nReacties op dit artikel (4)\n\n 1. Bernadette Kok 8 november 2022 om 20:11\n\n") !=
        text.npos);
  CHECK(text.ends_with("Hartelijke groet,\nIlse Verhaar-Kuipers\n"));
  for (const std::string_view furniture :
       {"cookies", "Word abonnee", "968", "Facebook", "Beantwoorden", "Vereiste", "Meest gelezen",
        "Colofon"}) {
    CHECK(text.find(furniture) == text.npos);
  }
}

}  // namespace
}  // namespace koppel::read_html
