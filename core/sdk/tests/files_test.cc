#include "koppel/files.h"

#include <catch2/catch.hpp>
#include <fstream>

namespace koppel {
namespace {

namespace fs = std::filesystem;

TEST_CASE(
    "the files of an extension come in order of name; a folder that is not there is an error") {
  const fs::path folder = fs::temp_directory_path() / "koppel-files-test";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const char* name : {"nl.txt", "de.txt", "de.tsv", "txt"}) std::ofstream(folder / name);
  const auto files = FilesIn(folder, ".txt");
  fs::remove_all(folder);
  REQUIRE(files.ok());
  CHECK(*files == std::vector<fs::path>{folder / "de.txt", folder / "nl.txt"});
  const auto missing = FilesIn(folder, ".txt");
  CHECK(missing.status().kind() == ErrorKind::kIo);
  CHECK(missing.status().message() == folder.string() + ": No such file or directory");
}

}  // namespace
}  // namespace koppel
