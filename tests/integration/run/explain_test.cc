// `koppel explain` on what a real run left behind.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

#include "program.h"

namespace koppel {
namespace {

using Catch::Contains;

constexpr char kText[] =
    "Caf\xE9 De organi-\nsatie van de organisatie  is een organisatie. Heel fijn.\n";

struct World {
  TemporaryFolder folder;
  std::string out = (folder / "out").string();

  World() {
    folder.Write("in/a:1.txt", kText);
    folder.Write("in/b.txt", "FILTER");
    folder.Write("in/c.txt", "THROW");
    const std::string pipeline =
        folder.Write("p.yaml",
                     "koppel: 1\nname: test\nread: {use: read.text}\nsteps:\n"
                     "  - use: probe.trouble\n"
                     "  - {id: heal, use: text.dehyphenate, with: {language: nl}}\n"
                     "  - use: text.paragraphs\n  - use: segment.tokens\n"
                     "  - {id: never, use: probe.slow, when: {metadata: {encoding: utf-16be}}}\n"
                     "write: {use: write.text}\n");
    REQUIRE(
        RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out}).status ==
        3);
  }
  Outcome Explain(const std::string& place, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"explain", out, place};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunKoppel(arguments);
  }
};

TEST_CASE("the way of a document is told step by step") {
  const World world;
  const Outcome told = world.Explain("a:1");
  CHECK(told.status == 0);
  CHECK_THAT(told.out, Contains("2 heal (text.dehyphenate, plugin text "));
  CHECK_THAT(told.out, Contains("corpus_joined 1") && Contains("layers: token 13"));
  CHECK_THAT(told.out,
             Contains(R"(passed over: its `when` {"metadata.encoding":"utf-16be"} did not hold)"));
  CHECK_THAT(world.Explain("a:1", {"--json"}).out, Contains(R"("effect": "passed_over")"));
}

TEST_CASE("the source is found from any folder, also where the run named it relative to its own") {
  const World world;
  const std::string command = "cd '" + world.folder.path().string() +
                              "' && '" KOPPEL_BINARY_DIR
                              "/bin/koppel' run p.yaml --input in/b.txt "
                              "--input in/a:1.txt --out '" +
                              world.out + "' -q 2>&1";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
  const std::string told = world.Explain("a:1:10..20", {"--source"}).out;
  CHECK_THAT(told, Contains("bytes 10..20 (10 bytes)") && Contains("gani-⏎sati"));
  CHECK_THAT(told, !Contains("not there any more"));
}

TEST_CASE("a document that did not come out tells where it stopped and why") {
  const World world;
  CHECK_THAT(world.Explain("b").out, Contains("filtered at probe.trouble: filtered by the probe"));
  CHECK_THAT(world.Explain("c").out, Contains("quarantined at probe.trouble: ") &&
                                         Contains("thrown by the probe") &&
                                         Contains("0 read.text"));
}

TEST_CASE("a place is told from the newest edit back to the bytes of the source") {
  const World world;
  const Outcome told = world.Explain("a:1:9");
  CHECK(told.status == 0);
  CHECK_THAT(told.out, Contains("a:1, bytes 9..20 of the text"));
  CHECK_THAT(told.out, Contains("hyphen: join; rule corpus_joined, confidence"));
  CHECK_THAT(told.out, Contains("…Café De organi[-⏎]satie van"));
  CHECK_THAT(told.out, Contains("evidence: ") && Contains("source 14..16"));
  CHECK_THAT(told.out, Contains("bytes 8..21 (13 bytes)") && Contains("\"organi-⏎satie\""));
  CHECK_THAT(told.out, Contains("by segment.tokens (plugin segment"));
  // The same place by other ways.
  for (const char* way : {"a:1:12", "a:1:9..20", "a:1:organisatie", "a:1:\"organisatie\""})
    CHECK_THAT(world.Explain(way).out, Contains("bytes 8..21 (13 bytes)"));
  CHECK_THAT(world.Explain("a:1:10", {"--source"}).out, Contains("bytes 8..21 (13 bytes)"));
  CHECK_THAT(world.Explain("a:1:organi-\nsatie").out,
             Contains("these words stood in the text before heal, at 9..22"));
}

TEST_CASE("bytes of the source are shown as they are there") {
  const World world;
  CHECK_THAT(world.Explain("a:1:0").out, Contains("bytes 0..4 (4 bytes)\n  \"Caf\\xe9\""));
  CHECK_THAT(world.Explain("a:1:0", {"--json"}).out, Contains(R"("hex": "436166e9")"));
  world.folder.Write("in/a:1.txt", "something else");
  CHECK_THAT(world.Explain("a:1:0").out,
             Contains("the file has changed; as it was read\n  \"Café\""));
}

TEST_CASE("documents, places and folders that are not there are refused with help, status 2") {
  const World world;
  const auto refused = [&](const std::string& place, const std::string& why) {
    const Outcome told = world.Explain(place);
    CHECK(told.status == 2);
    CHECK_THAT(told.err, Contains(why));
  };
  refused("a:2", "did you mean 'a:1'?");
  refused("a:1:4", "offset 4 is inside the character 'é' of bytes 3..5; give 3");
  refused("a:1:9999", "is outside the text, which has ");
  refused("a:1:20..9", "ends before it begins");
  refused("a:1:nergens", "stands nowhere in the text, nor did it before");
  CHECK_THAT(world.Explain("a:1:9999", {"--source"}).err, Contains("behind all of the text"));
  const Outcome none = RunKoppel({"explain", world.folder.path().string(), "a"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("--keep 0"));
}

}  // namespace
}  // namespace koppel
