#include "input/glob.h"

#include <unistd.h>

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
    return Names(Found(pattern).files);
  }
  FoundFiles Found(const std::string& pattern) const { return Glob((root_ / pattern).string()); }
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
  CHECK(tree.Names(FilesBelow(tree.root()).files) ==
        Names{"a.txt", "b.md", "x/c.txt", "x/y/d.txt"});
}

TEST_CASE("a circle of links is not followed") {
  const Tree tree;
  fs::create_directory_symlink(tree.root(), tree.root() / "x/circle");
  const FoundFiles found = tree.Found("**/d.txt");
  CHECK(tree.Names(found.files) == Names{"x/y/d.txt"});
  CHECK(tree.Names(found.links) == Names{"x/circle"});
  CHECK(tree.Names(FilesBelow(tree.root()).links) == Names{"x/circle"});
  CHECK(tree.Found("*.txt").links.empty());  // nothing in it could match
}

// What the superuser may read is closed to everybody else.
class AsNobody {
 public:
  AsNobody() : is_root_(::geteuid() == 0) { Become(kNobody); }
  ~AsNobody() { Become(0); }

 private:
  static constexpr uid_t kNobody = 65534;
  void Become(uid_t user) const {
    if (is_root_) REQUIRE(::seteuid(user) == 0);
  }
  bool is_root_;
};

TEST_CASE("a folder that can't be read is told of, unless nothing in it could match") {
  const Tree tree;
  fs::permissions(tree.root() / "x/y", fs::perms::none);
  {
    const AsNobody nobody;
    const FoundFiles found = FilesBelow(tree.root());
    CHECK(tree.Names(found.files) == Names{"a.txt", "b.md", "x/c.txt"});
    REQUIRE(found.unreadable.size() == 1);
    CHECK(found.unreadable[0] == (tree.root() / "x/y").string() + ": Permission denied");
    CHECK(tree.Found("*.txt").unreadable.empty());
    CHECK(tree.Found("*/*.txt").unreadable.empty());
    CHECK(tree.Found("**/*.txt").unreadable.size() == 1);
  }
  fs::permissions(tree.root() / "x/y", fs::perms::owner_all);
}

TEST_CASE("the fixed part of a pattern ends before the first wildcard") {
  CHECK(GlobRoot("corpus/**/*.txt") == "corpus");
  CHECK(GlobRoot("*.txt").empty());
  CHECK(GlobRoot("/data/x?/a") == "/data");
}

}  // namespace
}  // namespace koppel
