#include "koppel/provenance/lock_watch.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "koppel/io.h"
#include "koppel/testkit/harness.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// One input that was locked, and what a document of it is worth to the watch.
struct World {
  fs::path file = fs::temp_directory_path() / "koppel-lock-watch-test.txt";
  std::string digest = Sha256("inhoud");

  World() { Write("inhoud"); }
  ~World() { fs::remove(file); }

  void Write(std::string_view text) const { std::ofstream(file) << text; }
  LockWatch Watch() const { return LockWatch({{file, file.string(), Hex(digest), StampOf(file)}}); }
  static Status See(LockWatch& watch, std::string_view uri, std::string_view digest) {
    const auto document = testkit::MakeDocument("inhoud");
    document->set_source({uri, digest, {}, 6, SourceContent::kFile});
    std::string rendered;
    REQUIRE(watch.Render(*document, rendered).ok());
    return watch.Append("test", rendered);
  }
};

TEST_CASE("a document of an input as it was locked passes") {
  const World world;
  LockWatch watch = world.Watch();
  CHECK(World::See(watch, world.file.string(), world.digest).ok());
  CHECK(watch.Close().ok());
}

TEST_CASE("a document of an input that was changed stops the run") {
  const World world;
  LockWatch watch = world.Watch();
  CHECK(World::See(watch, world.file.string(), Sha256("anders")).kind() == ErrorKind::kDrift);
}

TEST_CASE("an input that is written to after it was read is found at the end") {
  const World world;
  LockWatch watch = world.Watch();
  // A record: its digest says nothing of the file.
  CHECK(World::See(watch, world.file.string() + "#0", Sha256("record")).ok());
  world.Write("anders");
  CHECK(watch.Close().kind() == ErrorKind::kDrift);
  fs::remove(world.file);
  CHECK(watch.Close().kind() == ErrorKind::kDrift);
}

TEST_CASE("an input that was touched and says the same is no drift") {
  const World world;
  LockWatch watch = world.Watch();
  world.Write("inhoud");
  CHECK(watch.Close().ok());
}

}  // namespace
}  // namespace koppel
