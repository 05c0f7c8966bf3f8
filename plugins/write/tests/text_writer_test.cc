#include "text_writer.h"

#include <catch2/catch.hpp>

#include "write_harness.h"

namespace koppel::write {
namespace {

using testkit::MakeDocument;

TEST_CASE("each document is a file with the text as it stands and a line break at the end") {
  auto one = MakeDocument("Kop\n\nEen alinea.");
  auto two = MakeDocument("Al een eind.\n");
  one->set_id("map/een");
  two->set_id("twee");
  TemporaryFolder folder;
  TextWriter writer({});
  REQUIRE(WriteAll(writer, {one.get(), two.get()}, folder.path()).ok());
  CHECK(folder.Read("text/map/een.txt") == "Kop\n\nEen alinea.\n");
  CHECK(folder.Read("text/twee.txt") == "Al een eind.\n");
}

TEST_CASE("ids that lead out of the folder or to one name stay inside and apart") {
  auto one = MakeDocument("een");
  auto two = MakeDocument("twee");
  one->set_id("../a");
  two->set_id("a");
  TemporaryFolder folder;
  TextWriter writer({});
  REQUIRE(WriteAll(writer, {one.get(), two.get()}, folder.path()).ok());
  CHECK(folder.Read("text/a.txt") == "een\n");
  CHECK(folder.Read("text/a~2.txt") == "twee\n");
}

TEST_CASE("a folder that can't be made is an io error that names it") {
  TemporaryFolder folder;
  TextWriter file({.folder = "text"});
  REQUIRE(WriteAll(file, {MakeDocument("een").get()}, folder.path()).ok());
  TextWriter writer({.folder = "text/test.txt"});
  const Status status = WriteAll(writer, {}, folder.path());
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kIo);
  CHECK_THAT(status.message(), Catch::Contains("text/test.txt"));
}

}  // namespace
}  // namespace koppel::write
