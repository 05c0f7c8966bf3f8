#include "koppel/provenance/document_digest.h"

#include <catch2/catch.hpp>

#include "koppel/codec.h"
#include "koppel/layers.h"
#include "koppel/testkit/harness.h"

namespace koppel {
namespace {

using testkit::MakeDocument;

std::unique_ptr<Document> Sample() {
  auto document = MakeDocument("een zin over zee-\nlucht.", "nl");
  Edits edits;
  edits.Replace({17, 18}, "", "join", 0.5);
  REQUIRE(document->Apply(edits, "text.dehyphenate").ok());
  document->layer<Token>()
      .Add({0, 3})
      .Set(Token::kind, Token::Kind::kWord)
      .Set(Token::lemma, "een");
  document->layer<Token>().Add({4, 7}).Set(Token::lemma, "zin");
  document->layer<Entity>().Add({4, 7}).Set(Entity::name, "zin");
  const std::int32_t first[] = {0};
  document->layer<Turn>()
      .Add({0, 7})
      .Set(Turn::ordinal, 3)
      .Set(Turn::confidence, 0.25)
      .Set(Turn::inferred, false)
      .Set(Turn::addressees, Refs<Entity>(first));
  document->Seal();
  return document;
}

template <class Change>
std::string After(Change change) {
  auto document = Sample();
  change(*document);
  document->Seal();
  return DocumentDigest(*document);
}

TEST_CASE("equal documents have equal digests, also after they were stored") {
  const auto document = Sample();
  CHECK(DocumentDigest(*document) == DocumentDigest(*Sample()));
  std::string stored;
  REQUIRE(Encode(*document, stored).ok());
  Document read;
  REQUIRE(Decode(stored, {}, read).ok());
  CHECK(DocumentDigest(read) == DocumentDigest(*document));
}

TEST_CASE("whatever is part of a document changes its digest") {
  const std::string same = DocumentDigest(*Sample());
  CHECK(same.size() == 32);
  CHECK(After([](Document&) {}) == same);
  CHECK(After([](Document& d) { d.set_id("other"); }) != same);
  CHECK(After([](Document& d) { d.SetMetadata("title", "x"); }) != same);
  CHECK(After([](Document& d) { d.SetMetadata("language", "en"); }) != same);
  CHECK(After([](Document& d) { d.layer<Sentence>().Add({0, 7}); }) != same);
  CHECK(After([](Document& d) { d.EnsureLayer(Sentence::kSchema); }) != same);
  CHECK(After([](Document& d) { d.layer<Token>()[1].Set(Token::lemma, "een"); }) != same);
  CHECK(After([](Document& d) { d.layer<Token>()[1].Set(Token::kind, Token::Kind::kWord); }) !=
        same);
  CHECK(After([](Document& d) { d.layer<Turn>()[0].Set(Turn::ordinal, 4); }) != same);
  CHECK(After([](Document& d) { d.layer<Turn>()[0].Set(Turn::confidence, 0.5); }) != same);
  CHECK(After([](Document& d) { d.layer<Turn>()[0].Set(Turn::inferred, true); }) != same);
  CHECK(After([](Document& d) { d.layer<Turn>()[0].Set(Turn::addressees, {}); }) != same);
  CHECK(After([](Document& d) {
          Edits edits;
          edits.Replace({0, 1}, "E", "case", 0.5);
          REQUIRE(d.Apply(edits, "x").ok());
          Edits back;
          back.Replace({0, 1}, "e", "case", 0.5);
          REQUIRE(d.Apply(back, "x").ok());
        }) != same);
  CHECK(After([](Document& d) {
          Source source = d.source();
          source.size = 99;
          d.set_source(source);
        }) != same);
}

TEST_CASE("where the source stands is no part of a document") {
  CHECK(After([](Document& d) {
          Source source = d.source();
          source.uri = "/elsewhere/a.txt";
          d.set_source(source);
        }) == DocumentDigest(*Sample()));
}

TEST_CASE("how a document was made leaves no trace in its digest") {
  const std::string same = DocumentDigest(*Sample());
  // A string that was interned and is used no more; a column without values; another order of rows.
  CHECK(After([](Document& d) {
          d.layer<Token>()[0].Set(Token::lemma, "tijdelijk").Set(Token::lemma, "een");
        }) == same);
  CHECK(After([](Document& d) { d.layer<Turn>()[0].Set(Turn::reply_to, {}); }) == same);
  auto reversed = MakeDocument("een twee");
  reversed->layer<Token>().Add({4, 8}).Set(Token::lemma, "twee");
  reversed->layer<Token>().Add({0, 3}).Set(Token::lemma, "een");
  reversed->Seal();
  auto straight = MakeDocument("een twee");
  straight->layer<Token>().Add({0, 3}).Set(Token::lemma, "een");
  straight->layer<Token>().Add({4, 8}).Set(Token::lemma, "twee");
  straight->Seal();
  CHECK(DocumentDigest(*reversed) == DocumentDigest(*straight));
}

TEST_CASE("neighbouring fields can't run into each other") {
  auto a = MakeDocument("ab");
  a->SetMetadata("x", "yz");
  auto b = MakeDocument("ab");
  b->SetMetadata("xy", "z");
  CHECK(DocumentDigest(*a) != DocumentDigest(*b));
}

}  // namespace
}  // namespace koppel
