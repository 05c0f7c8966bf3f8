// The order of the files is the pipeline's, whatever becomes of the run on its way.
#include <catch2/catch.hpp>

#include <filesystem>

#include "program.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr char kSteps[] =
    "  - use: probe.census\n  - {id: wait, use: probe.slow, with: {milliseconds: 1}}\n";

// Pages 1 to 12 of a book, and a preface that the alphabet would put behind them.
struct World {
  TemporaryFolder folder;
  fs::path out = folder / "out";
  std::string pipeline;

  explicit World(const std::string& order) { Order(order); }

  void Order(const std::string& order) {
    for (int i = 1; i <= 12; ++i)
      folder.Write("in/page" + std::to_string(i) + ".txt", "bladzijde " + std::to_string(i));
    folder.Write("preface.txt", "vooraf");
    pipeline = folder.Write("p.yaml", PipelineText(kSteps, "order: " + order + "\n"));
  }
  std::vector<std::string> Words(std::vector<std::string> more, const fs::path& to) const {
    more.insert(more.begin(), {"run", pipeline, "--input", (folder / "preface.txt").string(),
                               "--input", (folder / "in").string(), "--out", to.string()});
    return more;
  }
  void Run(const std::vector<std::string>& more = {}) const {
    const koppel::Outcome run = RunKoppel(Words(more, out));
    INFO(run.err);
    REQUIRE(run.status == 0);
  }
  // The ids in documents.jsonl, without what all pages have in common.
  std::string Ids(const fs::path& to) const {
    std::string ids;
    for (const std::string& line : Lines(to / "documents.jsonl")) {
      const std::size_t begin = line.find("\"id\":\"") + 6;
      std::string id = line.substr(begin, line.find('"', begin) - begin);
      if (id.starts_with("page")) id.erase(0, 4);
      ids += id + " ";
    }
    return ids;
  }
  std::string Ids() const { return Ids(out); }
};

constexpr char kByPath[] = "1 10 11 12 2 3 4 5 6 7 8 9 preface ";
constexpr char kNatural[] = "1 2 3 4 5 6 7 8 9 10 11 12 preface ";
constexpr char kGiven[] = "preface 1 10 11 12 2 3 4 5 6 7 8 9 ";

TEST_CASE(
    "documents are written in the order that the pipeline names, with any threads and parts") {
  for (const auto& [order, ids] :
       {std::pair("path", kByPath), {"natural", kNatural}, {"given", kGiven}}) {
    const World world(order);
    std::string documents, digests;
    for (const char* threads : {"1", "2", "8"}) {
      for (const char* part : {"1", "1MB"}) {
        world.Run({"--threads", threads, "--part-size", part, "--fresh"});
        CHECK(world.Ids() == ids);
        if (documents.empty()) documents = ReadText(world.out / "documents.jsonl");
        if (digests.empty()) digests = ReadText(world.out / "digests.jsonl");
        CHECK(ReadText(world.out / "documents.jsonl") == documents);
        CHECK(ReadText(world.out / "digests.jsonl") == digests);
      }
    }
  }
}

TEST_CASE("another order writes anew, from the stored work") {
  World world("path");
  world.Run();
  world.Order("natural");
  world.Run();
  CHECK(world.Ids() == kNatural);
  CHECK(Number(world.out / "run.json", "/counts/reused") == 13);
}

TEST_CASE("as given, another order on the command line is another run") {
  const World world("given");
  world.Run();
  const auto swapped = [&world](const std::string& command) {
    return RunKoppel({command, world.pipeline, "--input", (world.folder / "in").string(), "--input",
                      (world.folder / "preface.txt").string(), "--out", world.out.string()});
  };
  CHECK(swapped("explain-cache").out.find("the same files come in another order") !=
        std::string::npos);
  REQUIRE(swapped("run").status == 0);
  CHECK(swapped("explain-cache").out.find("in another order") == std::string::npos);
  CHECK(world.Ids() == kByPath);
}

TEST_CASE("a run that was interrupted goes on in its order") {
  const World world("natural");
  const koppel::Outcome stopped = RunKoppelUntil(
      world.Words({"--set", "wait.milliseconds=100", "--threads", "1", "--part-size", "1"},
                  world.out),
      world.out / ".koppel/store/000003.kpack");
  REQUIRE(stopped.status == 130);
  world.Run({"--set", "wait.milliseconds=100"});
  CHECK(world.Ids() == kNatural);
  CHECK(Number(world.out / "run.json", "/counts/reused") >= 3);
}

TEST_CASE("verify runs in the order that was recorded") {
  for (const char* order : {"natural", "given"}) {
    const World world(order);
    world.Run();
    const koppel::Outcome verified = RunKoppel({"verify", world.out.string()});
    INFO(verified.out << verified.err);
    CHECK(verified.status == 0);
  }
}

TEST_CASE("a lock holds the order of what was given only where it counts") {
  for (const auto& [order, status] : {std::pair("given", 4), {"path", 0}}) {
    const World world(order);
    const std::string lock = (world.folder / "koppel.lock").string();
    const std::string preface = (world.folder / "preface.txt").string();
    const std::string in = (world.folder / "in").string();
    REQUIRE(RunKoppel({"lock", world.pipeline, "--input", preface, "--input", in, "--out", lock})
                .status == 0);
    const koppel::Outcome run = RunKoppel({"run", world.pipeline, "--input", in, "--input", preface,
                                           "--locked=" + lock, "--out", world.out.string()});
    INFO(run.err);
    CHECK(run.status == status);
    CHECK((run.err.find("parameter pipeline.order.given: was ") != std::string::npos) ==
          (status != 0));
  }
}

}  // namespace
}  // namespace koppel
