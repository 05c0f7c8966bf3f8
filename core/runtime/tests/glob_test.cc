#include "glob.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

namespace koppel {
namespace {

namespace fs = std::filesystem;

class Tree {
 public:
  Tree() : root_(fs::temp_directory_path() / "koppel-glob-test") {
    fs::remove_all(root_);
    for (const char* name :
         {"a.txt", "b.md", "x/c.txt", "x/y/d.txt", ".hidden.txt", ".git/e.txt"}) {
      fs::create_directories((root_ / name).parent_path());
      std::ofstream(root_ / name) << name;
    }
  }
  ~Tree() { fs::remove_all(root_); }

  std::vector<std::string> Names(const std::vector<fs::path>& paths) const {
    std::vector<std::string> names;
    for (const fs::path& path : paths) names.push_back(path.lexically_relative(root_).string());
    std::sort(names.begin(), names.end());
    return names;
  }
  std::vector<std::string> Matches(const std::string& pattern) const {
    return Names(Glob((root_ / pattern).string()));
  }
  const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

using Names = std::vector<std::string>;

TEST_CASE("a star stays inside one name") {
  const Tree tree;
  CHECK(tree.Matches("*.txt") == Names{"a.txt"});
  CHECK(tree.Matches("*/*.txt") == Names{"x/c.txt"});
}

TEST_CASE("two stars cross folders, none included") {
  const Tree tree;
  CHECK(tree.Matches("**/*.txt") == Names{"a.txt", "x/c.txt", "x/y/d.txt"});
  CHECK(tree.Matches("x/**") == Names{"x/c.txt", "x/y/d.txt"});
}

TEST_CASE("a folder stands for all files below it but hidden ones") {
  const Tree tree;
  CHECK(tree.Names(FilesBelow(tree.root())) == Names{"a.txt", "b.md", "x/c.txt", "x/y/d.txt"});
}

TEST_CASE("a circle of links is not followed") {
  const Tree tree;
  fs::create_directory_symlink(tree.root(), tree.root() / "x/circle");
  CHECK(tree.Matches("**/d.txt") == Names{"x/y/d.txt"});
}

TEST_CASE("the fixed part of a pattern ends before the first wildcard") {
  CHECK(GlobRoot("corpus/**/*.txt") == "corpus");
  CHECK(GlobRoot("*.txt").empty());
  CHECK(GlobRoot("/data/x?/a") == "/data");
}

}  // namespace
}  // namespace koppel
