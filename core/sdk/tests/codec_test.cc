#include "koppel/codec.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "koppel/v1/document.pb.h"
#include "sample_document.h"

namespace koppel {
namespace {

std::string Encoded(const Document& document) {
  std::string bytes;
  REQUIRE(Encode(document, bytes).ok());
  return bytes;
}

TEST_CASE("a stored document reads back equal, with layers, history, metadata and source") {
  Document document, back;
  FillSample(document);
  const std::string bytes = Encoded(document);
  REQUIRE(Decode(bytes, {}, back).ok());
  CHECK(back.id() == "map/één.txt");
  CHECK(back.text() == document.text());
  CHECK(back.metadata("language") == "nl");
  CHECK(back.source().sha256 == document.source().sha256);
  CHECK(back.source().content == SourceContent::kDecompressed);
  CHECK(back.TextAt(0) == document.TextAt(0));
  CHECK(back.RevisionEdits(0)[0].rule == "join");
  CHECK(back.ToSource({0, 4}) == document.ToSource({0, 4}));
  const auto turn = back.layer<Turn>()[0];
  CHECK(turn[Turn::kind] == Turn::Kind::kComment);
  CHECK(back.layer<Entity>()[turn[Turn::speaker]][Entity::name] == "Zoë");
  CHECK(turn[Turn::addressees].size() == 1);
  CHECK_FALSE(turn.Has(Turn::reply_to));
  CHECK(Encoded(back) == bytes);
}

TEST_CASE("a document that was read can be edited and extended") {
  Document document, back;
  FillSample(document);
  REQUIRE(Decode(Encoded(document), {}, back).ok());
  Edits edits;
  edits.Insert(0, "Kop. ", "heading");
  REQUIRE(back.Apply(edits, "later").ok());
  back.layer<Token>().Add({0, 3}).Set(Token::lower, "kop");
  back.Seal();
  CHECK(back.layer<Entity>()[0].text() == document.layer<Entity>()[0].text());
  CHECK(back.layer<Token>()[0][Token::lower] == "kop");
  CHECK(back.revisions() == document.revisions() + 1);
}

TEST_CASE("encoding leaves the document as it was") {
  Document document;
  FillSample(document);
  const std::string first = Encoded(document);
  CHECK(Encoded(document) == first);
  CHECK(document.layer<Entity>()[0].text() == "Zoë");
}

TEST_CASE("the stored form is what protobuf itself would write") {
  Document document;
  if (GENERATE(true, false)) FillSample(document);
  const std::string bytes = Encoded(document);
  v1::Document message;
  REQUIRE(message.ParseFromString(bytes));
  CHECK(message.SerializeAsString() == bytes);
}

TEST_CASE("an empty document reads back") {
  Document document, back;
  FillSample(back);
  REQUIRE(Decode(Encoded(document), {}, back).ok());
  CHECK(back.text().empty());
  CHECK(back.id().empty());
  CHECK(back.layer_count() == 0);
}

TEST_CASE("a layer that is not standard is read by the schema that came with it") {
  static constexpr FeatureInfo kFeatures[] = {{"weight", FeatureType::kFloat, "Weight."}};
  static constexpr LayerSchema kOwn{"own", "A layer of a plugin.", kFeatures};
  Document document, back;
  REQUIRE(document.SetText("abc").ok());
  internal::LayerData& layer = *internal::EnsureLayer(document, kOwn);
  internal::AddRow(layer, {1, 2});
  internal::EnsureColumn(layer, 0);
  layer.columns[0].floats[0] = 2.5;

  const LayerSchema* schemas[] = {&kOwn};
  std::string set;
  EncodeSchemas(schemas, set);
  auto library = SchemaLibrary::Decode(set);
  REQUIRE(library.ok());
  REQUIRE((*library)->schemas().size() == 1);
  CHECK((*library)->schemas()[0]->features[0].help == "Weight.");

  CHECK(Decode(Encoded(document), {}, back).message() == "layer 'own' has no schema");
  REQUIRE(Decode(Encoded(document), (*library)->schemas(), back).ok());
  REQUIRE(back.layer_count() == 1);
  CHECK(back.layer_at(0).columns[0].floats[0] == 2.5);
}

TEST_CASE("the standard schemas survive being stored") {
  std::string set;
  EncodeSchemas(StandardLayers(), set);
  auto library = SchemaLibrary::Decode(set);
  REQUIRE(library.ok());
  REQUIRE((*library)->schemas().size() == StandardLayers().size());
  for (std::size_t i = 0; i < StandardLayers().size(); ++i) {
    const LayerSchema& stored = *(*library)->schemas()[i];
    CHECK(stored.name == StandardLayers()[i]->name);
    CHECK(stored.features.size() == StandardLayers()[i]->features.size());
  }
}

TEST_CASE("a stored schema that contradicts a standard layer is refused") {
  static constexpr std::string_view kValues[] = {"number", "word"};
  static constexpr FeatureInfo kSwapped[] = {{"kind", FeatureType::kEnum, "What.", kValues}};
  static constexpr FeatureInfo kUnknown[] = {{"colour", FeatureType::kString, "Colour."}};
  const LayerSchema schema{
      "token", "Tokens.",
      GENERATE(std::span<const FeatureInfo>(kSwapped), std::span<const FeatureInfo>(kUnknown))};
  const LayerSchema* schemas[] = {&schema};
  std::string set;
  EncodeSchemas(schemas, set);
  const auto library = SchemaLibrary::Decode(set);
  REQUIRE_FALSE(library.ok());
  CHECK(library.status().kind() == ErrorKind::kBadInput);
}

}  // namespace
}  // namespace koppel
