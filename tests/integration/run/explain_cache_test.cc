// `koppel explain-cache` foretells what `koppel run` then does.
#include <catch2/catch.hpp>

#include <filesystem>

#include "program.h"

namespace koppel {
namespace {

using Catch::Contains;
namespace fs = std::filesystem;

constexpr char kSteps[] =
    "  - use: probe.trouble\n"
    "  - {id: wait, use: probe.slow, with: {milliseconds: 1}}\n"
    "  - {id: last, use: probe.slow, with: {milliseconds: 0}}\n";

struct World {
  TemporaryFolder folder;
  std::string pipeline = folder.Write("p.yaml", PipelineText(kSteps));
  fs::path out = folder / "out";

  World() {
    for (int i = 0; i < 5; ++i)
      folder.Write("in/" + std::to_string(i) + ".txt", "tekst nummer " + std::to_string(i));
    folder.Write("in/filter.txt", "FILTER");
    folder.Write("in/throw.txt", "THROW");
  }
  Outcome Call(const std::string& command, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {command, pipeline,    "--input", (folder / "in").string(),
                                          "--out", out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunKoppel(arguments);
  }
  // At a JSON pointer of the forecast.
  std::int64_t Told(std::string_view pointer, std::vector<std::string> more = {}) const {
    more.emplace_back("--json");
    return Number(folder.Write("told.json", Call("explain-cache", more).out), pointer);
  }
};

TEST_CASE("before the first run nothing is stored, and nothing is written") {
  const World world;
  const Outcome told = world.Call("explain-cache");
  CHECK(told.status == 0);
  CHECK_THAT(told.out, Contains("7  not at all"));
  CHECK_FALSE(fs::exists(world.out));
}

TEST_CASE("after a run nothing is to be done, and looking does not change that") {
  World world;
  fs::remove(world.folder / "in/throw.txt");
  world.Call("run");
  CHECK_THAT(world.Call("explain-cache").out,
             Contains("nothing to do: this very run is complete since") &&
                 Contains("6  used again whole"));
  CHECK_THAT(world.Call("run").out, Contains("nothing to do"));
}

TEST_CASE("a changed parameter is told with its values, and the steps that follow it") {
  const World world;
  world.Call("run");
  const std::vector<std::string> change = {"--set", "wait.milliseconds=2"};
  CHECK_THAT(world.Call("explain-cache", change).out, Contains("parameter milliseconds: 1 → 2") &&
                                                          Contains("as before, but follows wait") &&
                                                          Contains("5  from wait on"));
  CHECK(world.Told("/whole", change) == 1);   // filtered before
  CHECK(world.Told("/failed", change) == 1);  // it threw: the document may not be to blame
  CHECK(world.Told("/steps/0/stored", change) == 5);
  world.Call("run", change);
  CHECK(Number(world.out / "run.json", "/counts/reused") == 1);
  CHECK(Number(world.out / "run.json", "/steps/2/reused") == 0);
}

TEST_CASE("new, changed and missing inputs are counted as the run then finds them") {
  const World world;
  world.Call("run");
  world.folder.Write("in/new.txt", "nieuw");
  world.folder.Write("in/1.txt", "anders");
  fs::remove(world.folder / "in/2.txt");
  CHECK(world.Told("/new") == 1);
  CHECK(world.Told("/changed") == 1);
  CHECK(world.Told("/gone") == 1);
  CHECK(world.Told("/whole") == 4);
  CHECK(world.Told("/none") == 2);
  CHECK(world.Told("/part") == 1);
  world.Call("run");
  CHECK(Number(world.out / "run.json", "/counts/reused") == 4);
}

TEST_CASE("steps that came and went are named") {
  World world;
  world.Call("run");
  world.pipeline = world.folder.Write(
      "p.yaml", PipelineText("  - use: probe.trouble\n"
                             "  - {id: other, use: probe.slow, with: {milliseconds: 0}}\n"
                             "  - {id: last, use: probe.slow, with: {milliseconds: 0}}\n"));
  CHECK_THAT(world.Call("explain-cache").out, Contains("the step wait is gone") &&
                                                  Contains("5  from other on") &&
                                                  Contains("follows other"));
  world.pipeline = world.folder.Write("p.yaml", PipelineText("  - use: probe.trouble\n"));
  CHECK_THAT(world.Call("explain-cache").out,
             Contains("all of the steps, but not what was done after them"));
}

TEST_CASE("an observer learns again when the inputs changed, and says which") {
  World world;
  world.pipeline =
      world.folder.Write("p.yaml", PipelineText(std::string("  - use: probe.census\n") + kSteps));
  world.Call("run");
  world.folder.Write("in/new.txt", "nieuw");
  CHECK_THAT(world.Call("explain-cache").out, Contains("learns its model again (inputs: 1 new)") &&
                                                  Contains("from probe.census on"));
}

TEST_CASE("changed limits and another order are named, and no step runs for them") {
  World world;
  world.Call("run");
  world.pipeline = world.folder.Write(
      "p.yaml", PipelineText(kSteps, "order: natural\nlimits: {step: {seconds: 60}}\n"));
  CHECK_THAT(world.Call("explain-cache").out,
             Contains("order: path → natural") && Contains("limits of wait: new, 60 s") &&
                 Contains("wait                 as before\n") && Contains("6  used again whole"));
  CHECK(world.Told("/unchanged") == -1);
  world.Call("run");
  CHECK(Number(world.out / "run.json", "/counts/reused") == 6);
}

}  // namespace
}  // namespace koppel
