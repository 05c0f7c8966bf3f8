#include "koppel/io.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / "koppel-io-test";
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
};

TEST_CASE("an output file appears whole, under folders that it makes") {
  const Folder folder;
  const fs::path target = folder.path / "a/b.txt";
  auto file = OutputFile::Create(target);
  REQUIRE(file.ok());
  REQUIRE((*file)->Write("inhoud").ok());
  CHECK_FALSE(fs::exists(target));
  REQUIRE((*file)->Commit().ok());
  CHECK(*ReadFile(target) == "inhoud");
  CHECK(std::distance(fs::directory_iterator(folder.path / "a"), {}) == 1);
}

TEST_CASE("pieces of all sizes stand in an output file in their order") {
  const Folder folder;
  auto file = OutputFile::Create(folder.path / "d.txt");
  REQUIRE(file.ok());
  std::string expected;
  for (const std::size_t size : {5U, 300'000U, 262'144U, 1U, 262'143U, 2U, 600'000U}) {
    const std::string piece(size, static_cast<char>('a' + expected.size() % 26));
    REQUIRE((*file)->Write(piece).ok());
    expected += piece;
  }
  REQUIRE((*file)->Commit().ok());
  CHECK((*ReadFile(folder.path / "d.txt") == expected));
}

TEST_CASE("an output file that is not committed leaves nothing") {
  const Folder folder;
  {
    auto file = OutputFile::Create(folder.path / "b.txt");
    REQUIRE(file.ok());
    REQUIRE((*file)->Write("half").ok());
  }
  CHECK(fs::is_empty(folder.path));
}

TEST_CASE("a full disk is told when writing") {
  auto file = OutputFile::Create("/dev/full/x");
  CHECK_FALSE(file.ok());
  CHECK(file.status().kind() == ErrorKind::kIo);
}

TEST_CASE("a file over the limit is refused, not read") {
  const Folder folder;
  auto file = OutputFile::Create(folder.path / "c.txt");
  REQUIRE(file.ok());
  REQUIRE((*file)->Write("123456").ok());
  REQUIRE((*file)->Commit().ok());
  CHECK(ReadFile(folder.path / "c.txt", 6).ok());
  CHECK_FALSE(ReadFile(folder.path / "c.txt", 5).ok());
  CHECK(ReadFile(folder.path).status().message().find("is a folder") != std::string::npos);
}

TEST_CASE("paths stay inside the folder") {
  CHECK(*PathBelow("out", "a/b.txt") == fs::path("out/a/b.txt"));
  CHECK_FALSE(PathBelow("out", "../b.txt").ok());
  CHECK_FALSE(PathBelow("out", "a/../../b.txt").ok());
  CHECK_FALSE(PathBelow("out", "/etc/passwd").ok());
  CHECK_FALSE(PathBelow("out", "").ok());
}

TEST_CASE("an id makes a safe file name") {
  CHECK(FileNameFor("map/brief") == "map/brief");
  CHECK(FileNameFor("../../etc/passwd") == "etc/passwd");
  CHECK(FileNameFor("/abs") == "abs");
  CHECK(FileNameFor("a\nb") == "a_b");
  CHECK(FileNameFor("..") == "document");
}

TEST_CASE("SHA-256 of the standard's example") {
  // FIPS 180-2, appendix B.1.
  CHECK(Hex(Sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace koppel
