// `koppel diff` and `koppel verify` on what real runs wrote.
#include <catch2/catch.hpp>
#include <filesystem>

#include "program.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

constexpr char kSteps[] =
    "  - use: text.normalize\n"
    "  - {use: text.dehyphenate, with: {language: nl}}\n"
    "  - use: probe.census\n"
    "  - use: segment.tokens\n";

struct World {
  TemporaryFolder folder;
  std::string pipeline = folder.Write("p.yaml", PipelineText(kSteps));

  World() {
    folder.Write("in/a.txt", "De organi-\nsatie van de organisatie is een organisatie.\n");
    folder.Write("in/b.txt", "Niets te doen.\n");
    folder.Write("in/c.txt", "Nog een tekst.\n");
    Run("one");
  }

  std::string Out(const std::string& name) const { return (folder / name).string(); }
  void Run(const std::string& name, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"run",   pipeline,  "--input", Out("in"),
                                          "--out", Out(name), "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    REQUIRE(RunKoppel(arguments).status == 0);
  }
  Outcome Diff(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"diff", Out("one"), Out("two")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunKoppel(arguments);
  }
};

TEST_CASE("two runs of the same are equal") {
  const World world;
  world.Run("two", {"--threads", "1"});
  const Outcome diff = world.Diff();
  CHECK(diff.status == 0);
  CHECK_THAT(diff.out, Contains("no differences"));
}

TEST_CASE("a parameter is told as the cause, at the step after which documents differ") {
  const World world;
  world.Run("two", {"--set", "text.dehyphenate.abstain_below=1"});
  const Outcome diff = world.Diff();
  CHECK(diff.status == 4);
  CHECK_THAT(diff.out, Contains("2 equal, 1 different, 0 only in A, 0 only in B"));
  CHECK_THAT(diff.out, Contains("a, after step text.dehyphenate: text, bytes 3..14 of A"));
  CHECK_THAT(diff.out, Contains("A  De ‹organisatie› van"));
  CHECK_THAT(diff.out, Contains("B  De ‹organi-⏎satie› van"));
  CHECK_THAT(diff.out,
             Contains("likely cause: parameter abstain_below: 0.0 → 1.0 of text.dehyphenate"));
  CHECK_THAT(diff.out, Contains("Edits by step and rule") && Contains("Annotations by layer"));
  CHECK_THAT(world.Diff({"--json"}).out, Contains("\"kind\": \"parameter\""));
}

TEST_CASE("one byte of an input is found at the reader, and what was learned of it after that") {
  const World world;
  world.folder.Write("in/c.txt", "Nog een tikst.\n");
  world.Run("two");
  const Outcome diff = world.Diff();
  CHECK(diff.status == 4);
  CHECK_THAT(diff.out, Contains("1 different") && Contains("c, after step read.text: text"));
  CHECK_THAT(diff.out, Contains("‹tekst›") && Contains("‹tikst›"));
  CHECK_THAT(diff.out, Contains("likely cause: input: the bytes of c are different"));
}

TEST_CASE("documents that one run has are listed, and a model that saw them is the cause") {
  const World world;
  world.folder.Write("in/d.txt", "Een document meer.\n");
  world.Run("two");
  const Outcome diff = world.Diff();
  CHECK_THAT(diff.out, Contains("0 equal, 3 different, 0 only in A, 1 only in B"));
  CHECK_THAT(diff.out, Contains("after step probe.census: metadata corpus_size"));
  CHECK_THAT(diff.out, Contains("model: probe.census learned something else from the corpus"));
}

TEST_CASE("a step that one pipeline has is told") {
  World world;
  world.pipeline =
      world.folder.Write("q.yaml", PipelineText("  - use: text.normalize\n  - use: probe.census\n"
                                                "  - use: segment.tokens\n"));
  world.Run("two");
  CHECK_THAT(world.Diff().out, Contains("step text.dehyphenate is only in A"));
}

TEST_CASE("without its store, a run is compared by what its writers wrote") {
  const World world;
  world.Run("two", {"--set", "text.dehyphenate.abstain_below=1"});
  fs::remove_all(world.folder / "two/.koppel");
  const Outcome written = world.Diff();
  CHECK(written.status == 4);
  CHECK_THAT(written.out, Contains("the states after each step were not kept"));
  CHECK_THAT(written.out, Contains("‹organi-⏎satie›"));
  fs::remove(world.folder / "two/documents.jsonl");
  const Outcome digests = world.Diff();
  CHECK(digests.status == 4);
  CHECK_THAT(digests.out, Contains("only digests were"));
  CHECK_THAT(digests.out, !Contains("not used"));
}

TEST_CASE("one document can be compared alone; one that is not there is refused") {
  const World world;
  world.Run("two", {"--set", "text.dehyphenate.abstain_below=1"});
  CHECK(world.Diff({"--document", "b"}).status == 0);
  CHECK(world.Diff({"--document", "a"}).status == 4);
  const Outcome none = world.Diff({"--document", "x"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("no document 'x'"));
  CHECK(RunKoppel({"diff", world.Out("one")}).status == 2);
  CHECK(RunKoppel({"diff", world.Out("one"), world.Out("in")}).status == 2);
}

TEST_CASE("the page holds the differences and nothing that could break out of it") {
  const World world;
  world.folder.Write("in/b.txt", "Niets <script>te</script> doen.\n");
  world.Run("two");
  const std::string page = world.Out("page.html");
  CHECK(world.Diff({"--html", page}).status == 4);
  CHECK_THAT(ReadText(page), Contains("&lt;script&gt;") && !Contains("<script>"));
  CHECK_THAT(ReadText(page), Contains("the bytes of b are different"));
}

TEST_CASE("a baseline is accepted, guards, and is renewed by --accept alone") {
  const World world;
  const std::string baseline = world.Out("baseline");
  const std::vector<std::string> guard = {"diff", world.Out("two"), "--baseline", baseline};
  CHECK(RunKoppel({"diff", world.Out("one"), "--baseline", baseline}).status == 2);
  CHECK(RunKoppel({"diff", world.Out("one"), "--baseline", baseline, "--accept"}).status == 0);
  world.Run("two");
  CHECK(RunKoppel(guard).status == 0);
  world.Run("two", {"--set", "text.dehyphenate.abstain_below=1"});
  const Outcome differs = RunKoppel(guard);
  CHECK(differs.status == 4);
  CHECK_THAT(differs.out, Contains("parameter abstain_below: 0.0 → 1.0"));
  CHECK_THAT(differs.out, Contains("‹organi-⏎satie›") && Contains("Edits by step and rule"));
  CHECK(RunKoppel(guard).status == 4);
  std::vector<std::string> accept = guard;
  accept.push_back("--accept");
  const Outcome accepted = RunKoppel(accept);
  CHECK(accepted.status == 0);
  CHECK_THAT(accepted.out, Contains("1 different") && Contains("accepted 3 documents"));
  CHECK(RunKoppel(guard).status == 0);
}

TEST_CASE("a baseline holds no paths of the machine, and never replaces another folder") {
  const World world;
  const std::string baseline = world.Out("baseline");
  REQUIRE(RunKoppel({"diff", world.Out("one"), "--baseline", baseline, "--accept"}).status == 0);
  for (const auto& entry : fs::recursive_directory_iterator(baseline)) {
    if (entry.is_regular_file()) CHECK_THAT(ReadText(entry.path()), !Contains("\"/"));
  }
  CHECK(RunKoppel({"diff", world.Out("one"), "--baseline", world.Out("in"), "--accept"}).status ==
        2);
  CHECK(fs::exists(world.folder / "in/a.txt"));
}

TEST_CASE("a run that is done again gives the same, whole or in part") {
  const World world;
  world.Run("one", {"--set", "text.dehyphenate.abstain_below=0.5"});
  const Outcome whole = RunKoppel({"verify", world.Out("one")});
  CHECK(whole.err == "");
  CHECK(whole.status == 0);
  CHECK_THAT(whole.out, Contains("3 documents run again, all the same"));
  const Outcome part = RunKoppel({"verify", world.Out("one"), "--sample", "50%"});
  CHECK(part.status == 0);
  CHECK_THAT(part.out, Contains("learned again from the whole corpus"));
}

TEST_CASE("verify runs what was recorded, and tells what has become different since") {
  const World world;
  world.folder.Write("p.yaml", PipelineText("  - use: text.normalize\n"));
  CHECK(RunKoppel({"verify", world.Out("one")}).status == 0);
  world.folder.Write("in/b.txt", "Iets te doen.\n");
  fs::remove(world.folder / "in/c.txt");
  const Outcome changed = RunKoppel({"verify", world.Out("one")});
  CHECK(changed.status == 4);
  CHECK_THAT(changed.out, Contains("the bytes of b are different") && Contains("1 only in A"));
  fs::remove_all(world.folder / "in");
  const Outcome gone = RunKoppel({"verify", world.Out("one")});
  CHECK(gone.status == 2);
  CHECK_THAT(gone.err, Contains("no such input"));
}

TEST_CASE("conditions, limits and odd values of a pipeline are recorded so that they run again") {
  World world;
  world.pipeline = world.folder.Write(
      "q.yaml",
      PipelineText(
          "  - use: text.normalize\n"
          "  - use: language.detect\n"
          "  - {use: probe.slow, with: {milliseconds: 0}, limits: {seconds: 30}}\n"
          "  - {id: never, use: text.paragraphs, when: {metadata: {language: 'odd \"value\"'}}}\n"
          "  - {use: segment.tokens, when: {language: nl}, on_error: skip}\n",
          "on_error: {action: fail, max_rate: 0.25, after: 3}\n"
          "limits: {document: {seconds: 60, megabytes: 500}}\n"));
  world.Run("one");
  const Outcome again = RunKoppel({"verify", world.Out("one")});
  CHECK(again.err == "");
  CHECK(again.status == 0);
  CHECK_THAT(again.out, Contains("3 documents run again, all the same"));
}

TEST_CASE("verify finds an output that was changed or is gone") {
  const World world;
  const std::filesystem::path file = world.folder / "one/documents.jsonl";
  const std::string text = ReadText(file);
  SECTION("changed") { world.folder.Write("one/documents.jsonl", "x" + text); }
  SECTION("gone") { std::filesystem::remove(file); }
  const Outcome verify = RunKoppel({"verify", world.Out("one")});
  CHECK(verify.status == 4);
  CHECK(verify.err.find("documents.jsonl is not what the run wrote") != std::string::npos);
}

TEST_CASE("a sample is never of nothing") {
  const World world;
  const Outcome verify = RunKoppel({"verify", world.Out("one"), "--sample", "0"});
  CHECK(verify.status == 0);
  CHECK(verify.out.find(": 1 document run again") != std::string::npos);
}

TEST_CASE("verify finds digests that the run did not make") {
  const World world;
  const std::string path = world.Out("one") + "/digests.jsonl";
  std::string lines = ReadText(path);
  const std::size_t digit = lines.find("\"sha256\":\"") + 10;
  lines[digit] = lines[digit] == '0' ? '1' : '0';
  world.folder.Write("one/digests.jsonl", lines);
  CHECK(RunKoppel({"verify", world.Out("one")}).status == 4);
}

}  // namespace
}  // namespace koppel
