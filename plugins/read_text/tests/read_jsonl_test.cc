#include "read_jsonl.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/compression.h"
#include "koppel/testkit/harness.h"

namespace koppel::read_text {
namespace {

namespace fs = std::filesystem;

// A file that is gone after the test.
class TempFile {
 public:
  TempFile(std::string_view name, std::string_view bytes)
      : path_(fs::temp_directory_path() / (std::to_string(::getpid()) + std::string(name))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TempFile() { fs::remove(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Reads all records; what stopped it, if anything.
Status ReadItems(const fs::path& path, std::vector<Item>& items) {
  auto records = ReadJsonl({}).Split(path);
  if (!records.ok()) return std::move(records).status();
  for (;;) {
    Item item;
    Result<bool> more = (*records)->Next(item);
    if (!more.ok()) return std::move(more).status();
    if (!*more) return Ok();
    items.push_back(std::move(item));
  }
}

Status Parse(std::string line, Document& document, ReadJsonl::Params params = {}) {
  testkit::TestContext context;
  Item item;
  item.bytes = std::move(line);
  return ReadJsonl(std::move(params)).Parse(item, document, context);
}

TEST_CASE("read.jsonl cuts a file into lines, with id, number and address") {
  const TempFile file("a.jsonl",
                      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"een\"}\r\n\n{\"id\":7}\n  "
                      "\nkapot\n{\"text\":\"laatste\"}");
  std::vector<Item> items;
  REQUIRE(ReadItems(file.path(), items).ok());
  REQUIRE(items.size() == 4);
  CHECK(items[0].bytes == R"({"id":"a","text":"een"})");
  CHECK(items[0].id == "a");
  CHECK(items[0].uri == file.path().string() + "#1");
  CHECK(items[1].id == "7");
  CHECK(items[2].id.empty());
  CHECK(items[3].position == 4);
}

TEST_CASE("compressed lines are streamed, and a truncated file keeps the records before") {
  std::string lines;
  for (int i = 0; i < 50000; ++i) {
    lines += "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"" +
             std::to_string(i * 7919 % 65537) + "\"}\n";
  }
  for (const bool gzip : {true, false}) {
    std::string bytes;
    AppendCompressed(lines, gzip ? Compression::kGzip : Compression::kZstd, bytes);
    const std::string name = gzip ? "b.jsonl.gz" : "b.jsonl.zst";
    std::vector<Item> items;
    CHECK(ReadItems(TempFile(name, bytes).path(), items).ok());
    CHECK(items.size() == 50000);
    CHECK(items.back().id == "r49999");
    items.clear();
    const Status cut = ReadItems(TempFile(name, bytes.substr(0, bytes.size() - 9)).path(), items);
    REQUIRE_FALSE(cut.ok());
    CHECK(cut.kind() == ErrorKind::kBadInput);
    CHECK(cut.message().find("truncated") != std::string::npos);
  }
}

TEST_CASE("a file that is not there is an io error") {
  std::vector<Item> items;
  CHECK(ReadItems("/no/such/file.jsonl", items).kind() == ErrorKind::kIo);
}

TEST_CASE("an empty file has no records") {
  std::vector<Item> items;
  CHECK(ReadItems(TempFile("c.jsonl", "").path(), items).ok());
  CHECK(items.empty());
}

TEST_CASE("text and scalars become text and metadata") {
  Document document;
  REQUIRE(
      Parse(
          R"({"id":"a","text":"r\u00e9gel \ud83d\ude00\n2","year":2021,"ok":true,"score":0.5,"n":null,"l":[1],
                    "metadata":{"language":"nl","deep":{"x":1}}})",
          document)
          .ok());
  CHECK(document.text() == "régel 😀\n2");
  CHECK(document.metadata_size() == 4);
  CHECK(document.metadata("year") == "2021");
  CHECK(document.metadata("ok") == "true");
  CHECK(document.metadata("score") == "0.5");
  CHECK(document.language() == "nl");
  CHECK(document.source().content == SourceContent::kValue);
}

TEST_CASE("fields can be named") {
  ReadJsonl::Params params;
  params.text = "body";
  params.metadata = {"lang"};
  Document document;
  REQUIRE(Parse(R"({"body":"zin","lang":"nl","other":"x","text":"niet"})", document, params).ok());
  CHECK(document.text() == "zin");
  CHECK(document.metadata_size() == 1);
  CHECK(document.metadata("lang") == "nl");
}

TEST_CASE("a bad record is refused by itself, with the reason") {
  const auto message = [](std::string line) {
    Document document;
    const Status status = Parse(std::move(line), document);
    REQUIRE_FALSE(status.ok());
    CHECK(status.kind() == ErrorKind::kBadInput);
    return status.message();
  };
  CHECK(message(R"({"text":"half)").find("not valid JSON") != std::string::npos);
  CHECK(message("{\"text\":\"\xE9\"}").find("not valid JSON") != std::string::npos);
  CHECK(message("{\"text\":\"\\ud83d\"}").find("not valid JSON") != std::string::npos);
  CHECK(message("[1]").find("not a JSON object") != std::string::npos);
  CHECK(message(R"({"body":"x","id":1})") == "the record has no 'text'; it has 'body', 'id'");
  CHECK(message(R"({"text":5})") == "'text' must be a text in quotes, and is a number");
  CHECK(message(std::string(100000, '[')).find("not valid JSON") != std::string::npos);
}

TEST_CASE("read.jsonl warns once of fields that the pipeline names and the file does not have") {
  ReadJsonl::Params params;
  params.id = "doc_id";
  params.metadata = {"jaar", "bron", "plaats"};
  ReadJsonl reader(params);
  Document document;
  testkit::TestContext context;
  Item item;
  item.bytes = R"({"docid":"a","text":"een","plaats":"Ede","metadata":{"bron":"krant"}})";
  item.position = 1;
  REQUIRE(reader.Parse(item, document, context).ok());
  const std::string has = "; it has 'docid', 'text', 'plaats', 'metadata'";
  CHECK(context.warnings ==
        std::vector<std::string>{
            "the first record of the file has no 'doc_id', which 'id' names" + has,
            "the first record of the file has no 'jaar', which 'metadata' names" + has});

  item.position = 2;
  document.Reset();
  REQUIRE(reader.Parse(item, document, context).ok());
  CHECK(context.warnings.size() == 2);
}

TEST_CASE("read.jsonl needs no ids where none are asked for") {
  Document document;
  testkit::TestContext context;
  Item item;
  item.bytes = R"({"text":"een"})";
  item.position = 1;
  REQUIRE(ReadJsonl({}).Parse(item, document, context).ok());
  CHECK(context.warnings.empty());
}

}  // namespace
}  // namespace koppel::read_text
