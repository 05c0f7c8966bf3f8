#include "jsonl_writer.h"

#include <catch2/catch.hpp>

#include "koppel/compression.h"
#include "koppel/layers.h"
#include "write_harness.h"

namespace koppel::write {
namespace {

using testkit::MakeDocument;

std::string Json(const Document& document, const JsonOptions& options = {}) {
  std::string out;
  AppendJson(document, options, out);
  return out;
}

TEST_CASE("an object that is handed on in pieces has every row once and in order") {
  constexpr std::uint32_t kRows = 20'000;
  auto document = MakeDocument(std::string(kRows, 'a'));
  std::string rows;
  for (std::uint32_t i = 0; i < kRows; ++i) {
    document->layer<Token>().Add({i, i + 1});
    const std::string begin = std::to_string(i), end = std::to_string(i + 1);
    rows += (i > 0 ? R"(,{"begin":)" : R"({"begin":)") + begin + R"(,"end":)" + end +
            R"(,"source_begin":)" + begin + R"(,"source_end":)" + end + "}";
  }
  CHECK(Json(*document).ends_with(R"("token":[)" + rows + "]}}"));
}

TEST_CASE("a document becomes one object with its source, metadata and layers") {
  auto document = MakeDocument("Zoë zegt ja.", "nl");
  document->set_source(
      {"map/a.txt", std::string(32, '\x0A'), "text/plain", 13, SourceContent::kFile});
  document->layer<Entity>()
      .Add({0, 4})
      .Set(Entity::name, "Zoë")
      .Set(Entity::kind, Entity::Kind::kPerson);
  const std::int32_t zero[] = {0};
  document->layer<Turn>()
      .Add({0, 13})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 2)
      .Set(Turn::speaker, {0})
      .Set(Turn::addressees, Refs<Entity>(zero))
      .Set(Turn::inferred, true)
      .Set(Turn::confidence, 0.5);
  CHECK(
      Json(*document) ==
      R"({"id":"test","source":{"uri":"map/a.txt",)"
      R"("sha256":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",)"
      R"("media_type":"text/plain","content":"file","size":13},"text":"Zoë zegt ja.",)"
      R"("metadata":{"language":"nl"},"offset_unit":"utf8_bytes","layers":{)"
      R"("entity":[{"begin":0,"end":4,"source_begin":0,"source_end":4,"name":"Zoë","kind":"person"}],)"
      R"("turn":[{"begin":0,"end":13,"source_begin":0,"source_end":13,"kind":"comment","ordinal":2,)"
      R"("speaker":0,"addressees":[0],"inferred":true,"confidence":0.5}]}})");
}

TEST_CASE("source offsets lead through edits to the bytes that were read") {
  auto document = MakeDocument("maatschappe-\nlijk");
  Edits edits;
  edits.Delete({11, 13}, "join");
  REQUIRE(document->Apply(edits, "step").ok());
  document->layer<Token>().Add({0, 15});
  CHECK_THAT(Json(*document),
             Catch::Contains(R"({"begin":0,"end":15,"source_begin":0,"source_end":17})"));
}

TEST_CASE("begin and end are counted in the unit that was asked for, and the line says so") {
  auto document = MakeDocument("é😀x" + std::string(200, 'a') + "€b");
  document->layer<Token>().Add({2, 6});
  document->layer<Token>().Add({6, 7});
  document->layer<Token>().Add({207, 211});
  JsonOptions options;
  SECTION("code points, as Python counts") {
    options.unit = OffsetUnit::kCodePoints;
    const std::string json = Json(*document, options);
    CHECK_THAT(json, Catch::Contains(R"("offset_unit":"code_points")"));
    CHECK_THAT(json, Catch::Contains(R"({"begin":1,"end":2,"source_begin":2,"source_end":6})"));
    CHECK_THAT(json, Catch::Contains(R"({"begin":2,"end":3,"source_begin":6,"source_end":7})"));
    CHECK_THAT(json, Catch::Contains(R"({"begin":203,"end":205,)"));
  }
  SECTION("UTF-16, as JavaScript counts") {
    options.unit = OffsetUnit::kUtf16;
    const std::string json = Json(*document, options);
    CHECK_THAT(json, Catch::Contains(R"({"begin":1,"end":3,"source_begin":2,"source_end":6})"));
    CHECK_THAT(json, Catch::Contains(R"({"begin":204,"end":206,)"));
  }
}

TEST_CASE("what JSON can't hold is replaced or left out, never written") {
  auto document = MakeDocument(std::string("a\0b\x01\n", 5));
  document->set_id("bad \xFF name");
  document->layer<Box>()
      .Add({0, 1})
      .Set(Box::left, std::numeric_limits<double>::infinity())
      .Set(Box::top, 1);
  const std::string json = Json(*document);
  CHECK_THAT(json, Catch::Contains("\"bad \xEF\xBF\xBD name\""));
  CHECK_THAT(json, Catch::Contains(R"("a\u0000b\u0001\n")"));
  CHECK_THAT(json, Catch::Contains(R"("source_end":1,"top":1.0})"));
}

TEST_CASE("layers are restricted, and an empty one is there") {
  auto document = MakeDocument("een twee");
  document->layer<Token>().Add({0, 3});
  document->layer<Sentence>().Add({0, 8});
  document->layer<Sentence>().RemoveIf([](auto) { return true; });
  TemporaryFolder folder;
  JsonlWriter writer({.path = "a.jsonl", .layers = {"sentence"}});
  REQUIRE(WriteAll(writer, {document.get()}, folder.path()).ok());
  CHECK_THAT(folder.Read("a.jsonl"), Catch::EndsWith("\"layers\":{\"sentence\":[]}}\n"));
}

TEST_CASE("the file's name asks for compression; documents follow each other") {
  auto document = MakeDocument("een");
  TemporaryFolder folder, plain_folder;
  JsonlWriter plain({.path = "a.jsonl"});
  REQUIRE(WriteAll(plain, {document.get(), document.get()}, plain_folder.path()).ok());
  const std::string expected = plain_folder.Read("a.jsonl");
  CHECK(std::count(expected.begin(), expected.end(), '\n') == 2);

  const std::string name = GENERATE("sub/a.jsonl.zst", "a.jsonl.gz");
  JsonlWriter writer({.path = name});
  REQUIRE(WriteAll(writer, {document.get(), document.get()}, folder.path()).ok());
  CHECK(*Decompress(folder.Read(name), CompressionOf(name), 10'000) == expected);
}

TEST_CASE("a path outside the output folder, and one that can't be written, are refused") {
  TemporaryFolder folder;
  JsonlWriter outside({.path = "../a.jsonl"});
  CHECK(WriteAll(outside, {}, folder.path()).kind() == ErrorKind::kInvalidParameter);
  JsonlWriter below_file({.path = "file/a.jsonl"});
  JsonlWriter file({.path = "file"});
  REQUIRE(WriteAll(file, {}, folder.path()).ok());
  const Status status = WriteAll(below_file, {}, folder.path());
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kIo);
  CHECK_THAT(status.message(), Catch::Contains((folder.path() / "file").string()));
}

}  // namespace
}  // namespace koppel::write
