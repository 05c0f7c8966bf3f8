#include "koppel/document.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"

namespace koppel {
namespace {

TEST_CASE("text that is not UTF-8 is refused with the first bad byte") {
  Document document;
  const Status status = document.SetText("goed \xFF fout");
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kBadInput);
  CHECK(status.message() == "not UTF-8 at byte 5 (0xFF)");
}

TEST_CASE("metadata is kept in order of key") {
  Document document;
  document.SetMetadata("b", "2");
  document.SetMetadata("a", "1");
  document.SetMetadata("b", "3");
  REQUIRE(document.metadata_size() == 2);
  CHECK(document.metadata_at(0) == std::pair<std::string_view, std::string_view>("a", "1"));
  CHECK(document.metadata("b") == "3");
  CHECK(document.metadata("c").empty());
}

TEST_CASE("features of every type read back as they were set, and as none before") {
  Document document;
  REQUIRE(document.SetText("Anna zegt: dag.").ok());
  auto entities = document.layer<Entity>();
  entities.Add({0, 4}).Set(Entity::name, "Anna");
  auto turn = document.layer<Turn>().Add({0, 15});
  CHECK_FALSE(turn.Has(Turn::ordinal));
  CHECK(turn[Turn::ordinal] == kNoInt);
  CHECK_FALSE(turn[Turn::speaker]);
  const std::int32_t zero[] = {0};
  turn.Set(Turn::kind, Turn::Kind::kComment).Set(Turn::ordinal, 3).Set(Turn::inferred, true);
  turn.Set(Turn::speaker, {0}).Set(Turn::addressees, Refs<Entity>(zero)).Set(Turn::confidence, 0.5);
  CHECK(turn[Turn::kind] == Turn::Kind::kComment);
  CHECK(turn[Turn::ordinal] == 3);
  CHECK(turn[Turn::inferred]);
  CHECK(entities[turn[Turn::speaker]][Entity::name] == "Anna");
  REQUIRE(turn[Turn::addressees].size() == 1);
  CHECK(turn[Turn::addressees][0].index == 0);
  CHECK(turn[Turn::confidence] == 0.5);
}

TEST_CASE("rows and features are the same where room was made for them, before or between") {
  Document document;
  REQUIRE(document.SetText("een twee drie").ok());
  auto tokens = document.layer<Token>();
  tokens.Reserve(2);
  CHECK(tokens.exists());
  CHECK(tokens.empty());
  tokens.Add({0, 3});
  tokens.Add({4, 8}).Set(Token::kind, Token::Kind::kNumber);
  tokens.Reserve(1000);
  tokens.Add({9, 13}).Set(Token::lemma, "drie");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].text() == "een");
  CHECK_FALSE(tokens[0].Has(Token::kind));
  CHECK(tokens[1][Token::kind] == Token::Kind::kNumber);
  CHECK(tokens[2].text() == "drie");
  CHECK(tokens[2][Token::lemma] == "drie");
}

TEST_CASE("Seal sorts rows by place, and references follow") {
  Document document;
  REQUIRE(document.SetText("Anna en Bert").ok());
  auto entities = document.layer<Entity>();
  entities.Add({8, 12}).Set(Entity::name, "Bert");
  entities.Add({0, 4}).Set(Entity::name, "Anna");
  auto mention = document.layer<Mention>().Add({8, 12}).Set(Mention::entity, {0});
  document.Seal();
  CHECK(entities[0][Entity::name] == "Anna");
  CHECK(entities[mention[Mention::entity]][Entity::name] == "Bert");
}

TEST_CASE("references to removed rows become none") {
  Document document;
  REQUIRE(document.SetText("Anna en Bert").ok());
  auto entities = document.layer<Entity>();
  entities.Add({0, 4}).Set(Entity::name, "Anna");
  entities.Add({8, 12}).Set(Entity::name, "Bert");
  auto mentions = document.layer<Mention>();
  mentions.Add({0, 4}).Set(Mention::entity, {0});
  mentions.Add({8, 12}).Set(Mention::entity, {1});
  entities.RemoveIf([](Row<Entity> entity) { return entity[Entity::name] == "Anna"; });
  CHECK_FALSE(mentions[0][Mention::entity]);
  CHECK(entities[mentions[1][Mention::entity]][Entity::name] == "Bert");
}

TEST_CASE("lists may be set in any order of rows") {
  Document document;
  REQUIRE(document.SetText("abc").ok());
  auto turns = document.layer<Turn>();
  turns.Add({0, 1});
  turns.Add({1, 2});
  const std::int32_t two[] = {7, 8}, one[] = {9};
  turns[1].Set(Turn::addressees, Refs<Entity>(two));
  turns[0].Set(Turn::addressees, Refs<Entity>(one));
  turns[0].Set(Turn::addressees, Refs<Entity>(two));
  REQUIRE(turns[0][Turn::addressees].size() == 2);
  REQUIRE(turns[1][Turn::addressees].size() == 2);
  CHECK(turns[1][Turn::addressees][1].index == 8);
}

TEST_CASE("Reset leaves nothing of the document before") {
  Document document;
  REQUIRE(document.SetText("een").ok());
  document.set_id("x");
  document.layer<Token>().Add({0, 3}).Set(Token::lower, "een");
  document.Reset();
  CHECK(document.id().empty());
  CHECK(document.text().empty());
  CHECK_FALSE(document.layer<Token>().exists());
  REQUIRE(document.SetText("twee").ok());
  document.layer<Token>().Add({0, 4}).Set(Token::lower, "twee");
  CHECK(document.layer<Token>()[0][Token::lower] == "twee");
}

TEST_CASE("an edit carries annotations over and is recorded") {
  Document document;
  REQUIRE(document.SetText("maatschappe-\nlijk werk").ok());
  document.layer<Token>().Add({0, 17});
  document.layer<Token>().Add({18, 22});
  Edits edits;
  edits.Delete({11, 13}, "join", 0.9);
  REQUIRE(document.Apply(edits, "dehyphenate").ok());
  CHECK(document.text() == "maatschappelijk werk");
  CHECK(document.layer<Token>()[0].text() == "maatschappelijk");
  CHECK(document.layer<Token>()[1].text() == "werk");
  CHECK(document.ToSource({0, 15}) == Span{0, 17});
  CHECK(document.ToSource({0, 11}) == Span{0, 11});
  CHECK(document.ToSource({11, 15}) == Span{13, 17});
  CHECK(document.TextAt(0) == "maatschappe-\nlijk werk");
  REQUIRE(document.RevisionEdits(0).size() == 1);
  CHECK(document.RevisionEdits(0)[0].rule == "join");
}

TEST_CASE("an empty span leads back to the text that was deleted there") {
  Document document;
  REQUIRE(document.SetText("kop\ntekst").ok());
  document.layer<Region>().Add({0, 3});
  Edits edits;
  edits.Delete({0, 4}, "header");
  REQUIRE(document.Apply(edits, "layout").ok());
  const Span left = document.layer<Region>()[0].span();
  CHECK(left.empty());
  CHECK(document.ToSource(left) == Span{0, 4});
}

TEST_CASE("edits that can't be applied change nothing") {
  Document document;
  REQUIRE(document.SetText("één").ok());
  Edits edits;
  SECTION("split code point") { edits.Delete({1, 2}, "r"); }
  SECTION("outside") { edits.Delete({4, 9}, "r"); }
  SECTION("overlap") {
    edits.Delete({0, 2}, "r");
    edits.Delete({0, 4}, "r");
  }
  SECTION("not UTF-8") { edits.Insert(0, "\xFF", "r"); }
  const Status status = document.Apply(edits, "step");
  REQUIRE_FALSE(status.ok());
  CHECK(document.text() == "één");
  CHECK(document.revisions() == 0);
}

}  // namespace
}  // namespace koppel
