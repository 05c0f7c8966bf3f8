#include "read_text.h"

#include <catch2/catch.hpp>

#include <ctime>

#include "koppel/compression.h"
#include "koppel/io.h"
#include "koppel/testkit/harness.h"

namespace koppel::read_text {
namespace {

Status Read(std::string uri, std::string bytes, Document& document, ReadText::Params params = {}) {
  document.set_source({.uri = uri, .sha256 = {}, .media_type = {}, .size = bytes.size()});
  testkit::TestContext context;
  return ReadText(std::move(params))
      .Parse({"test", std::move(uri), std::move(bytes)}, document, context);
}

std::string Sample(std::string_view name) {
  return *ReadFile(std::filesystem::path(KOPPEL_SOURCE_DIR) / "pipelines" / "sample" / name);
}

TEST_CASE("read.text sets text, encoding and source") {
  Document document;
  REQUIRE(Read("a.txt", "caf\xE9 noir\r\n", document).ok());
  CHECK(document.text() == "café noir\r\n");
  CHECK(document.metadata("encoding") == "iso-8859-1");
  CHECK(document.source().uri == "a.txt");
  CHECK(document.source().media_type == "text/plain");
  CHECK(document.source().content == SourceContent::kFile);
  CHECK(document.ToSource({3, 5}) == Span{3, 4});
}

TEST_CASE("an empty file is an empty document") {
  Document document;
  REQUIRE(Read("a.txt", "", document).ok());
  CHECK(document.text().empty());
  CHECK(document.metadata("encoding") == "utf-8");
}

TEST_CASE("source offsets of a compressed file count in what was compressed") {
  for (const bool gzip : {true, false}) {
    Document document;
    std::string bytes;
    AppendCompressed(
        "z\xE9"
        "er",
        gzip ? Compression::kGzip : Compression::kZstd, bytes);
    REQUIRE(Read(gzip ? "a.txt.gz" : "a.txt.zst", bytes, document).ok());
    CHECK(document.text() == "zéer");
    CHECK(document.source().content == SourceContent::kDecompressed);
    CHECK(document.source().size == bytes.size());
    CHECK(document.ToSource({3, 5}) == Span{2, 4});
    CHECK(
        Read(gzip ? "a.txt.gz" : "a.txt.zst", bytes.substr(0, bytes.size() - 1), document).kind() ==
        ErrorKind::kBadInput);
  }
}

TEST_CASE("parameters reach the decoder") {
  Document document;
  const std::string damaged =
      "één tw\xE9"
      "e één";
  CHECK(Read("a.txt", damaged, document).kind() == ErrorKind::kBadInput);
  ReadText::Params params;
  params.encoding = common::Declared::kUtf8;
  params.invalid = common::OnInvalid::kReplace;
  REQUIRE(Read("a.txt", damaged, document, params).ok());
  CHECK(document.text() == "één tw\uFFFDe één");
}

TEST_CASE("a line of 100 MB takes no more than seconds") {
  const std::string line(std::size_t{100} << 20, 'a');
  Document document;
  const std::clock_t start = std::clock();
  REQUIRE(Read("a.txt", line, document).ok());
  CHECK(std::clock() - start < 5 * CLOCKS_PER_SEC);
  CHECK(document.text().size() == line.size());
}

TEST_CASE("the sample files have the encodings that their list says") {
  Document document;
  REQUIRE(Read("mail.txt", Sample("mail.txt"), document).ok());
  CHECK(document.metadata("encoding") == "windows-1252");
  REQUIRE(Read("newsletter.txt", Sample("newsletter.txt"), document).ok());
  CHECK(document.metadata("encoding") == "utf-16le");
  REQUIRE(Read("annual_report.txt.gz", Sample("annual_report.txt.gz"), document).ok());
  CHECK(document.metadata("encoding") == "utf-8");
}

}  // namespace
}  // namespace koppel::read_text
