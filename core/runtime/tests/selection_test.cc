#include "input/selection.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

std::vector<SourceFile> Files(const std::string& names) {
  std::vector<SourceFile> files;
  for (const char name : names) files.push_back({"", std::string(1, name), 0, 0});
  return files;
}

std::string Names(const std::vector<SourceFile>& files) {
  std::string names;
  for (const SourceFile& file : files) names += file.id;
  return names;
}

TEST_CASE("a sample is spread over all files, first and last included, each at most once") {
  CHECK(Names(Select(Files("abcdefghi"), 3, false)) == "aei");
  CHECK(Names(Select(Files("abcdefghij"), 4, false)) == "adgj");
  CHECK(Names(Select(Files("abcd"), 3, false)) == "abd");
  CHECK(Names(Select(Files("abc"), 1, false)) == "a");
}

TEST_CASE("a sample of as many files as there are, or of none, is all of them") {
  CHECK(Names(Select(Files("abc"), 3, false)) == "abc");
  CHECK(Names(Select(Files("abc"), 9, false)) == "abc");
  CHECK(Names(Select(Files("abc"), 0, false)) == "abc");
  CHECK(Select({}, 5, true).empty());
}

TEST_CASE("backwards, the same files come in reverse order") {
  CHECK(Names(Select(Files("abcdefghi"), 3, true)) == "iea");
}

}  // namespace
}  // namespace koppel
