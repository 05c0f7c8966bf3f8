// Documents that cost too much are put aside, and the run goes on.
#include <catch2/catch.hpp>

#include "limits/memory_meter.h"
#include "program.h"

namespace koppel {
namespace {

constexpr char kTrouble[] = "  - use: probe.trouble\n";

struct World {
  TemporaryFolder folder;

  World() {
    folder.Write("in/a.txt", "goed");
    folder.Write("in/z.txt", "ook goed");
  }
  Outcome Run(std::string_view limits, std::vector<std::string> more = {}) const {
    const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble, limits));
    std::vector<std::string> arguments = {
        "run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunKoppel(arguments);
  }
  std::int64_t Count(const std::string& key) const {
    return Number(folder / "out/run.json", "/counts/" + key);
  }
  bool Says(std::string_view text) const {
    return ReadText(folder / "out/quarantine/index.jsonl").find(text) != std::string::npos;
  }
};

TEST_CASE("a document for which a step takes too long is quarantined, and the others stand") {
  const World world;
  world.folder.Write("in/b.txt", "LATE");
  SECTION("by the limit of every step") {
    CHECK(world.Run("limits: {step: {seconds: 0.1}}\n").status == 3);
    CHECK(world.Says("more than the 0.1 s that `limits` of the pipeline gives to this step"));
  }
  SECTION("by the limit of the document") {
    CHECK(world.Run("limits: {document: {seconds: 0.1}}\n").status == 3);
    CHECK(world.Says("more than the 0.1 s that `limits` of the pipeline gives to all steps"));
  }
  CHECK(world.Says("\"step\":\"probe.trouble\",\"kind\":\"limit\""));
  CHECK(world.Count("output") == 2);
  CHECK(world.Count("quarantined") == 1);
}

TEST_CASE("a document for which a step takes too much memory is quarantined") {
  if (!KOPPEL_METERS_MEMORY) return;
  const World world;
  world.folder.Write("in/b.txt", "GREEDY");
  CHECK(world.Run("").status == 0);
  CHECK(world.Run("limits: {step: {megabytes: 100}}\n", {"--fresh"}).status == 3);
  CHECK(world.Says("more than the 100 MB of memory that `limits` of the pipeline gives to this"));
  CHECK(world.Run("limits: {document: {megabytes: 50}}\n", {"--fresh"}).status == 3);
  CHECK(world.Says("more than the 50 MB of memory that `limits` of the pipeline gives to all"));
  CHECK(world.Count("output") == 2);
}

TEST_CASE("limits that are not exceeded change nothing") {
  const World world;
  CHECK(world.Run("").status == 0);
  const std::string before = ReadText(world.folder / "out/documents.jsonl");
  CHECK(world
            .Run("limits: {step: {seconds: 60, megabytes: 500}, document: {seconds: 60}}\n",
                 {"--fresh"})
            .status == 0);
  CHECK(ReadText(world.folder / "out/documents.jsonl") == before);
}

TEST_CASE("a step that never comes back ends the run, and the next run goes on without it") {
  const World world;
  world.folder.Write("in/b.txt", "STUCK");
  const std::string limits = "limits: {step: {seconds: 0.1}}\n";
  const Outcome stuck = world.Run(limits);
  CHECK(stuck.status == 1);
  CHECK(stuck.err.find("probe.trouble: b: does not come back") != std::string::npos);
  const Outcome next = world.Run(limits);
  CHECK(next.status == 3);
  CHECK(world.Says("did not come back from this document in an earlier run"));
  CHECK(world.Count("output") == 2);
}

TEST_CASE("limits that have changed give what was put aside another chance") {
  const World world;
  world.folder.Write("in/b.txt", "LATE");
  CHECK(world.Run("limits: {step: {seconds: 0.1}}\n").status == 3);
  CHECK(world.Run("limits: {step: {seconds: 0.2}}\n").status == 3);
  CHECK(world.Says("more than the 0.2 s"));
}

TEST_CASE("what a step leaves when it is told to stop is not used again") {
  const World world;
  world.folder.Write("in/b.txt", "LATE");
  const std::string pipeline = world.folder.Write("p.yaml", PipelineText(kTrouble));
  const std::string out = (world.folder / "out").string();
  const Outcome stopped =
      RunKoppelUntil({"run", pipeline, "--input", (world.folder / "in").string(), "--out", out},
                     world.folder / "out/.koppel/steps.json");
  CHECK(stopped.status == 130);
  // The step waits again, and is stopped by its limit now.
  CHECK(world.Run("limits: {step: {seconds: 0.1}}\n").status == 3);
  CHECK(world.Says("more than the 0.1 s"));
}

TEST_CASE("limits are checked like everything in a pipeline file") {
  const World world;
  const auto refused = [&](std::string_view limits, std::string_view why) {
    const Outcome run = world.Run(limits);
    CHECK(run.status == 2);
    CAPTURE(run.err);
    CHECK(run.err.find(why) != std::string::npos);
  };
  refused("limits: {steps: {seconds: 1}}\n", "did you mean 'step'");
  refused("limits: {step: {seconds: -1}}\n", "'seconds' must be");
  refused("limits: {step: {megabytes: lots}}\n", "'megabytes' must be");
  refused("limits: {document: {second: 1}}\n", "did you mean 'seconds'");
}

}  // namespace
}  // namespace koppel
