#include "koppel/runtime/step_identity.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

// A reader, a step that names a file, a writer, all of one plugin.
struct World {
  PluginInfo plugin;
  ComponentInfo read, work, write;
  Pipeline pipeline;

  explicit World(const std::string& home = "/home/a") {
    plugin.sha256 = "5e";
    plugin.library = home + "/lib/work/work.so";
    read.id = "read.text";
    read.role = Role::kReader;
    read.params = {{"paths", "", std::vector<std::string>{}}};
    work.id = "work.count";
    work.params = {{"list", "", std::string()}, {"least", "", std::int64_t{1}}};
    work.params[0].path = true;
    write.id = "write.text";
    write.role = Role::kWriter;
    for (ComponentInfo* component : {&read, &work, &write}) component->plugin = &plugin;
    pipeline.file = home + "/project/p.yaml";
    pipeline.readers = {Step{"in",
                             &read,
                             {{"paths", std::vector<std::string>{home + "/project/x"}}},
                             {},
                             OnError::kQuarantine,
                             {}}};
    pipeline.steps = {Step{"count",
                           &work,
                           {{"list", home + "/project/lists/a.txt"},
                            {"least", std::int64_t{3}},
                            {"share", 0.1},
                            {"strict", true},
                            {"words", std::vector<std::string>{"é", "\""}}},
                           {},
                           OnError::kQuarantine,
                           {}}};
    pipeline.writers = {Step{"out", &write, {}, {}, OnError::kQuarantine, {}}};
  }

  std::vector<StepIdentity> Identities(const std::vector<Resource>& resources = {}) const {
    return StepIdentities(pipeline, resources);
  }
};

TEST_CASE("every step has an identity, in the order of the pipeline") {
  const auto identities = World().Identities();
  REQUIRE(identities.size() == 3);
  CHECK(identities[0].id == "in");
  CHECK(identities[1].component == "work.count");
  CHECK(identities[1].plugin_sha256 == "5e");
  CHECK(identities[1].on_error == "quarantine");
  CHECK(identities[2].id == "out");
}

TEST_CASE("parameters are canonical JSON, paths relative to the pipeline file") {
  CHECK(World().Identities()[1].params ==
        R"({"least":3,"list":"lists/a.txt","share":0.1,"strict":true,"words":["é","\""]})");
}

TEST_CASE("where the documents are is no part of a reader's identity") {
  CHECK(World().Identities()[0].params == "{}");
}

TEST_CASE("a condition is canonical, whatever the order in the file") {
  World world;
  CHECK(world.Identities()[1].when == "{}");
  world.pipeline.steps[0].when = {"nl", {{"year", "1950"}, {"genre", "letter"}}};
  CHECK(world.Identities()[1].when ==
        R"({"language":"nl","metadata.genre":"letter","metadata.year":"1950"})");
}

TEST_CASE("resources stand with the steps that use them, named from the plugin's folder") {
  const auto identities = World().Identities({
      {"/home/a/lib/work/data/z.txt", "aa", {"count", "in"}},
      {"/home/a/lib/work/data/../data/nl.txt", "bb", {"count"}},
      {"/usr/share/words", "", {"count"}},
  });
  CHECK(identities[0].resources == std::vector<StepResource>{{"data/z.txt", "aa"}});
  CHECK(identities[1].resources == std::vector<StepResource>{{"/usr/share/words", ""},
                                                             {"data/nl.txt", "bb"},
                                                             {"data/z.txt", "aa"}});
  CHECK(identities[2].resources.empty());
}

TEST_CASE("a project and a program that were moved are the same") {
  const auto at = [](const std::string& home) {
    return World(home).Identities({{home + "/lib/work/data/nl.txt", "bb", {"count"}}});
  };
  CHECK(at("/home/a") == at("/mnt/b/c"));
}

}  // namespace
}  // namespace koppel
