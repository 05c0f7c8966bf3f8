// What is taken back with an edit that it rests on, and how whole lines read that come back.
#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/undo.h"

namespace koppel {
namespace {

EditChoice Rule(std::string_view rule) {
  return [rule](std::uint32_t, const RevisionEdit& edit) { return edit.rule == rule; };
}

// Replaces `sought`, which the text has once.
void Change(Document& document, std::string_view sought, std::string_view replacement,
            std::string_view rule, std::string_view within = {}) {
  const std::string_view text = document.text();
  const std::size_t around = within.empty() ? 0 : text.find(within);
  REQUIRE(around != std::string_view::npos);
  const std::size_t begin = text.find(sought, around);
  REQUIRE(begin != std::string_view::npos);
  Edits edits;
  edits.Replace(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + sought.size())},
      replacement, rule);
  REQUIRE(document.Apply(edits, rule).ok());
}

void MakeParagraph(Document& document) {
  document.layer<Paragraph>().Add({0, static_cast<std::uint32_t>(document.text().size())});
  document.Seal();
}

std::string Without(const Document& document, std::string_view rule) {
  const UndoResult undone = Undo(document, Rule(rule));
  CHECK(undone.overlapped.empty());
  return ReadableText(document, undone, Rule(rule));
}

TEST_CASE("a word that was joined across a line taken out parts again when the line comes back") {
  for (const std::string_view line : {"\n\fDe kop", "\n-", "\n\n12\n\fDe kop"}) {
    CAPTURE(line);
    Document document;
    REQUIRE(
        document.SetText("Aan het onder-" + std::string(line) + "\nzoek gaat veel vooraf.").ok());
    Change(document, line, "", "header", "onder-");
    Change(document, "-\n", "", "corpus_joined");
    MakeParagraph(document);
    REQUIRE(document.text() == "Aan het onderzoek gaat veel vooraf.");
    const UndoResult undone = Undo(document, Rule("header"));
    CHECK(undone.text == document.TextAt(0));
    CHECK(undone.followed == std::vector<EditRef>{{1, 0}});
    CHECK(Without(document, "corpus_joined") == "Aan het onder- zoek gaat veel vooraf.");
  }
}

TEST_CASE("a line that comes back is a paragraph of its own") {
  Document document;
  REQUIRE(document.SetText("Aan het onder-\n\fDe kop\nzoek gaat\nveel vooraf.").ok());
  Change(document, "\n\fDe kop", "", "header");
  Change(document, "-\n", "", "corpus_joined");
  Change(document, "\n", " ", "join");
  MakeParagraph(document);
  CHECK(Without(document, "header") == "Aan het onder-\n\nDe kop\n\nzoek gaat veel vooraf.");
}

TEST_CASE("lines that stood below each other come back so, and page by page") {
  Document document;
  REQUIRE(document.SetText("De tekst\nDe voet\nder pagina\n\f12\nloopt door.").ok());
  Edits lines;
  lines.Delete({8, 16}, "footer");
  lines.Delete({16, 27}, "footer");
  lines.Delete({27, 31}, "footer");
  REQUIRE(document.Apply(lines, "layout").ok());
  Change(document, "\n", " ", "join");
  MakeParagraph(document);
  REQUIRE(document.text() == "De tekst loopt door.");
  CHECK(Without(document, "footer") == "De tekst\n\nDe voet\nder pagina\n\n12\n\nloopt door.");
}

TEST_CASE("lines that come back on other pages are paragraphs of their own, each") {
  Document document;
  REQUIRE(document.SetText("De kop\nDe tekst\nDe kop\nloopt\n\fDe kop\ndoor.").ok());
  Edits lines;
  lines.Delete({0, 7}, "header");
  lines.Delete({15, 22}, "header");
  lines.Delete({28, 36}, "header");
  REQUIRE(document.Apply(lines, "layout").ok());
  Change(document, "\n", " ", "join");
  Change(document, "\n", " ", "join");
  MakeParagraph(document);
  REQUIRE(document.text() == "De tekst loopt door.");
  CHECK(Without(document, "header") == "De kop\n\nDe tekst\n\nDe kop\n\nloopt\n\nDe kop\n\ndoor.");
}

TEST_CASE("a letter restored in a word that parts again is taken back with it") {
  Document document;
  REQUIRE(document.SetText("Zij cre-\n12\neert iets.").ok());
  Change(document, "\n12", "", "page_number");
  Edits restored;
  restored.Delete({7, 9}, "trema");
  restored.Replace({9, 10}, "ë", "trema");
  REQUIRE(document.Apply(restored, "words").ok());
  MakeParagraph(document);
  REQUIRE(document.text() == "Zij creëert iets.");
  CHECK(Without(document, "page_number") == "Zij cre-\n\n12\n\neert iets.");
}

TEST_CASE("a blank line that comes back parts a paragraph, unless a word runs across it") {
  Document document;
  REQUIRE(document.SetText("Een regel\n\nen onder-\n\nzoek.").ok());
  Edits spacing;
  spacing.Replace({9, 11}, "\n", "double_spacing");
  spacing.Replace({20, 22}, "\n", "double_spacing");
  REQUIRE(document.Apply(spacing, "layout").ok());
  Change(document, "-\n", "", "corpus_joined");
  Change(document, "\n", " ", "join");
  MakeParagraph(document);
  REQUIRE(document.text() == "Een regel en onderzoek.");
  const UndoResult undone = Undo(document, Rule("double_spacing"));
  CHECK(ReadableText(document, undone, Rule("double_spacing")) == "Een regel\n\nen onderzoek.");
  CHECK(undone.overlapped == std::vector<EditRef>{{0, 1}});
}

TEST_CASE("what was mended inside a text that is taken back goes with it; words put in do not") {
  for (const bool moved : {false, true}) {
    Document document;
    REQUIRE(document.SetText("links rechts").ok());
    Change(document, "links rechts", "rechts,\nlin-\nks", "columns");
    Change(document, moved ? "-" : "-\n", moved ? "woord" : "", "later");
    const UndoResult undone = Undo(document, Rule("columns"));
    CHECK(undone.text == (moved ? document.text() : "links rechts"));
    CHECK(undone.overlapped.size() == (moved ? 1 : 0));
  }
}

TEST_CASE("a line end comes back as a space also where no other line was joined") {
  Document document;
  REQUIRE(document.SetText("De organi-\nsatie.").ok());
  Change(document, "-\n", "", "dictionary");
  CHECK(Without(document, "dictionary") == "De organi-\nsatie.");
  MakeParagraph(document);
  CHECK(Without(document, "dictionary") == "De organi- satie.");
}

}  // namespace
}  // namespace koppel
