// Stored documents that lie: each must be refused, with what is wrong where, before it can be seen.
#include <catch2/catch.hpp>

#include <functional>
#include <random>

#include "koppel/codec.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"
#include "koppel/v1/document.pb.h"
#include "sample_document.h"

namespace koppel {
namespace {

v1::Document Sample() {
  Document document;
  FillSample(document);
  std::string bytes;
  REQUIRE(Encode(document, bytes).ok());
  v1::Document message;
  REQUIRE(message.ParseFromString(bytes));
  return message;
}

v1::Layer& LayerOf(v1::Document& message, std::string_view name) {
  for (v1::Layer& layer : *message.mutable_layers()) {
    if (layer.name() == name) return layer;
  }
  throw std::logic_error("no such layer");
}

v1::Column& ColumnOf(v1::Document& message, std::string_view layer, std::string_view feature) {
  for (v1::Column& column : *LayerOf(message, layer).mutable_columns()) {
    if (column.name() == feature) return column;
  }
  throw std::logic_error("no such column");
}

struct Lie {
  std::string_view message;
  std::function<void(v1::Document&)> tell;
};

void CheckRefused(const std::vector<Lie>& lies) {
  for (const Lie& lie : lies) {
    v1::Document message = Sample();
    lie.tell(message);
    Document document;
    const Status status = Decode(message.SerializeAsString(), {}, document);
    CAPTURE(lie.message);
    REQUIRE_FALSE(status.ok());
    CHECK(status.kind() == ErrorKind::kBadInput);
    CHECK(status.message() == lie.message);
    CHECK(document.text().empty());
    CHECK(document.layer_count() == 0);
  }
}

TEST_CASE("spans that are reversed, outside, out of order or inside a code point are refused") {
  CheckRefused({
      {"layer 'token': 3 begins, but 4 ends", [](auto& m) { LayerOf(m, "token").add_end(1); }},
      {"layer 'token': row 0 is 4294967295..4294967296 in a text of 26 bytes",
       [](auto& m) {
         LayerOf(m, "token").set_begin(0, 4294967295), LayerOf(m, "token").set_end(0, 1);
       }},
      {"layer 'token': row 2 is 10..4294967305 in a text of 26 bytes",
       [](auto& m) { LayerOf(m, "token").set_end(2, 4294967295); }},
      {"layer 'entity': row 0 splits a code point",
       [](auto& m) { LayerOf(m, "entity").set_end(0, 3); }},
      {"layer 'turn': row 1 is out of order", [](auto& m) { LayerOf(m, "turn").set_end(1, 26); }},
      {"layer 'token': row 0 is 5..4 in a text of 26 bytes",
       [](auto& m) {
         LayerOf(m, "token").set_begin(0, 5);
         m.set_coding(v1::ABSOLUTE);
         m.mutable_layers()->SwapElements(0, 2);
       }},
      {"unknown coding 9", [](auto& m) { m.set_coding(static_cast<v1::Coding>(9)); }},
  });
}

TEST_CASE("columns that differ from the rows, the schema or each other are refused") {
  CheckRefused({
      {"layer 'turn': feature 'kind': its values don't fit 2 rows of type enum",
       [](auto& m) { ColumnOf(m, "turn", "kind").add_codes(0); }},
      {"layer 'turn': feature 'kind': its values don't fit 2 rows of type enum",
       [](auto& m) { ColumnOf(m, "turn", "kind").add_ints(0); }},
      {"layer 'turn': feature 'kind': value 11 at 0; there are 11",
       [](auto& m) { ColumnOf(m, "turn", "kind").set_codes(0, 11); }},
      {"layer 'turn': feature 'kind': value -2 at 1; there are 11",
       [](auto& m) { ColumnOf(m, "turn", "kind").set_codes(1, -2); }},
      {"layer 'turn': feature 'inferred': value 2 at 0; there are 2",
       [](auto& m) { ColumnOf(m, "turn", "inferred").set_codes(0, 2); }},
      {"layer 'turn': feature 'speaker': value 2 at 0; there are 2",
       [](auto& m) { ColumnOf(m, "turn", "speaker").set_codes(0, 2); }},
      {"layer 'turn': feature 'addressees': value -1 at 0; there are 2",
       [](auto& m) { ColumnOf(m, "turn", "addressees").set_list(0, -1); }},
      {"layer 'turn': feature 'addressees': its lists are out of order",
       [](auto& m) { ColumnOf(m, "turn", "addressees").set_list_end(1, 0); }},
      {"layer 'turn': feature 'addressees': its lists don't end with its values",
       [](auto& m) { ColumnOf(m, "turn", "addressees").set_list_end(1, 2); }},
      {"layer 'entity': feature 'name': value 7 at 0; there are 5",
       [](auto& m) { ColumnOf(m, "entity", "name").set_codes(0, 7); }},
      {"layer 'turn': no feature 'colour' in its schema",
       [](auto& m) { ColumnOf(m, "turn", "kind").set_name("colour"); }},
      {"layer 'entity': feature 'kind' is there twice",
       [](auto& m) { ColumnOf(m, "entity", "name") = ColumnOf(m, "entity", "kind"); }},
      {"layer 'entity' is there twice", [](auto& m) { *m.add_layers() = LayerOf(m, "entity"); }},
      {"layer 'nobody' has no schema", [](auto& m) { m.add_layers()->set_name("nobody"); }},
  });
}

TEST_CASE("a history that does not add up is refused") {
  CheckRefused({
      {"revision 0: edit 0 lacks text",
       [](auto& m) { m.mutable_revisions(0)->clear_removed_text(); }},
      {"revision 0: it has more text than its edits",
       [](auto& m) { m.mutable_revisions(0)->set_removed_text("-\nx"); }},
      {"revision 1: edit 1 inserts another text",
       [](auto& m) { m.mutable_revisions(1)->set_inserted_text(" x:"); }},
      {"revision 0: edit 0 lies outside the text",
       [](auto& m) { m.mutable_revisions(0)->mutable_alignment()->set_begin(0, 99); }},
      {"revision 1: edit 1 overlaps the one before",
       [](auto& m) { m.mutable_revisions(1)->mutable_alignment()->set_begin(1, 8); }},
      {"revision 0: edit 0 splits a code point",
       [](auto& m) { m.mutable_revisions(0)->mutable_alignment()->set_begin(0, 3); }},
      {"revision 0: edit 0 is not UTF-8",
       [](auto& m) { m.mutable_revisions(0)->set_removed_text("\xFF\n"); }},
      {"revision 0: its columns differ in length",
       [](auto& m) { m.mutable_revisions(0)->mutable_alignment()->add_removed(1); }},
      {"revision 0: its columns differ in length",
       [](auto& m) { m.mutable_revisions(0)->clear_rule(); }},
      {"revision 0: edit 0 has rule 5; the string table has 5 entries",
       [](auto& m) { m.mutable_revisions(0)->set_rule(0, 5); }},
      {"revision 0: edit 0 has a confidence outside 0 to 1",
       [](auto& m) {
         m.mutable_revisions(0)->set_confidence(0, std::numeric_limits<float>::quiet_NaN());
       }},
      {"revision 2: it has no edits", [](auto& m) { m.add_revisions(); }},
      {"alignment to the source: edit 0 splits a code point",
       [](auto& m) { m.mutable_source()->mutable_alignment()->set_begin(0, 3); }},
      {"alignment to the source: the older text is too large",
       [](auto& m) { m.mutable_source()->mutable_alignment()->set_removed(0, 4294967295); }},
  });
}

TEST_CASE("identity, metadata and strings that break their rules are refused") {
  CheckRefused({
      {"text is not UTF-8 at byte 0", [](auto& m) { m.set_text("\xC0\x80"); }},
      {"id is not UTF-8 at byte 1", [](auto& m) { m.set_id("a\xFF"); }},
      {"source digest has 3 bytes; SHA-256 has 32",
       [](auto& m) { m.mutable_source()->set_sha256("abc"); }},
      {"source content has the unknown kind 7",
       [](auto& m) { m.mutable_source()->set_content(static_cast<v1::Content>(7)); }},
      {"metadata 'author' is out of order or repeated",
       [](auto& m) { m.add_metadata()->set_key("author"); }},
      {"string table is not UTF-8 at byte 0", [](auto& m) { m.set_strings(0, "\xED\xA0\x80"); }},
      {"string 'join' is twice in the table", [](auto& m) { m.add_strings("join"); }},
  });
}

Status DecodeBytes(std::string_view bytes) {
  Document document;
  Status status = Decode(bytes, {}, document);
  CHECK(document.MemoryUsed() < 1'000'000);
  return status;
}

TEST_CASE("a flood of empty parts is refused before it takes memory") {
  // Each pair is a field of two bytes on the wire: layer, revision, metadata entry, string.
  for (const std::string_view pair : {"\x2A\0", "\x32\0", "\x22\0", "\x3A\0"}) {
    std::string bytes;
    for (int i = 0; i < 500'000; ++i) bytes.append(pair.data(), 2);
    const Status status = DecodeBytes(bytes);
    REQUIRE_FALSE(status.ok());
    CHECK_THAT(status.message(),
               Catch::Contains("more than 65536 parts") || Catch::Contains("repeats itself"));
  }
}

TEST_CASE("unknown fields, groups and deep nesting are refused") {
  CHECK(DecodeBytes("\x78\x01").message() ==
        "Document has a field 15 that this version doesn't know");
  CHECK(DecodeBytes(std::string(100'000, '\x2B')).message() ==
        "Document has a field 5 that this version doesn't know");
  std::string nested;
  for (int i = 0; i < 60; ++i)
    nested = std::string("\x2A") + static_cast<char>(nested.size()) + nested;
  CHECK_FALSE(DecodeBytes(nested).ok());
}

TEST_CASE("lengths that leave the message are refused") {
  CHECK(DecodeBytes("\x1A\x05"
                    "abc")
            .message() == "Document is damaged");
  CHECK(DecodeBytes("\x2A\xFF\xFF\xFF\xFF\x07").message() == "Layer is damaged");
  CHECK(DecodeBytes("\x2A\x04\x0A\x05"
                    "ab")
            .message() == "Layer is damaged");
}

// What plugin code may rely on, looked at through the interface that it uses.
void RequireUsable(const Document& document) {
  REQUIRE(FindInvalidUtf8(document.text()) == std::string_view::npos);
  SourceMap map(document);
  for (std::size_t l = 0; l < document.layer_count(); ++l) {
    const internal::LayerData& layer = document.layer_at(l);
    for (std::uint32_t row = 0; row < layer.rows; ++row) {
      REQUIRE(layer.begin[row] <= layer.end[row]);
      REQUIRE(layer.end[row] <= document.text().size());
      REQUIRE(OnBoundary(document.text(), layer.begin[row]));
      REQUIRE(OnBoundary(document.text(), layer.end[row]));
      const Span source = map({layer.begin[row], layer.end[row]});
      REQUIRE(source.begin <= source.end);
    }
  }
  for (const auto turn : document.layer<Turn>()) {
    if (turn[Turn::speaker]) (void)document.layer<Entity>()[turn[Turn::speaker]][Entity::name];
    for (std::size_t i = 0; i < turn[Turn::addressees].size(); ++i) {
      (void)document.layer<Entity>()[turn[Turn::addressees][i]].text();
    }
  }
  for (std::uint32_t r = 0; r <= document.revisions(); ++r) {
    REQUIRE(FindInvalidUtf8(document.TextAt(r)) == std::string_view::npos);
    if (r < document.revisions()) (void)document.RevisionEdits(r);
  }
}

TEST_CASE("a damaged document is refused or still keeps every promise") {
  const std::string bytes = Sample().SerializeAsString();
  std::mt19937 random(7);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  int accepted = 0;
  Document document;
  for (int i = 0; i < 20'000; ++i) {
    std::string damaged = bytes;
    for (std::size_t flips = 1 + below(3); flips > 0; --flips) {
      damaged[below(damaged.size())] ^= static_cast<char>(1 << below(8));
    }
    if (below(10) == 0) damaged.resize(below(damaged.size()));
    const Status status = Decode(damaged, {}, document);
    if (!status.ok()) {
      REQUIRE(status.kind() == ErrorKind::kBadInput);
      REQUIRE(document.text().empty());
      continue;
    }
    ++accepted;
    RequireUsable(document);
    std::string again;
    REQUIRE(Encode(document, again).ok());
    Document back;
    REQUIRE(Decode(again, {}, back).ok());
  }
  CHECK(accepted > 100);
}

TEST_CASE("schemas that lie are refused") {
  const auto refused = [](const v1::SchemaSet& set) {
    return std::string(SchemaLibrary::Decode(set.SerializeAsString()).status().message());
  };
  v1::SchemaSet set;
  v1::LayerSchema& layer = *set.add_layers();
  layer.set_name("own");
  SECTION("twice") {
    *set.add_layers() = layer;
    CHECK(refused(set) == "schema of layer 'own': it has no name or is there twice");
  }
  SECTION("too many features") {
    for (int i = 0; i < 13; ++i) layer.add_features()->set_name("f" + std::to_string(i));
    CHECK(refused(set) == "schema of layer 'own': 13 features; at most 12 fit in a layer");
  }
  SECTION("unknown type") {
    layer.add_features()->set_type(static_cast<v1::FeatureSchema::Type>(7));
    CHECK(refused(set) == "schema of layer 'own': feature '' has the unknown type 7");
  }
  SECTION("reference to nothing") {
    layer.add_features()->set_type(v1::FeatureSchema::REFERENCE);
    CHECK(refused(set) ==
          "schema of layer 'own': feature '' must have a target layer exactly if it refers");
  }
  SECTION("not a schema set") {
    CHECK(SchemaLibrary::Decode("\x0A\xFF").status().message() == "LayerSchema is damaged");
  }
}

}  // namespace
}  // namespace koppel
