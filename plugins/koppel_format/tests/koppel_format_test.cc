#include <stdlib.h>
#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/codec.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "koppel_reader.h"
#include "koppel_writer.h"

namespace koppel::koppel_format {
namespace {

namespace fs = std::filesystem;
using testkit::MakeDocument;
using testkit::TestContext;
using testkit::TestSetup;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "koppel-format-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::unique_ptr<Document> Repaired(std::string_view id) {
  auto document = MakeDocument("Een maatschappe-\nlijk plan.", "nl");
  document->set_id(id);
  document->set_source(
      {"map/brief.pdf", Sha256("pdf"), "application/pdf", 812, SourceContent::kExtraction});
  Edits edits;
  edits.Delete({15, 17}, "join", 0.98);
  REQUIRE(document->Apply(edits, "dehyphenate").ok());
  document->layer<Token>().Add({4, 19}).Set(Token::lower, "maatschappelijk");
  return document;
}

Status Write(const std::vector<const Document*>& documents, const fs::path& folder) {
  KoppelWriter writer({});
  TestSetup setup({}, folder);
  KOPPEL_RETURN_IF_ERROR(writer.Open(setup));
  for (const Document* document : documents) {
    std::string rendered;
    KOPPEL_RETURN_IF_ERROR(writer.Render(*document, rendered));
    KOPPEL_RETURN_IF_ERROR(writer.Append(document->id(), rendered));
  }
  return writer.Close();
}

std::string Stored(const Document& document) {
  std::string bytes;
  REQUIRE(Encode(document, bytes).ok());
  return bytes;
}

TEST_CASE("documents come back equal: text, layers, history, metadata and source") {
  const Folder folder;
  const auto one = Repaired("map/een"), two = Repaired("map/twee");
  REQUIRE(Write({one.get(), two.get()}, folder.path()).ok());

  KoppelReader reader({});
  auto records = reader.Split(folder.path() / "documents.koppel");
  REQUIRE(records.ok());
  TestContext context;
  Item item;
  for (const Document* expected : {one.get(), two.get()}) {
    REQUIRE(*(*records)->Next(item));
    CHECK(item.id == expected->id());
    Document document;
    REQUIRE(reader.Parse(item, document, context).ok());
    CHECK(Stored(document) == Stored(*expected));
    CHECK(testkit::DumpEdits(document) == testkit::DumpEdits(*expected));
    CHECK(document.source().uri == "map/brief.pdf");
    CHECK(document.ToSource({4, 19}) == Span{4, 21});
  }
  CHECK(item.uri == (folder.path() / "documents.koppel").string() + "#2");
  CHECK_FALSE(*(*records)->Next(item));
}

TEST_CASE("a damaged record is named, and those after it are read") {
  const Folder folder;
  const auto one = Repaired("een"), two = Repaired("twee");
  REQUIRE(Write({one.get(), two.get()}, folder.path()).ok());
  const fs::path path = folder.path() / "documents.koppel";
  const auto index = (*ContainerReader::Open(path))->index();
  std::string bytes = *ReadFile(path);
  bytes[index[0].offset + index[0].size - 1] ^= 1;
  std::ofstream(path, std::ios::binary) << bytes;

  KoppelReader reader({});
  auto records = reader.Split(path);
  TestContext context;
  Item item;
  Document document;
  REQUIRE(*(*records)->Next(item));
  const Status status = reader.Parse(item, document, context);
  CHECK(status.kind() == ErrorKind::kBadInput);
  CHECK(status.message() == "record 1: Restored data doesn't match checksum");
  REQUIRE(*(*records)->Next(item));
  CHECK(reader.Parse(item, document, context).ok());
  CHECK(document.id() == "twee");
}

TEST_CASE("a truncated file gives its whole records, then says where it is cut") {
  const Folder folder;
  const auto one = Repaired("een"), two = Repaired("twee");
  REQUIRE(Write({one.get(), two.get()}, folder.path()).ok());
  const fs::path path = folder.path() / "documents.koppel";
  fs::resize_file(path, (*ContainerReader::Open(path))->index()[1].offset + 9);

  KoppelReader reader({});
  auto records = reader.Split(path);
  REQUIRE(records.ok());
  TestContext context;
  Item item;
  Document document;
  REQUIRE(*(*records)->Next(item));
  REQUIRE(reader.Parse(item, document, context).ok());
  CHECK(document.id() == "een");
  const auto end = (*records)->Next(item);
  REQUIRE_FALSE(end.ok());
  CHECK(end.status().kind() == ErrorKind::kBadInput);
  CHECK_THAT(end.status().message(), Catch::StartsWith("record 2 is cut off"));
}

TEST_CASE("a file that is no container is refused with its name") {
  const Folder folder;
  const fs::path path = folder.path() / "a.koppel";
  std::ofstream(path) << "gewone tekst";
  KoppelReader reader({});
  CHECK(reader.Split(path).status().message() == path.string() + ": it is no koppel file");
}

TEST_CASE("a folder that can't be written is an io error") {
  const Folder folder;
  std::ofstream(folder.path() / "file") << "x";
  KoppelWriter writer({.path = "file/documents.koppel"});
  TestSetup setup({}, folder.path());
  CHECK(writer.Open(setup).kind() == ErrorKind::kIo);
}

}  // namespace
}  // namespace koppel::koppel_format
