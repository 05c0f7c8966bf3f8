#include "run_setup.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "koppel/io.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct World {
  fs::path root = fs::temp_directory_path() / "koppel-run-setup-test";
  RunResources resources;

  World() {
    fs::remove_all(root);
    fs::create_directories(root);
    std::ofstream(root / "a.txt") << "a";
    std::ofstream(root / "b.txt") << "b";
  }
  ~World() { fs::remove_all(root); }

  RunSetup SetupOf(const std::string& step) { return {step, root, root, resources}; }
  // "name=digest's beginning:steps", one after the other.
  std::string Recorded() const {
    std::string text;
    for (const Resource& resource : resources.resources()) {
      text += fs::path(resource.path).filename().string() + "=" + resource.sha256.substr(0, 4);
      for (const std::string& step : resource.steps) text += ":" + step;
      text += " ";
    }
    return text;
  }
};

Result<std::shared_ptr<const std::string>> Read(Setup& setup, const fs::path& path) {
  Result<std::string> text = setup.ReadResource(path);
  if (!text.ok()) return std::move(text).status();
  return std::shared_ptr<const std::string>(std::make_shared<std::string>(*std::move(text)));
}

TEST_CASE("a resource is recorded for each step that reads it") {
  World world;
  RunSetup one = world.SetupOf("one"), two = world.SetupOf("two");
  CHECK(*one.ReadResource(world.root / "a.txt") == "a");
  CHECK(two.RecordResource(world.root / "a.txt").ok());
  CHECK(two.RecordResource(world.root / "b.txt").ok());
  CHECK(world.Recorded() == "a.txt=ca97:one:two b.txt=3e23:two ");
}

TEST_CASE("what a shared object was loaded from counts for all who use it") {
  World world;
  const auto use = [&](const std::string& step) {
    RunSetup setup = world.SetupOf(step);
    const auto object = setup.Shared<std::string>("inner and outer", [&] {
      const auto inner =
          setup.Shared<std::string>("inner", [&] { return Read(setup, world.root / "b.txt"); });
      return Read(setup, world.root / (inner.ok() ? "a.txt" : "b.txt"));
    });
    REQUIRE(object.ok());
  };
  use("one");
  use("two");
  CHECK(world.Recorded() == "a.txt=ca97:one:two b.txt=3e23:one:two ");

  RunSetup three = world.SetupOf("three");
  CHECK(three.Shared<std::string>("inner", [&] { return Read(three, ""); }).ok());
  CHECK(world.Recorded() == "a.txt=ca97:one:two b.txt=3e23:one:three:two ");
}

TEST_CASE("what is loaded after a shared object that failed does not count for it") {
  World world;
  RunSetup setup = world.SetupOf("one");
  const auto load = [&](const char* file) {
    return setup.Shared<std::string>("key", [&] { return Read(setup, world.root / file); });
  };
  CHECK_FALSE(load("missing.txt").ok());
  CHECK(setup.ReadResource(world.root / "a.txt").ok());
  CHECK(load("b.txt").ok());
  RunSetup other = world.SetupOf("other");
  CHECK(other.Shared<std::string>("key", [&] { return Read(other, ""); }).ok());
  CHECK(world.Recorded() == "a.txt=ca97:one b.txt=3e23:one:other missing.txt=:one ");
}

TEST_CASE("what was looked for and not there is recorded as absent") {
  World world;
  RunSetup setup = world.SetupOf("one");
  CHECK(setup.FindResource(world.root / "a.txt"));
  CHECK_FALSE(setup.FindResource(world.root / "c.txt"));
  CHECK(setup.RecordResource(world.root / "d.txt").kind() == ErrorKind::kIo);
  CHECK(world.Recorded() == "c.txt=:one d.txt=:one ");
}

TEST_CASE("a writer gets no path of the run itself or of another writer") {
  World world;
  RunSetup setup = world.SetupOf("one");
  for (const char* own : {"run.json", "mended/a.txt", ".koppel/claim", ".koppel"})
    CHECK(setup.OutputPath(own).status().kind() == ErrorKind::kInvalidParameter);
  CHECK(setup.OutputPath("text").ok());
  for (const char* taken : {"text", "text/", "./text", "a/../text"})
    CHECK(setup.OutputPath(taken).status().kind() == ErrorKind::kInvalidParameter);
}

}  // namespace
}  // namespace koppel
