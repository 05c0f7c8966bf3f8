#include "koppel/registry/registry.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "koppel/testkit/harness.h"
#include "stage.h"

namespace koppel {
namespace {

using Catch::Contains;

// Loads the component and returns why it can't be; fails the test if it can.
Status LoadFailure(const Registry& registry, std::string_view id) {
  const ComponentInfo* component = registry.Find(id);
  REQUIRE(component != nullptr);
  Result<const Component*> loaded = registry.Load(*component);
  REQUIRE_FALSE(loaded.ok());
  return std::move(loaded).status();
}

TEST_CASE("a sound plugin is found by its sidecar and loads") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  REQUIRE(registry.problems().empty());
  REQUIRE(registry.components().size() == 2);
  const ComponentInfo* marker = registry.Find("sound.mark");
  REQUIRE(marker != nullptr);

  CHECK(registry.LoadedLayers().empty());
  Result<const Component*> loaded = registry.Load(*marker);
  REQUIRE(loaded.ok());
  CHECK((*loaded)->id == "sound.mark");
  CHECK((*loaded)->make_processor({}).ok());
  REQUIRE(registry.LoadedLayers().size() == 1);
  CHECK(registry.LoadedLayers()[0]->name == "sound_mark");
}

TEST_CASE("scanning runs no plugin code, loading does") {
  ::unsetenv("KOPPEL_TEST_CONSTRUCTOR_RAN");
  const Stage stage;
  stage.Add("constructor");
  const Registry registry = stage.Scan();
  const ComponentInfo* component = registry.Find("constructor.nothing");
  REQUIRE(component != nullptr);
  CHECK(std::getenv("KOPPEL_TEST_CONSTRUCTOR_RAN") == nullptr);
  CHECK(registry.Load(*component).ok());
  CHECK(std::getenv("KOPPEL_TEST_CONSTRUCTOR_RAN") != nullptr);
}

TEST_CASE("a library that differs from its sidecar is refused before its constructors run") {
  ::unsetenv("KOPPEL_TEST_CONSTRUCTOR_RAN");
  const Stage stage;
  stage.Add("constructor");
  // The loader ignores what follows the last section, so that only the digest can tell.
  WriteText(stage.Library("constructor"), ReadText(stage.Library("constructor")) + "x");
  const Status status = LoadFailure(stage.Scan(), "constructor.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("constructor.so is not the library that its sidecar"));
  CHECK_THAT(status.message(), Contains("SHA-256"));
  CHECK(std::getenv("KOPPEL_TEST_CONSTRUCTOR_RAN") == nullptr);
}

TEST_CASE("a library that is gone is named together with its sidecar") {
  const Stage stage;
  stage.Add("sound");
  std::filesystem::remove(stage.Library("sound"));
  const Status status = LoadFailure(stage.Scan(), "sound.mark");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("there is no library " + stage.Library("sound").string()));
  CHECK_THAT(status.message(), Contains(stage.Sidecar("sound").string()));
}

TEST_CASE("a file that is no library") {
  const Stage stage;
  WriteText(stage.Library("text"), "just some text\n");
  stage.Claim("text");
  const Status status = LoadFailure(stage.Scan(), "text.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("text.so is not a shared library"));
}

TEST_CASE("a truncated library: the system's reason is told") {
  const Stage stage;
  stage.Copy("sound");
  std::filesystem::resize_file(stage.Library("sound"), 100);
  stage.Claim("sound");
  const Status status = LoadFailure(stage.Scan(), "sound.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("can't load") && Contains("cannot read file data"));
}

TEST_CASE("a library without the entry") {
  const Stage stage;
  stage.Copy("no_entry");
  stage.Claim("no_entry");
  const Status status = LoadFailure(stage.Scan(), "no_entry.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(),
             Contains("no_entry.so is no Koppel plugin: it does not export 'koppel_plugin'"));
}

TEST_CASE("another API version is refused with both versions, by what the library says") {
  const Stage stage;
  stage.Copy("wrong_api");
  stage.Claim("wrong_api");
  const Status status = LoadFailure(stage.Scan(), "wrong_api.nothing");
  CHECK(status.kind() == ErrorKind::kAbiMismatch);
  CHECK_THAT(status.message(),
             Contains("wrong_api.so was built for plugin API 2, this program has 1"));
}

TEST_CASE("another build is refused with both fingerprints, by what the library says") {
  const Stage stage;
  stage.Copy("wrong_build");
  stage.Claim("wrong_build");
  const Status status = LoadFailure(stage.Scan(), "wrong_build.nothing");
  CHECK(status.kind() == ErrorKind::kAbiMismatch);
  CHECK_THAT(status.message(), Contains("sdk 9.9.9") && Contains(KOPPEL_BUILD_FINGERPRINT));
}

TEST_CASE("what the sidecar says of API and build is enough to refuse, without loading") {
  ::unsetenv("KOPPEL_TEST_CONSTRUCTOR_RAN");
  const Stage stage;
  stage.Copy("constructor");
  stage.Claim("constructor", kApiVersion + 1, KOPPEL_BUILD_FINGERPRINT);
  CHECK(LoadFailure(stage.Scan(), "constructor.nothing").kind() == ErrorKind::kAbiMismatch);
  stage.Claim("constructor", kApiVersion, "sdk 0.0.0");
  CHECK(LoadFailure(stage.Scan(), "constructor.nothing").kind() == ErrorKind::kAbiMismatch);
  CHECK(std::getenv("KOPPEL_TEST_CONSTRUCTOR_RAN") == nullptr);
}

TEST_CASE("an entry that throws, with what it said") {
  const Stage stage;
  stage.Copy("throwing_entry");
  stage.Claim("throwing_entry");
  const Status status = LoadFailure(stage.Scan(), "throwing_entry.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("threw: the licence server is away"));
}

TEST_CASE("an entry that returns nothing") {
  const Stage stage;
  stage.Copy("empty_entry");
  stage.Claim("empty_entry");
  const Status status = LoadFailure(stage.Scan(), "empty_entry.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("returned nothing"));
}

TEST_CASE("a component that only the sidecar has") {
  const Stage stage;
  stage.Copy("sound");
  stage.Claim("sound");
  const Status status = LoadFailure(stage.Scan(), "sound.nothing");
  CHECK(status.kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(status.message(), Contains("sound.so holds no processor 'sound.nothing'"));
}

TEST_CASE("a component id in two plugins is a problem that names both, and can't be loaded") {
  const Stage stage;
  stage.Add("sound");
  stage.Add("duplicate");
  const Registry registry = stage.Scan();
  REQUIRE(registry.problems().size() == 1);
  for (const std::string& message :
       {registry.problems()[0].message(), LoadFailure(registry, "sound.mark").message()}) {
    CHECK_THAT(message, Contains("'sound.mark'"));
    CHECK_THAT(message, Contains(stage.Library("sound").string()));
    CHECK_THAT(message, Contains(stage.Library("duplicate").string()));
  }
}

TEST_CASE("a folder given twice, once through a link, holds its plugins once") {
  const Stage stage;
  stage.Add("sound");
  const Stage other;
  const std::filesystem::path link = other.folder() / "link";
  std::filesystem::create_directory_symlink(stage.folder(), link);
  const Registry registry = Registry::Scan({stage.folder(), link});
  CHECK(registry.problems().empty());
  CHECK(registry.plugins().size() == 1);
}

TEST_CASE("a folder without plugins is told of, and what a plugin folder looks like") {
  const Stage stage;
  stage.Add("sound");
  const Stage empty;
  const Registry registry =
      Registry::Scan({stage.folder(), stage.folder() / "sound", empty.folder() / "missing", "lib"});
  CHECK(registry.plugins().size() == 1);
  REQUIRE(registry.problems().size() == 3);
  CHECK_THAT(registry.problems()[0].message(), Contains("NAME/NAME.plugin.json"));
  CHECK_THAT(registry.problems()[1].message(), Contains("there is no plugin folder"));
  CHECK_THAT(registry.problems()[2].message(), Contains("'lib' is not searched"));
}

TEST_CASE("two plugins that use the generated protobuf code work side by side") {
  const Stage stage;
  stage.Add("proto_a");
  stage.Add("proto_b");
  const Registry registry = stage.Scan();
  auto document = testkit::MakeDocument("een zin");
  testkit::TestSetup setup(stage.folder());
  testkit::TestContext context;
  for (const char* id : {"proto_a.size", "proto_b.size"}) {
    Result<const Component*> component = registry.Load(*registry.Find(id));
    REQUIRE(component.ok());
    Result<std::unique_ptr<Processor>> processor = (*component)->make_processor({});
    REQUIRE(processor.ok());
    CHECK(testkit::Run(**processor, *document, setup, context).ok());
  }
}

TEST_CASE("plugins are searched in the folders of KOPPEL_PLUGIN_PATH and in the program's own") {
  ::setenv("KOPPEL_PLUGIN_PATH", "/opt/a:relative::/opt/b", 1);
  const auto folders = DefaultPluginFolders();
  ::unsetenv("KOPPEL_PLUGIN_PATH");
  REQUIRE(folders.size() == 4);
  CHECK(folders[0] == "/opt/a");
  CHECK(folders[1] == "relative");  // Scan refuses it, and says so
  CHECK(folders[2] == "/opt/b");
  CHECK(folders[3] == std::filesystem::path(KOPPEL_BINARY_DIR) / "lib" / "koppel");
}

}  // namespace
}  // namespace koppel
