#include "decisions.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "listing.h"

namespace koppel {
namespace {

void Note(Document& document, Span span, std::string_view rule, double confidence, bool resolved) {
  document.layer<Artefact>()
      .Add(span)
      .Set(Artefact::kind, "hyphen")
      .Set(Artefact::left, "organi")
      .Set(Artefact::right, "satie")
      .Set(Artefact::decision, resolved ? "join" : "abstain")
      .Set(Artefact::rule, rule)
      .Set(Artefact::confidence, confidence)
      .Set(Artefact::resolved, resolved);
}

// Joined, spaces collapsed, and a word that was left alone.
std::unique_ptr<Document> Repaired() {
  auto document = testkit::MakeDocument("De organi-\nsatie  is  ver-\nlaat");
  Note(*document, {3, 16}, "corpus_joined", 0.9, true);
  Note(*document, {22, 31}, "no_evidence", 0.4, false);
  document->Seal();
  Edits edits;
  edits.Delete({9, 11}, "corpus_joined", 0.9);
  edits.Delete({16, 17}, "inner_space");
  edits.Delete({20, 21}, "inner_space");
  REQUIRE(document->Apply(edits, "repair").ok());
  return document;
}

TEST_CASE("an edit and its artefact are one decision; what was left alone is one too") {
  const auto decisions = DecisionsOf(*Repaired());
  REQUIRE(decisions.size() == 4);
  CHECK(decisions[0].rule == "corpus_joined");
  CHECK(decisions[0].kind == "hyphen");
  CHECK(decisions[0].in_ledger);
  CHECK(decisions[0].before == "-\n");
  CHECK(decisions[0].source == Span{3, 16});
  CHECK(decisions[1].rule == "inner_space");
  CHECK(decisions[1].source == Span{16, 17});
  CHECK(decisions[3].rule == "no_evidence");
  CHECK_FALSE(decisions[3].in_ledger);
  CHECK_FALSE(decisions[3].resolved);
}

TEST_CASE("two things removed at one place are two decisions, each listed once") {
  auto document = testkit::MakeDocument("a\nKOP\nKOP\nb");
  Note(*document, {2, 5}, "header", 0.9, true);
  Note(*document, {6, 9}, "header", 0.9, true);
  Edits edits;
  edits.Delete({2, 6}, "header", 0.9);
  edits.Delete({6, 10}, "header", 0.9);
  REQUIRE(document->Apply(edits, "layout").ok());
  document->Seal();
  CHECK(DecisionsOf(*document).size() == 2);
}

TEST_CASE("the listing groups by rule, counts what it does not show, and lets no control through") {
  RepairListing listing(1);
  for (RepairDecision& decision : DecisionsOf(*Repaired())) {
    decision.document = "a\033[2J";
    listing.Add(std::move(decision));
  }
  const std::string text = listing.Text(false);
  CHECK(text.find('\033') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("corpus_joined  1 decision, confidence 0.900 (lowest 0.900)"));
  CHECK_THAT(text, Catch::Contains("inner_space  2 decisions"));
  CHECK_THAT(text, Catch::Contains("… and 1 more"));
  CHECK_THAT(text, Catch::Contains("no_evidence  1 decision, 1 left alone"));
  CHECK_THAT(text, Catch::Contains("organi|satie"));
  CHECK(listing.Text(true).find('\033') != std::string::npos);
}

TEST_CASE("a line of JSON holds what was decided") {
  const std::string line = JsonLine(DecisionsOf(*Repaired())[0]);
  CHECK_THAT(line, Catch::Contains(R"("rule":"corpus_joined")") &&
                       Catch::Contains(R"("before":"-\n")") &&
                       Catch::Contains(R"("source_begin":3,"source_end":16})"));
}

}  // namespace
}  // namespace koppel
