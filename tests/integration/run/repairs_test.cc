// `koppel repairs` on what a real run wrote.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

using Catch::Contains;

struct Repaired {
  TemporaryFolder folder;
  std::string out = (folder / "out").string();

  Repaired() {
    folder.Write("in/a.txt", "De organi-\nsatie van de organisatie  is een organisatie.\n");
    const std::string pipeline = folder.Write(
        "p.yaml",
        "koppel: 1\nname: test\nread: {use: read.text}\nsteps:\n"
        "  - {use: text.dehyphenate, with: {language: nl}}\n  - use: text.paragraphs\n"
        "write:\n  - use: write.koppel\n  - {use: write.jsonl, with: {path: documents.jsonl}}\n");
    REQUIRE(
        RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out}).status ==
        0);
  }
};

TEST_CASE("repairs are listed from the folder of a run, and filtered") {
  const Repaired run;
  const Outcome all = RunKoppel({"repairs", run.out});
  CHECK(all.status == 0);
  CHECK_THAT(all.out, Contains("organi|satie") && Contains("inner_space  1 decision"));
  CHECK(all.out.find('\033') == std::string::npos);
  const Outcome rule = RunKoppel({"repairs", run.out, "--rule", "inner_space"});
  CHECK_THAT(rule.out, Contains("inner_space") && !Contains("organi|satie"));
  CHECK_THAT(RunKoppel({"repairs", run.out, "--kind", "hyphen"}).out, !Contains("inner_space"));
  CHECK_THAT(RunKoppel({"repairs", run.out, "--unresolved"}).out, Contains("no such decisions"));
  CHECK_THAT(RunKoppel({"repairs", run.out, "--below", "0"}).out, Contains("no such decisions"));
  CHECK_THAT(RunKoppel({"repairs", run.out, "--document", "a", "--json"}).out,
             Contains(R"("document":"a","rule":"inner_space")"));
}

TEST_CASE("the ledger of a run is read from its folder, whatever its writers write") {
  const Repaired run;
  const auto listed = RunKoppel({"repairs", run.out, "--json"}).out;
  const auto shown = RunKoppel({"show", run.out, "a", "--dump"}).out;
  CHECK(listed == RunKoppel({"repairs", run.out + "/documents.koppel", "--json"}).out);
  CHECK(shown == RunKoppel({"show", run.out + "/documents.koppel", "a", "--dump"}).out);
  std::filesystem::remove(run.folder / "out/documents.koppel");
  std::filesystem::remove(run.folder / "out/documents.jsonl");
  CHECK(RunKoppel({"repairs", run.out, "--json"}).out == listed);
  const std::string without = (run.folder / "without").string();
  CHECK(RunKoppel({"repairs", run.out, "--without", "inner_space", "--out", without}).status == 0);
  CHECK_THAT(RunKoppel({"show", run.out}).out, Contains("a  "));
  CHECK_THAT(RunKoppel({"show", run.out, "b"}).err, Contains("no document 'b' among 1"));
  std::filesystem::remove_all(run.folder / "out/.koppel");
  const Outcome none = RunKoppel({"repairs", run.out});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("--keep"));
}

TEST_CASE("slips are answered with the nearest name, status 2") {
  const Repaired run;
  const Outcome rule = RunKoppel({"repairs", run.out, "--rule", "iner_space"});
  CHECK(rule.status == 2);
  CHECK_THAT(rule.err, Contains("did you mean 'inner_space'?"));
  CHECK(RunKoppel({"repairs", run.out, "--without", "inner_space"}).status == 2);
  CHECK(RunKoppel({"repairs", run.out, "--below", "2"}).status == 2);
}

TEST_CASE("the text is written without a rule; without a ledger the writer is named") {
  const Repaired run;
  const std::string without = (run.folder / "without").string();
  CHECK(RunKoppel({"repairs", run.out, "--without", "inner_space", "--out", without}).status == 0);
  CHECK(ReadText(run.folder / "without/text/a.txt") ==
        "De organisatie van de organisatie  is een organisatie.\n");
  const Outcome none = RunKoppel(
      {"repairs", run.out + "/documents.jsonl", "--without", "inner_space", "--out", without});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("write.koppel"));
}

TEST_CASE("of a rule that only left text alone it is said that nothing can be taken back") {
  TemporaryFolder folder;
  const std::string text = "Het gaat om mogelijkhe-\n\nDe raad beslist.\n";
  const std::string input = folder.Write("in/a.txt", text);
  const std::string pipeline =
      folder.Write("p.yaml",
                   "koppel: 1\nname: test\nread: {use: read.text}\nsteps:\n"
                   "  - {use: text.dehyphenate, with: {language: nl, abstain_below: 1}}\n"
                   "  - use: text.paragraphs\nwrite: {use: write.koppel}\n");
  const std::string out = (folder / "out").string();
  REQUIRE(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out", out}).status ==
          0);
  const std::string listed = RunKoppel({"repairs", out, "--kind", "hyphen", "--json"}).out;
  const std::size_t begin = listed.find(R"("rule":")") + 8;
  REQUIRE(begin > 8);
  const std::string rule = listed.substr(begin, listed.find('"', begin) - begin);
  const Outcome none =
      RunKoppel({"repairs", out, "--without", rule, "--out", (folder / "without").string()});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("'" + rule + "' has nothing to take back"));
}

TEST_CASE("a truncated container and a file that is none are refused") {
  const Repaired run;
  const std::string whole = ReadText(run.out + "/documents.koppel");
  const std::string cut = run.folder.Write("cut.koppel", whole.substr(0, whole.size() / 2));
  const std::string odd = run.folder.Write("odd.koppel", "no container");
  CHECK(RunKoppel({"repairs", cut}).status == 2);
  CHECK(RunKoppel({"repairs", odd}).status == 2);
}

}  // namespace
}  // namespace koppel
