#include "koppel/provenance/lock.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "koppel/io.h"
#include "lock/break_rules.h"
#include "lock/lock_paths.h"
#include "lock/schema_digest.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// A pipeline of one component, in a project with a plugin beside it.
struct World {
  fs::path root = fs::temp_directory_path() / "koppel-lock-test";
  PluginInfo plugin;
  ComponentInfo read;
  Pipeline pipeline;
  Registry registry = Registry::Scan({});

  World() {
    fs::remove_all(root);
    Write("project/pipelines/p.yaml", "koppel: 1\n");
    Write("project/corpus/a.txt", "a");
    Write("lib/read/read.so", "library");
    Write("lib/read/data/nl.txt", "data");
    plugin.name = "read";
    plugin.version = "1.0.0";
    plugin.library = root / "lib/read/read.so";
    read.id = "read.text";
    read.role = Role::kReader;
    read.extensions = {".txt"};
    read.plugin = &plugin;
    pipeline.file = root / "project/pipelines/p.yaml";
    pipeline.readers = {
        Step{"in", &read, {{"content", std::string("plain")}}, {}, OnError::kQuarantine, {}}};
  }
  ~World() { fs::remove_all(root); }

  void Write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << bytes;
  }
  LockScope Scope() const {
    return {pipeline,
            registry,
            {(root / "project/corpus").string()},
            root / "project/koppel.lock",
            {{"icu", "72.1"}}};
  }
  Lock Take() const {
    Result<Lock> lock = TakeLock(
        Scope(), {{(root / "lib/read/data/nl.txt").string(), Hex(Sha256("data")), {"in"}}});
    REQUIRE(lock.ok());
    return *std::move(lock);
  }
};

TEST_CASE("a lock is the same after writing and reading") {
  const World world;
  const Lock lock = world.Take();
  world.Write("project/koppel.lock", ToText(lock));
  const Result<Lock> read = ReadLock(world.root / "project/koppel.lock");
  REQUIRE(read.ok());
  CHECK(Compare(lock, *read).empty());
  CHECK(read->since == lock.since);
  CHECK(ToText(*read) == ToText(lock));
}

TEST_CASE("files of the project and of plugins are named without saying where they are") {
  const World world;
  const Lock lock = world.Take();
  CHECK(lock.sections.at(LockSection::kPipeline).begin()->first == "pipelines/p.yaml");
  CHECK(lock.sections.at(LockSection::kInputs).begin()->first == "corpus/a.txt");
  CHECK(lock.sections.at(LockSection::kResources).begin()->first == "plugin:read/data/nl.txt");
  CHECK(lock.sections.at(LockSection::kPlugins).begin()->first == "read");
  CHECK(lock.sections.at(LockSection::kParameters).at("in.content").value == R"("plain")");
}

TEST_CASE("a name in a lock leads back to the file") {
  const World world;
  const internal::LockPaths paths(world.Scope());
  for (const fs::path& file : {world.root / "project/corpus/a.txt",
                               world.root / "lib/read/data/nl.txt", fs::path("/usr/share/words")}) {
    CHECK(paths.PathOf(paths.ResourceName(file)) == file);
  }
  CHECK(paths.NameOf("/usr/share/words") == "/usr/share/words");
  CHECK(paths.PathOf("plugin:other/data").empty());
}

TEST_CASE("a lock beside the pipeline names the rest of the project from there") {
  const World world;
  LockScope scope = world.Scope();
  scope.file = world.root / "project/locks/nl.lock";
  const internal::LockPaths paths(scope);
  CHECK(paths.NameOf(world.root / "project/corpus/a.txt") == "../corpus/a.txt");
  CHECK(paths.PathOf("../corpus/a.txt") == world.root / "project/corpus/a.txt");
}

TEST_CASE("each thing that is not as it was locked is found and told") {
  const World world;
  Lock now = world.Take();
  const Lock locked = now;
  auto& inputs = now.sections[LockSection::kInputs];
  inputs.at("corpus/a.txt") = {std::string(64, 'b'), 2};
  inputs["corpus/b.txt"] = {std::string(64, 'c'), 3};
  now.sections[LockSection::kVersions]["icu"] = {R"("73.2")"};
  now.sections[LockSection::kResources].clear();
  const std::vector<Drift> drifts = Compare(locked, now);
  REQUIRE(drifts.size() == 4);
  CHECK(Describe(drifts[0]) == R"(version of icu: was "72.1", is "73.2")");
  CHECK(Describe(drifts[1]) ==
        "resource plugin:read/data/nl.txt: is gone, was sha256 3a6eb0790f39ac87…, 4 bytes");
  CHECK(Describe(drifts[2]) ==
        "input corpus/a.txt: was sha256 ca978112ca1bbdca…, 1 bytes, is sha256 bbbbbbbbbbbbbbbb…, "
        "2 bytes");
  CHECK(Describe(drifts[3]) == "input corpus/b.txt: is new, sha256 cccccccccccccccc…, 3 bytes");
}

TEST_CASE("a resource that was not there is told from one that is") {
  const Drift drift{LockSection::kResources,
                    "/usr/share/words",
                    LockedThing{},
                    LockedThing{std::string(64, 'a'), 5},
                    {}};
  CHECK(Describe(drift) ==
        "resource /usr/share/words: was not there, is sha256 aaaaaaaaaaaaaaaa…, 5 bytes");
}

TEST_CASE("what is no lock is refused with what is wrong") {
  const World world;
  const auto refusal = [&](const std::string& text) {
    world.Write("bad.lock", text);
    const Result<Lock> lock = ReadLock(world.root / "bad.lock");
    REQUIRE_FALSE(lock.ok());
    CHECK(lock.status().kind() == ErrorKind::kBadInput);
    return lock.status().message();
  };
  CHECK(refusal("").find("no JSON object") != std::string::npos);
  CHECK(refusal(std::string(1 << 20, '[')).find("no JSON object") != std::string::npos);
  CHECK(refusal("{}").find("this is no lock file") != std::string::npos);
  CHECK(refusal(R"({"koppel_lock": 2})").find("must be 1") != std::string::npos);
  std::string text = ToText(world.Take());
  text.replace(text.find(R"("sha256": ")"), 11, R"("sha256": "x)");
  CHECK(refusal(text).find("'pipelines/p.yaml' of 'pipeline' must have") != std::string::npos);
}

TEST_CASE("ICU's rules for words, sentences and lines have digests, tailored ones their own") {
  const auto digests = internal::BreakRuleDigests();
  for (const char* kind : {"word", "sentence", "line"}) {
    REQUIRE(digests.contains(kind));
    CHECK(digests.at(kind).size() == 64);
  }
  // Greek sentences also end in a semicolon.
  REQUIRE(digests.contains("sentence el"));
  CHECK(digests.at("sentence el") != digests.at("sentence"));
}

TEST_CASE("a layer that a plugin declares is part of the schema") {
  World world;
  const std::string before = internal::LayersDigest(world.pipeline);
  world.plugin.layers = {{"verse", "Lines of a poem.", {}}};
  const std::string with_layer = internal::LayersDigest(world.pipeline);
  CHECK(with_layer != before);
  world.plugin.layers[0].help = "Other words.";
  CHECK(internal::LayersDigest(world.pipeline) == with_layer);
  CHECK(internal::DocumentSchemaDigest().size() == 64);
}

}  // namespace
}  // namespace koppel
