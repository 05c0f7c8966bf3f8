#include "terminal_view.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"

namespace koppel {
namespace {

using testkit::MakeDocument;

std::unique_ptr<Document> Conversation() {
  auto document = MakeDocument("Bram: \"Mooi plan\".\n\nAnna: Nee, een sociaalplan.\n", "nl");
  Edits edits;
  edits.Insert(39, " ", "split");
  REQUIRE(document->Apply(edits, "repair").ok());
  auto entities = document->layer<Entity>();
  entities.Add({0, 4}).Set(Entity::name, "Bram de Wit");
  entities.Add({20, 24});
  const std::int32_t anna[] = {1};
  auto turns = document->layer<Turn>();
  turns.Add({0, 18})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 1)
      .Set(Turn::speaker, {0});
  turns[0].Set(Turn::addressees, Refs<Entity>(anna)).Set(Turn::inferred, true);
  turns.Add({20, 49})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 2)
      .Set(Turn::speaker, {1});
  document->layer<Quote>()
      .Add({6, 17})
      .Set(Quote::kind, Quote::Kind::kDirect)
      .Set(Quote::speaker, {0});
  document->layer<Artefact>()
      .Add({35, 48})
      .Set(Artefact::kind, "space")
      .Set(Artefact::decision, "split")
      .Set(Artefact::resolved, true);
  document->layer<Sentiment>()
      .Add({0, 18})
      .Set(Sentiment::scope, Sentiment::Scope::kTurn)
      .Set(Sentiment::label, Sentiment::Label::kPositive)
      .Set(Sentiment::value, 0.5);
  document->Seal();
  return document;
}

TEST_CASE("a document is shown with its turns, quotes and repairs") {
  CHECK(TerminalView(*Conversation(), false) ==
        "test\n"
        "  language   nl\n"
        "  edited by  repair (1 edit)\n"
        "  layers     entity 2, turn 2, quote 1, artefact 1, sentiment 1\n"
        "\n"
        "\n── comment 1 · Bram de Wit (inferred) → Anna · positive (0.50) ──\n"
        "Bram: \"Mooi plan\"⟨direct · Bram de Wit⟩.\n\n"
        "\n── comment 2 · Anna ──\n"
        "Anna: Nee, een soci aalplan.⟨space: split⟩\n");
}

TEST_CASE("colour is added only on request, and every style is ended") {
  const std::string plain = TerminalView(*Conversation(), false);
  CHECK(plain.find('\033') == std::string::npos);
  const std::string color = TerminalView(*Conversation(), true);
  CHECK_THAT(color, Catch::Contains("\033[36m\"Mooi plan\"\033[39m⟨direct"));
  CHECK_THAT(color, Catch::Contains("\033[4msoci aalplan.\033[24m⟨space: split⟩"));
}

TEST_CASE("control characters of a document do not reach the terminal") {
  auto document = MakeDocument(
      "a\x1B[2Jb\xC2\x9B"
      "1mc\r");
  document->set_id("id\x07");
  document->SetMetadata("title", "\x1B]0;x");
  document->layer<Token>().Add({0, 5}).Set(Token::lemma, "\x1B[0m");
  document->layer<Artefact>().Add({0, 1}).Set(Artefact::kind, "\x1B");
  for (const std::string& shown : {TerminalView(*document, false), SummaryLine(*document),
                                   *LayerListing(*document, "token")}) {
    CHECK(shown.find('\033') == std::string::npos);
    CHECK(shown.find('\r') == std::string::npos);
    CHECK(shown.find('\x07') == std::string::npos);
    CHECK(shown.find("\xC2\x9B") == std::string::npos);
  }
}

TEST_CASE("a layer is listed by row; a slip in its name gets a suggestion") {
  const auto document = Conversation();
  CHECK(*LayerListing(*document, "turn") ==
        "turn#0 0..18 kind=comment ordinal=1 speaker=entity#0 addressees=entity#1 inferred=true "
        "\"Bram: \\\"Mooi plan\\\".\"\n"
        "turn#1 20..49 kind=comment ordinal=2 speaker=entity#1 \"Anna: Nee, een soci "
        "aalplan.\\n\"\n");
  CHECK(LayerListing(*document, "tern").status().message() ==
        "no layer 'tern'; did you mean 'turn'?");
}

TEST_CASE("the summary counts what a reader looks for") {
  CHECK(SummaryLine(*Conversation()) == "test  49 bytes  nl  turn 2  quote 1  artefact 1\n");
}

}  // namespace
}  // namespace koppel
