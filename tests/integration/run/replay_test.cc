// What was put aside is listed, shown, mended and given in again.
#include <catch2/catch.hpp>

#include "koppel/io.h"
#include "program.h"

namespace koppel {
namespace {

struct World {
  TemporaryFolder folder;
  std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.census\n"
                                                             "  - use: probe.trouble\n"));
  std::string out = (folder / "out").string();

  World() {
    folder.Write("in/a.txt", "eerste");
    folder.Write("in/b.txt", "FAIL tweede");
    folder.Write("in/c.txt", "derde");
    folder.Write("in/d.txt.gz", "no gzip");
    folder.Write("in/e.txt", "vijfde");
    CHECK(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out}).status ==
          3);
  }
  Outcome Quarantine(std::vector<std::string> words) const {
    words.insert(words.begin(), "quarantine");
    return RunKoppel(words);
  }
  std::vector<std::string> Ids() const {
    std::vector<std::string> ids;
    for (const std::string& line : Lines(folder / "out/digests.jsonl"))
      ids.push_back(line.substr(13, line.find('"', 13) - 13));
    return ids;
  }
};

std::string Sha256Of(std::string_view bytes) { return Hex(Sha256(bytes)); }

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a quarantine is listed and shown") {
  const World world;
  const Outcome list = world.Quarantine({"list", world.out});
  CHECK(list.status == 0);
  CHECK(Has(list.out, "2 put aside"));
  CHECK(Has(list.out, "probe.trouble: bad_input: refused by the probe"));
  const Outcome show = world.Quarantine({"show", world.out, "b"});
  CHECK(show.status == 0);
  CHECK(Has(show.out, "FAIL tweede\n"));
  const Outcome wrong = world.Quarantine({"show", world.out, "x"});
  CHECK(wrong.status == 2);
  CHECK(Has(wrong.err, "x"));
  CHECK(Lines(world.folder / "out/quarantine/index.jsonl").size() == 2);
}

TEST_CASE("a document that was mended takes its place in the order, and the others stay") {
  const World world;
  SECTION("in the quarantine") {
    world.folder.Write("out/quarantine/000001-b.txt", "tweede, hersteld");
  }
  SECTION("at its origin") { world.folder.Write("in/b.txt", "tweede, hersteld"); }
  const Outcome replay = world.Quarantine({"replay", world.out});
  CAPTURE(replay.err);
  CHECK(replay.status == 3);
  CHECK(world.Ids() == std::vector<std::string>{"a", "b", "c", "e"});
  CHECK(Has(ReadText(world.folder / "out/documents.jsonl"), "tweede, hersteld"));
  CHECK(Number(world.folder / "out/run.json", "/counts/quarantined") == 1);
  const std::vector<std::string> left = Lines(world.folder / "out/quarantine/index.jsonl");
  REQUIRE(left.size() == 1);
  CHECK(Has(left[0], "\"document\":\"d\""));
}

TEST_CASE("a replay of documents that fail again leaves the quarantine as it was") {
  const World world;
  const std::string index = ReadText(world.folder / "out/quarantine/index.jsonl");
  CHECK(world.Quarantine({"replay", world.out}).status == 3);
  CHECK(ReadText(world.folder / "out/quarantine/index.jsonl") == index);
  CHECK(ReadText(world.folder / "out/quarantine/000001-b.txt") == "FAIL tweede");
  CHECK(world.Ids() == std::vector<std::string>{"a", "c", "e"});
}

TEST_CASE("what was mended stays mended, one document after the other") {
  const World world;
  world.folder.Write("out/quarantine/000001-b.txt", "tweede, hersteld");
  CHECK(world.Quarantine({"replay", world.out}).status == 3);
  const std::filesystem::path left = world.folder / "out/quarantine/000001-d.txt.gz";
  REQUIRE(std::filesystem::exists(left));
  // A text is no gzip either: the second try is put aside as it is, and mended again.
  world.folder.Write("out/quarantine/000001-d.txt.gz", "FAIL vierde");
  CHECK(world.Quarantine({"replay", world.out}).status == 3);
  CHECK(world.Ids() == std::vector<std::string>{"a", "b", "c", "e"});
  CHECK(ReadText(left) == "FAIL vierde");
  std::filesystem::remove_all(left);
  std::filesystem::copy_file(KOPPEL_SOURCE_DIR "/pipelines/sample/annual_report.txt.gz", left);
  const std::vector<std::string> all = {"a", "b", "c", "d", "e"};
  CHECK(world.Quarantine({"replay", world.out}).status == 0);
  CHECK(world.Ids() == all);
  SECTION("in a replay for nothing") {
    CHECK(world.Quarantine({"replay", world.out}).status == 0);
    CHECK(world.Ids() == all);
  }
  SECTION("in another run") {
    CHECK(RunKoppel({"run", world.pipeline, "--input", (world.folder / "in").string(), "--out",
                     world.out, "--fresh"})
              .status == 0);
    CHECK(world.Ids() == all);
  }
  SECTION("until the original changes") {
    world.folder.Write("in/b.txt", "tweede, nieuw");
    CHECK(RunKoppel({"run", world.pipeline, "--input", (world.folder / "in").string(), "--out",
                     world.out})
              .status == 0);
    CHECK(Has(ReadText(world.folder / "out/documents.jsonl"), "tweede, nieuw"));
  }
}

TEST_CASE("a plain run loses nothing that was mended in the quarantine, and is foreseen") {
  const World world;
  const auto forecast = [&] {
    return RunKoppel({"explain-cache", world.pipeline, "--input", (world.folder / "in").string(),
                      "--out", world.out})
        .out;
  };
  CHECK(Has(forecast(), "nothing to do"));
  world.folder.Write("out/quarantine/000001-b.txt", "tweede, hersteld");
  CHECK_FALSE(Has(forecast(), "nothing to do"));
  CHECK(ReadText(world.folder / "out/quarantine/000001-b.txt") == "tweede, hersteld");
  CHECK(RunKoppel(
            {"run", world.pipeline, "--input", (world.folder / "in").string(), "--out", world.out})
            .status == 3);
  CHECK(world.Ids() == std::vector<std::string>{"a", "b", "c", "e"});
}

TEST_CASE("a run with mended documents says so, and can be verified") {
  const World world;
  world.folder.Write("out/quarantine/000001-b.txt", "tweede, hersteld");
  CHECK(world.Quarantine({"replay", world.out}).status == 3);
  const std::string inputs = ReadText(world.folder / "out/run.inputs.jsonl");
  CHECK(Has(inputs, Sha256Of("FAIL tweede")));
  CHECK(Has(inputs, Sha256Of("tweede, hersteld")));
  CHECK(Has(inputs, "\"in_place_of\": "));
  CHECK(Has(ReadText(world.folder / "out/run.json"), "read as mended by hand"));
  const Outcome verify = RunKoppel({"verify", world.out});
  CAPTURE(verify.err, verify.out);
  CHECK(verify.status == 0);
}

TEST_CASE("one record of a file can be mended") {
  const TemporaryFolder folder;
  folder.Write("in/r.jsonl", "{\"text\": \"een\"}\n{\"text\": \"FAIL\"}\n{\"text\": \"drie\"}\n");
  const std::string pipeline = folder.Write(
      "p.yaml",
      "koppel: 1\nname: test\nread: {use: read.jsonl}\nsteps:\n  - use: probe.trouble\n"
      "write: {use: write.jsonl, with: {path: documents.jsonl}}\n");
  const std::string out = (folder / "out").string();
  CHECK(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out}).status ==
        3);
  for (const auto& entry : std::filesystem::directory_iterator(folder / "out/quarantine")) {
    if (entry.path().extension() != ".jsonl" || entry.path().filename() != "index.jsonl")
      folder.Write("out/quarantine/" + entry.path().filename().string(), "{\"text\": \"twee\"}");
  }
  CHECK(RunKoppel({"quarantine", "replay", out}).status == 0);
  const std::vector<std::string> lines = Lines(folder / "out/documents.jsonl");
  REQUIRE(lines.size() == 3);
  CHECK(Has(lines[1], "twee"));
  CHECK(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out, "--fresh"})
            .status == 0);
  CHECK(Lines(folder / "out/documents.jsonl") == lines);
}

TEST_CASE("a locked run refuses a folder with mended documents before it reads anything") {
  const World world;
  const std::string lock = (world.folder / "koppel.lock").string();
  const std::string in = (world.folder / "in").string();
  REQUIRE(RunKoppel({"lock", world.pipeline, "--input", in, "--out", lock}).status == 0);
  const std::vector<std::string> locked = {"run",   world.pipeline, "--input",         in,
                                           "--out", world.out,      "--locked=" + lock};
  CHECK(RunKoppel(locked).status == 3);
  world.folder.Write("out/quarantine/000001-b.txt", "tweede, hersteld");
  const Outcome run = RunKoppel(locked);
  CHECK(run.status == 4);
  CHECK(Has(run.err, "are mended by hand, which the lock does not know"));
  CHECK(ReadText(world.folder / "out/quarantine/000001-b.txt") == "tweede, hersteld");
}

}  // namespace
}  // namespace koppel
