#include "koppel/diff/document_diff.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"

namespace koppel {
namespace {

struct Sample {
  Document document;

  explicit Sample(std::string text = "De organi-\nsatie van Anna.") {
    document.set_id("d");
    REQUIRE(document.SetText(std::move(text)).ok());
  }
  Sample& Join() {
    Edits edits;
    edits.Delete({9, 11}, "join", 0.98);
    REQUIRE(document.Apply(edits, "dehyphenate").ok());
    return *this;
  }
  template <class T>
  Row<T> Add(Span span) {
    return document.layer<T>().Add(span);
  }
  DocumentFacts Facts() {
    document.Seal();
    return FactsOf(document);
  }
};

TEST_CASE("documents with the same content have no differences") {
  Sample a, b;
  a.Join().Add<Token>({0, 2}).Set(Token::kind, Token::Kind::kWord);
  b.Join().Add<Token>({0, 2}).Set(Token::kind, Token::Kind::kWord);
  CHECK(Compare(a.Facts(), b.Facts()).empty());
}

TEST_CASE("an edit that one has is told with its place in the source") {
  Sample a, b;
  a.Join();
  const DocumentDiff diff = Compare(a.Facts(), b.Facts());
  REQUIRE(diff.edits_a.size() == 1);
  CHECK(diff.edits_a[0] == EditFacts{"dehyphenate", "join", "0.980", {9, 11}, "-\n", "", {9, 9}});
  CHECK(diff.edits_b.empty());
  CHECK(diff.text == std::vector<TextHunk>{{{3, 14}, {3, 16}}});
}

TEST_CASE("rows are the same where they stand at the same place of texts that differ before it") {
  Sample a, b;
  a.Join().Add<Token>({19, 23}).Set(Token::kind, Token::Kind::kWord);
  b.Add<Token>({21, 25}).Set(Token::kind, Token::Kind::kWord);
  CHECK(Compare(a.Facts(), b.Facts()).rows.empty());
}

TEST_CASE("rows are removed, added or have changed features") {
  Sample a, b;
  a.Add<Token>({0, 2}).Set(Token::kind, Token::Kind::kWord);
  b.Add<Token>({0, 2}).Set(Token::kind, Token::Kind::kSymbol);
  a.Add<Sentence>({0, 10});
  b.Add<Sentence>({0, 16});
  const DocumentDiff diff = Compare(a.Facts(), b.Facts());
  REQUIRE(diff.rows.size() == 3);
  CHECK((diff.rows[0].layer == "sentence" && diff.rows[0].a && !diff.rows[0].b));
  CHECK((diff.rows[1].layer == "sentence" && !diff.rows[1].a && diff.rows[1].b));
  const auto features = FeatureDifferences(diff.rows[2]);
  REQUIRE(features.size() == 1);
  CHECK(features[0].name == "kind");
  CHECK(features[0].a == "word");
  CHECK(features[0].b == "symbol");
}

TEST_CASE("of rows at one place, those that are equal belong together") {
  Sample a, b;
  for (const char* lemma : {"x", "y"}) a.Add<Token>({0, 2}).Set(Token::lemma, lemma);
  for (const char* lemma : {"y", "z"}) b.Add<Token>({0, 2}).Set(Token::lemma, lemma);
  const DocumentDiff diff = Compare(a.Facts(), b.Facts());
  REQUIRE(diff.rows.size() == 1);
  CHECK(FeatureDifferences(diff.rows[0])[0].a == "\"x\"");
  CHECK(FeatureDifferences(diff.rows[0])[0].b == "\"z\"");
}

TEST_CASE("a reference is the same while what it refers to is, whatever its row") {
  Sample a, b;
  b.Add<Entity>({0, 2}).Set(Entity::name, "De");
  const Ref<Entity> anna_b = b.Add<Entity>({21, 25}).Set(Entity::name, "Anna").ref();
  const Ref<Entity> anna_a = a.Add<Entity>({21, 25}).Set(Entity::name, "Anna").ref();
  a.Add<Mention>({21, 25}).Set(Mention::entity, anna_a);
  b.Add<Mention>({21, 25}).Set(Mention::entity, anna_b);
  const DocumentDiff diff = Compare(a.Facts(), b.Facts());
  REQUIRE(diff.rows.size() == 1);
  CHECK(diff.rows[0].layer == "entity");
}

TEST_CASE("metadata and empty layers are compared too") {
  Sample a, b;
  a.document.SetMetadata("language", "nl");
  b.document.SetMetadata("language", "de");
  b.document.SetMetadata("title", "T");
  b.document.EnsureLayer(Quote::kSchema);
  const DocumentDiff diff = Compare(a.Facts(), b.Facts());
  REQUIRE(diff.metadata.size() == 2);
  CHECK(diff.metadata[0].a == "nl");
  CHECK(diff.metadata[0].b == "de");
  CHECK(diff.metadata[1].a.empty());
  CHECK(diff.layers_b == std::vector<std::string>{"quote"});
}

}  // namespace
}  // namespace koppel
