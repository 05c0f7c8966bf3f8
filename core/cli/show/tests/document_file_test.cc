#include "document_file.h"

#include <stdlib.h>
#include <catch2/catch.hpp>

#include <fstream>

#include "document_json.h"
#include "koppel/compression.h"
#include "koppel/container.h"
#include "koppel/dump.h"
#include "koppel/layers.h"
#include "koppel/testkit/harness.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLine =
    R"({"id":"brief","source":{"uri":"brief.txt","media_type":"text/plain","content":"decompressed","size":40},)"
    R"("text":"Zoë zegt ja.","metadata":{"language":"nl"},"offset_unit":"utf8_bytes","layers":{)"
    R"("entity":[{"begin":0,"end":4,"source_begin":0,"source_end":4,"name":"Zoë","kind":"person"}],)"
    R"("turn":[{"begin":0,"end":13,"kind":"comment","ordinal":2,"speaker":0,"addressees":[0],"inferred":true,)"
    R"("confidence":0.5}],"weather":[{"begin":0,"end":4,"degrees":3,"sky":"grey"},{"begin":5,"end":9,"degrees":3.5}]}})";

// A folder with one file in it.
class Scratch {
 public:
  Scratch(std::string_view name, std::string_view bytes) {
    std::string folder = (fs::temp_directory_path() / "koppel-show-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()));
    path_ = fs::path(folder) / name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Scratch() { fs::remove_all(path_.parent_path()); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<std::string> IdsIn(const fs::path& path) {
  auto file = DocumentFile::Open(path);
  REQUIRE(file.ok());
  std::vector<std::string> ids;
  REQUIRE(
      (*file)->ForEach([&ids](const Document& document) { ids.emplace_back(document.id()); }).ok());
  return ids;
}

std::string Refused(std::string_view line) {
  InferredSchemas schemas;
  Document document;
  const Status status = ParseJson(line, schemas, document);
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kBadInput);
  CHECK(document.text().empty());
  return status.message();
}

TEST_CASE("a line of write.jsonl is read back with its layers, also those that are not standard") {
  InferredSchemas schemas;
  Document document;
  REQUIRE(ParseJson(kLine, schemas, document).ok());
  CHECK(document.id() == "brief");
  CHECK(document.language() == "nl");
  CHECK(document.source().content == SourceContent::kDecompressed);
  CHECK(DumpLayers(document) ==
        "entity 0 4 name=\"Zoë\" kind=person \"Zoë\"\n"
        "turn 0 13 kind=comment ordinal=2 speaker=entity#0 addressees=entity#0 inferred=true "
        "confidence=0.500 "
        "\"Zoë zegt ja.\"\n"
        "weather 0 4 degrees=3.000 sky=\"grey\" \"Zoë\"\n"
        "weather 5 9 degrees=3.500 \"zegt\"\n");
}

TEST_CASE("offsets in other units lead to the same text") {
  InferredSchemas schemas;
  Document document;
  REQUIRE(
      ParseJson(
          R"({"id":"a","text":"é😀x","offset_unit":"code_points","layers":{"token":[{"begin":1,"end":3}]}})",
          schemas, document)
          .ok());
  CHECK(document.layer<Token>()[0].text() == "😀x");
  REQUIRE(
      ParseJson(
          R"({"id":"a","text":"é😀x","offset_unit":"utf16","layers":{"token":[{"begin":3,"end":4}]}})",
          schemas, document)
          .ok());
  CHECK(document.layer<Token>()[0].text() == "x");
}

TEST_CASE("lines that are no documents or break its rules are refused") {
  CHECK_THAT(Refused("{"), Catch::StartsWith("it is no JSON"));
  CHECK(Refused("[1]") == "it is no document: no 'text'");
  CHECK(Refused(R"({"text":"a"})") == "no 'layers'");
  const auto with = [](std::string_view layers) {
    return Refused(R"({"id":"a","text":"éa","offset_unit":"utf8_bytes","layers":)" +
                   std::string(layers) + "}");
  };
  CHECK(with(R"({"token":[{"begin":0,"end":9}]})") ==
        "layer 'token' row 0: 'end' lies outside the text");
  CHECK(with(R"({"token":[{"begin":1,"end":2}]})") == "layer 'token': row 0 splits a code point");
  CHECK(with(R"({"token":[{"begin":2,"end":0}]})") ==
        "layer 'token': row 0 is 2..4294967296 in a text of 3 bytes");
  CHECK(with(R"({"token":[{"begin":0,"end":2,"kind":"cheese"}]})") ==
        "layer 'token' row 1: feature 'kind' is no enum");
  CHECK(with(R"({"token":[{"begin":0,"end":2,"colour":"red"}]})") ==
        "layer 'token' row 1: no feature 'colour' in this version");
  CHECK(with(R"({"mention":[{"begin":0,"end":2,"entity":4}]})") ==
        "layer 'mention': feature 'entity': value 4 at 0; there are 0");
}

TEST_CASE("documents are listed and found in every kind of file") {
  const std::string lines =
      std::string(kLine) + "\n" + R"({"id":"map/kaart","text":"","layers":{}})" + "\n";
  std::string compressed;
  AppendCompressed(lines, Compression::kZstd, compressed);
  const Scratch plain("a.jsonl", lines), packed("a.jsonl.zst", compressed),
      container("a.koppel", "");
  auto writer = ContainerWriter::Create(container.path());
  InferredSchemas schemas;
  Document document;
  for (const std::string_view line :
       {kLine, std::string_view(R"({"id":"map/kaart","text":"","layers":{}})")}) {
    REQUIRE(ParseJson(line, schemas, document).ok());
    std::string record;
    REQUIRE(EncodeRecord(document, record).ok());
    REQUIRE((*writer)->Append(document.id(), record).ok());
  }
  REQUIRE((*writer)->Close().ok());

  for (const fs::path& path : {plain.path(), packed.path(), container.path()}) {
    CAPTURE(path);
    CHECK(IdsIn(path) == std::vector<std::string>{"brief", "map/kaart"});
    auto file = DocumentFile::Open(path);
    Document found;
    REQUIRE((*file)->Find("brief", found).ok());
    CHECK(found.text() == "Zoë zegt ja.");
    CHECK((*file)->Find("breif", found).message() ==
          "no document 'breif' among 2; did you mean 'brief'?");
    CHECK((*file)->Find("kaart", found).message() ==
          "no document 'kaart' among 2; did you mean 'map/kaart'?");
  }
}

TEST_CASE(
    "of a truncated container the whole records are found, and the message says where it is cut") {
  const Scratch file("a.koppel", "");
  auto writer = ContainerWriter::Create(file.path());
  InferredSchemas schemas;
  Document document;
  REQUIRE(ParseJson(kLine, schemas, document).ok());
  std::string record;
  REQUIRE(EncodeRecord(document, record).ok());
  for (const std::string_view id : {"brief", "later"}) REQUIRE((*writer)->Append(id, record).ok());
  REQUIRE((*writer)->Close().ok());
  fs::resize_file(file.path(), (*ContainerReader::Open(file.path()))->index()[1].offset + 20);

  auto opened = DocumentFile::Open(file.path());
  REQUIRE((*opened)->Find("brief", document).ok());
  CHECK(document.text() == "Zoë zegt ja.");
  CHECK_THAT((*opened)->Find("later", document).message(),
             Catch::StartsWith("record 2 is cut off"));
}

TEST_CASE("a damaged line is named, and the documents before it stand") {
  const Scratch file("a.jsonl", std::string(kLine) + "\n{\"id\":\n");
  auto opened = DocumentFile::Open(file.path());
  int visited = 0;
  const Status status = (*opened)->ForEach([&visited](const Document&) { ++visited; });
  CHECK(visited == 1);
  CHECK_THAT(status.message(), Catch::StartsWith("line 2: it is no JSON"));
}

}  // namespace
}  // namespace koppel
