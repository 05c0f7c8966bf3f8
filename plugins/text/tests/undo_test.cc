// What the steps take out of a text is there again, word for word, when their rule is taken back.
#include "koppel/undo.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "dehyphenate/dehyphenate.h"
#include "fragments/fragments.h"
#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "paragraphs/paragraphs.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

constexpr std::size_t kPageLines = 20;

std::unique_ptr<Document> Repaired(const std::string& text) {
  auto document = testkit::MakeDocument(text, "nl");
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("step");
  Layout layout({});
  Dehyphenate dehyphenate({});
  Fragments fragments({});
  Paragraphs paragraphs;
  for (Processor* step :
       std::initializer_list<Processor*>{&layout, &dehyphenate, &fragments, &paragraphs})
    REQUIRE(testkit::Run(*step, *document, setup, context).ok());
  return document;
}

// Lines of running text; the last of each page breaks a word.
std::vector<std::string> Pages(std::size_t pages) {
  std::vector<std::string> lines;
  while (lines.size() < pages * kPageLines) {
    for (const std::string& line : Wrap(Prose(60, lines.size()), 60)) lines.push_back(line);
  }
  lines.resize(pages * kPageLines);
  constexpr std::string_view kEnds[] = {"in de buurt is daarna nog lang gepraat over het onder-",
                                        "wie er het langst woonde, was het minst tevreden met de",
                                        "van de bewoners kwam de helft niet naar de verga-"};
  constexpr std::string_view kBegins[] = {"zoek dat de gemeente had laten doen naar de wijk",
                                          "plannen, en wie er het kortst woonde, het meest",
                                          "dering, maar de andere helft bleef tot het eind"};
  for (std::size_t page = 0; page + 1 < pages; ++page) {
    lines[(page + 1) * kPageLines - 1] = kEnds[page % 3];
    lines[(page + 1) * kPageLines] = kBegins[page % 3];
  }
  return lines;
}

// Each page with what stands above and below its lines.
std::string WithFurniture(const std::string& head, const std::string& foot,
                          const std::string& page_end, const std::string& line_end = "\n") {
  constexpr std::size_t kPages = 4;
  const std::vector<std::string> lines = Pages(kPages);
  std::string text;
  for (std::size_t page = 0; page < kPages; ++page) {
    text += head + line_end;
    for (std::size_t i = 0; i < kPageLines; ++i) text += lines[page * kPageLines + i] + line_end;
    text += foot + line_end + std::to_string(page + 31) + line_end + page_end;
  }
  return text;
}

std::vector<std::string> Fixtures() {
  std::string marks =
      Join(Wrap(Prose(60), 50), "\n") + "\n-\n" + Join(Wrap(Prose(60, 2), 50), "\n");
  std::string notes =
      "De gemeente koos in dat jaar1 voor vrij-\n1 Zie het verslag\nvan dat jaar.\n\f"
      "willigers uit de buurt, en niet voor\nwie er van ver kwam.\n";
  std::string columns;
  const std::vector<std::string> left = Wrap(Prose(120, 1), 40), right = Wrap(Prose(120, 2), 40);
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
    columns += left[i] + std::string(48 - left[i].size(), ' ') + right[i] + "\n";
  return {WithFurniture("Kroniek", "Wijkraad-Noord", "\f"),
          WithFurniture("Kroniek van  Ons", "Wijkraad", "", "\n\n"),
          WithFurniture("Kroniek", "Wijkraad", "\n\n\f"),
          WithFurniture("Kroniek", "Wijkraad", "\f", " \n"),
          "D\n" + Pages(1)[0].substr(1) + "\nen zo voort.\n",
          marks,
          notes,
          columns};
}

std::map<std::string, std::size_t> Words(std::string_view text) {
  std::map<std::string, std::size_t> words;
  std::istringstream stream{std::string(text)};
  for (std::string word; stream >> word;) ++words[word];
  return words;
}

bool IsSpaceAt(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         std::string_view(" \t\r\n\f").find(text[at]) != std::string_view::npos;
}

// What a rule took out, from white space to white space.
std::map<std::string, std::size_t> RemovedWords(const Document& document, std::string_view rule) {
  std::map<std::string, std::size_t> all;
  for (std::uint32_t r = 0; r < document.revisions(); ++r) {
    const std::string older = document.TextAt(r);
    for (const RevisionEdit& edit : document.RevisionEdits(r)) {
      if (edit.rule != rule) continue;
      std::uint32_t begin = edit.before.begin, end = edit.before.end;
      while (begin > 0 && begin < end && !IsSpaceAt(older, begin - 1)) ++begin;
      while (end > begin && !IsSpaceAt(older, end)) --end;
      for (const auto& [word, count] : Words(Span{begin, end}.In(older))) all[word] += count;
    }
  }
  return all;
}

TEST_CASE("what a rule took out are words of their own in the text without it") {
  for (const std::string& text : Fixtures()) {
    const auto document = Repaired(text);
    std::set<std::string> rules;
    for (std::uint32_t r = 0; r < document->revisions(); ++r)
      for (const RevisionEdit& edit : document->RevisionEdits(r)) rules.emplace(edit.rule);
    for (const std::string& rule : rules) {
      const auto chosen = [&](std::uint32_t, const RevisionEdit& edit) {
        return edit.rule == rule;
      };
      const UndoResult undone = Undo(*document, chosen);
      const std::string readable = ReadableText(*document, undone, chosen);
      auto words = Words(readable);
      for (const auto& [word, count] : RemovedWords(*document, rule)) {
        CAPTURE(rule, word, text, readable);
        CHECK(words[word] >= count);
      }
      CAPTURE(rule);
      if (rule != "double_spacing" && rule != "line_gap") CHECK(undone.overlapped.empty());
    }
  }
}

TEST_CASE("the texts that are taken back have every kind of what a page adds") {
  std::set<std::string> rules;
  for (const std::string& text : Fixtures()) {
    const auto document = Repaired(text);
    for (std::uint32_t r = 0; r < document->revisions(); ++r)
      for (const RevisionEdit& edit : document->RevisionEdits(r)) rules.emplace(edit.rule);
  }
  for (const std::string rule : {"header", "footer", "page_number", "stray_mark", "drop_cap",
                                 "columns", "footnote_moved", "double_spacing", "join"}) {
    CAPTURE(rule);
    CHECK(rules.count(rule) == 1);
  }
}

TEST_CASE("a head that comes back stands between the parts of the word that it parted") {
  const auto document = Repaired(WithFurniture("Kroniek", "Wijkraad", "\f"));
  const auto chosen = [](std::uint32_t, const RevisionEdit& edit) { return edit.rule == "header"; };
  const std::string text = ReadableText(*document, Undo(*document, chosen), chosen);
  CHECK(text.starts_with("Kroniek\n\n"));
  INFO(text);
  CHECK(text.find("gepraat over het onder-\n\nKroniek\n\nzoek dat de gemeente") !=
        std::string::npos);
}

}  // namespace
}  // namespace koppel::text
