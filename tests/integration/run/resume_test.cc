// A run goes on from what its folder holds, and ends as if it had not been interrupted.
#include <catch2/catch.hpp>

#include <filesystem>
#include <map>

#include "program.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr char kSteps[] =
    "  - use: probe.census\n"
    "  - use: probe.trouble\n"
    "  - {id: wait, use: probe.slow, with: {milliseconds: 1}}\n";

// Every file of an output folder but those that say how long it took, by path.
std::map<std::string, std::string> Content(const fs::path& out) {
  std::map<std::string, std::string> content;
  for (const auto& entry : fs::recursive_directory_iterator(out)) {
    const std::string path = entry.path().lexically_relative(out).generic_string();
    if (!entry.is_regular_file() || path == "run.json" || path.starts_with(".koppel/")) continue;
    content[path] = ReadText(entry.path());
  }
  return content;
}

struct World {
  TemporaryFolder folder;
  std::string pipeline = folder.Write("p.yaml", PipelineText(kSteps));
  fs::path out = folder / "out";

  World() {
    for (int i = 0; i < 20; ++i)
      folder.Write("in/" + std::to_string(i) + ".txt", "tekst nummer " + std::to_string(i));
    folder.Write("in/filter.txt", "FILTER");
    folder.Write("in/throw.txt", "THROW");
    folder.Write("in/bad.txt.gz", "no gzip");
  }

  Outcome Run(std::vector<std::string> more = {}, const fs::path& to = {}) const {
    std::vector<std::string> arguments = {"run",     pipeline,
                                          "--input", (folder / "in").string(),
                                          "--out",   (to.empty() ? out : to).string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunKoppel(arguments);
  }
  std::int64_t Count(const std::string& key) const {
    return Number(out / "run.json", "/counts/" + key);
  }
  // Of the step at that place of run.json, readers first.
  std::int64_t Step(int place, const std::string& key) const {
    return Number(out / "run.json", "/steps/" + std::to_string(place) + "/" + key);
  }
  // What a run of today's files gives in a folder of its own.
  void RequireAsUndisturbed() const {
    const fs::path fresh = folder / "fresh";
    fs::remove_all(fresh);
    Run({}, fresh);
    REQUIRE(Content(out) == Content(fresh));
  }
};

TEST_CASE("a run that is complete is not done again, and says so with the same exit status") {
  const World world;
  const Outcome first = world.Run();
  const auto content = Content(world.out);
  const auto written = fs::last_write_time(world.out / "documents.jsonl");
  const Outcome second = world.Run();
  CHECK(first.status == 3);
  CHECK(second.status == 3);
  CHECK(second.out.find("nothing to do: ") != std::string::npos);
  CHECK(Content(world.out) == content);
  CHECK(fs::last_write_time(world.out / "documents.jsonl") == written);
}

TEST_CASE("an output that somebody changed or removed is written again, from the stored work") {
  const World world;
  world.Run();
  SECTION("changed") { world.folder.Write("out/documents.jsonl", "spoilt"); }
  SECTION("removed") { fs::remove(world.out / "digests.jsonl"); }
  world.Run();
  CHECK(world.Count("reused") == 22);  // all but the one for which the document is not to blame
  world.RequireAsUndisturbed();
}

TEST_CASE("after a parameter was changed, the steps before it are not run again") {
  const World world;
  world.Run();
  world.Run({"--set", "wait.milliseconds=0"});
  CHECK(world.Count("reused") == 2);  // filtered and unreadable before that step
  CHECK(world.Step(0, "reused") == 23);
  CHECK(world.Step(1, "reused") == 22);
  CHECK(world.Step(3, "reused") == 0);
  CHECK(world.Step(3, "documents") == 20);
}

TEST_CASE("after a document was changed, only what depends on it is done again") {
  World world;
  world.pipeline = world.folder.Write("p.yaml", PipelineText("  - use: probe.trouble\n"));
  world.Run();
  world.folder.Write("in/3.txt", "een andere tekst");
  world.folder.Write("in/new.txt", "nieuw");
  fs::remove(world.folder / "in/4.txt");
  world.Run();
  CHECK(world.Count("read") == 23);
  CHECK(world.Count("reused") == 20);
  world.RequireAsUndisturbed();
}

TEST_CASE("a model of the corpus is learned again when the corpus changed, and with it the rest") {
  const World world;
  world.Run();
  world.folder.Write("in/new.txt", "nieuw");
  world.Run();
  CHECK(world.Step(0, "reused") == 23);
  CHECK(world.Step(1, "reused") == 0);
  world.RequireAsUndisturbed();
}

TEST_CASE("files of documents that are gone go too, and the user's own stay") {
  World world;
  world.pipeline = world.folder.Write(
      "p.yaml", "koppel: 1\nname: test\nread: {use: read.text}\nwrite: {use: write.text}\n");
  world.Run();
  REQUIRE(fs::exists(world.out / "text/4.txt"));
  world.folder.Write("out/text/mine.txt", "the user's own");
  world.folder.Write("out/notes.txt", "the user's own");
  fs::remove(world.folder / "in/4.txt");
  world.Run();
  CHECK_FALSE(fs::exists(world.out / "text/4.txt"));
  CHECK(fs::exists(world.out / "text/3.txt"));
  CHECK(fs::exists(world.out / "text/mine.txt"));
  CHECK(fs::exists(world.out / "notes.txt"));
}

TEST_CASE("a run that was interrupted goes on where it was, and ends as an undisturbed one") {
  const World world;
  const Outcome stopped = RunKoppelUntil(
      {"run", world.pipeline, "--input", (world.folder / "in").string(), "--out",
       world.out.string(), "--set", "wait.milliseconds=100", "--threads", "1", "--part-size", "1"},
      world.out / ".koppel/store/000003.kpack");
  CHECK(stopped.status == 130);
  world.Run({"--set", "wait.milliseconds=100"});
  CHECK(world.Count("reused") >= 3);
  CHECK(world.Count("read") == 23);
  world.RequireAsUndisturbed();
}

TEST_CASE("parts of any size and any number of threads give the same output") {
  const World world;
  world.Run({"--threads", "1"});
  for (const char* threads : {"2", "8"}) {
    for (const char* part : {"1", "50", "1MB"}) {
      world.Run({"--threads", threads, "--part-size", part, "--fresh"});
      world.RequireAsUndisturbed();
    }
  }
}

TEST_CASE("a second run in the same folder is refused while the first one works") {
  const World world;
  fs::create_directories(world.out / ".koppel");
  world.folder.Write("out/.koppel/claim", "elsewhere/x/y\n12\n1\n2026-01-01T00:00:00Z\n");
  const Outcome second = world.Run();
  CHECK(second.status == 1);
  CHECK(second.err.find("another run (process 12 on elsewhere, since 2026-01-01T00:00:00Z)") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(world.out / "documents.jsonl"));
}

TEST_CASE("--fresh does all of the work again, and --keep 0 keeps none of it") {
  const World world;
  world.Run();
  world.Run({"--fresh"});
  CHECK(world.Count("reused") == 0);
  world.Run({"--fresh", "--keep", "0"});
  CHECK_FALSE(fs::exists(world.out / ".koppel/store/000001.kpack"));
  fs::remove(world.out / "documents.jsonl");
  world.Run();
  CHECK(world.Count("reused") == 0);
}

TEST_CASE("stored work that is damaged is done again") {
  const World world;
  world.Run();
  for (const auto& entry : fs::recursive_directory_iterator(world.out / ".koppel")) {
    if (entry.is_regular_file()) fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  }
  world.Run();
  CHECK(world.Count("read") == 23);
  world.RequireAsUndisturbed();
}

}  // namespace
}  // namespace koppel
