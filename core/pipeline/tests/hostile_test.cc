// Files that are no pipelines: each is refused in a moment, at the right place.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <random>

#include "fake_registry.h"

namespace koppel {
namespace {

std::string Repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// The only problem of a text.
std::string ProblemOf(const std::string& yaml) {
  const std::vector<std::string> told = ProblemsOf(yaml);
  REQUIRE(told.size() == 1);
  return told[0];
}

bool Starts(const std::string& text, const std::string& with) {
  INFO(text);
  return text.substr(0, with.size()) == with;
}

TEST_CASE("a file without a pipeline is refused") {
  CHECK(ProblemOf("") ==
        "1:1: the file is empty; a pipeline starts with 'koppel: 1' [invalid_pipeline]");
  CHECK(ProblemOf("# nothing\n\n").find("empty") != std::string::npos);
  CHECK(Starts(ProblemOf("- koppel: 1\n"), "1:1: a pipeline file must be a map of koppel, name"));
  CHECK(Starts(ProblemOf("koppel\n"), "1:1: a pipeline file must be a map"));
}

TEST_CASE("a file that can't be read is an io problem without place") {
  const Registry registry = FakeRegistry();
  const TemporaryFolder folder;
  for (const char* name : {"missing.yaml", "."}) {
    const LoadedPipeline loaded = LoadPipeline(folder.path() / name, registry);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].status.kind() == ErrorKind::kIo);
    CHECK(loaded.problems[0].location.line == 0);
  }
  const std::filesystem::path pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(LoadPipeline(pipe, registry).problems.size() == 1);
}

TEST_CASE("bytes that are no text are refused before the parser sees them") {
  CHECK(Starts(ProblemOf("koppel: 1\nname: a\xFF\n"), "2:8: not valid UTF-8"));
  CHECK(Starts(ProblemOf(std::string("koppel: 1\nna\0me: a\n", 19)),
               "2:3: control character U+0000"));
  CHECK(Starts(ProblemOf(std::string("k\0o\0p\0", 6)), "1:2: control character U+0000"));
  CHECK(ProblemOf(std::string((1 << 20) + 1, '#')).find("larger than 1048576") !=
        std::string::npos);
}

TEST_CASE("columns count code points, and a byte-order mark counts nothing") {
  CHECK(Starts(ProblemOf("\xEF\xBB\xBF- a\n"), "1:1: a pipeline file must be"));
  std::string yaml = kGoodPipeline;
  yaml.replace(yaml.find("read.text"), 9, "read.records");  // takes any metadata
  yaml.replace(yaml.find("genre: letter"), 13, "één: a, één: b");
  CHECK(Starts(ProblemOf(yaml), "25:38: key 'één' stands here again; it was given on line 25"));
}

TEST_CASE("lines that end in CR LF are counted as one") {
  std::string yaml;
  for (const char c : std::string(kGoodPipeline)) yaml += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(ProblemsOf(yaml).empty());
  yaml.replace(yaml.find("least"), 5, "leest");
  CHECK(Starts(ProblemOf(yaml), "14:7: text.repair: no parameter 'leest'"));
}

TEST_CASE("YAML beyond plain data is refused") {
  CHECK(Starts(ProblemOf("koppel: 1\n---\nkoppel: 1\n"), "2:1: a pipeline file holds one YAML"));
  CHECK(Starts(ProblemOf("a: &x {b: 1}\nc: {<<: *x}\n"), "2:5: merge keys"));
  CHECK(Starts(ProblemOf("? [a]\n: b\n"), "1:3: a key must be a name"));
  CHECK(Starts(ProblemOf("koppel: *nothing\n"), "1:9: not valid YAML"));
  CHECK(Starts(ProblemOf("a: &x [*x]\n"), "1:8: this alias stands inside what it refers to"));
  std::string yaml = kGoodPipeline;
  yaml.replace(yaml.find("least: 2"), 8, "least: !!int 2");
  CHECK(Starts(ProblemOf(yaml), "14:14: tags are not supported"));
}

TEST_CASE("slips of YAML are told where they stand, in words of a pipeline file") {
  CHECK(
      Starts(ProblemOf("koppel:1\nname: a\n"), "1:7: not valid YAML: put a space after the colon"));
  CHECK(Starts(ProblemOf("koppel: 1\nname: \"a\nread: {use: read.text}\n"),
               "2:7: this quote is not closed on its line"));
  CHECK(Starts(ProblemOf("koppel: 1\nsteps:\n  - use: a\n - use: b\n"),
               "4:2: not valid YAML: this "));
  CHECK(Starts(ProblemOf("koppel: 1\nsteps:\n  - use: a\n\t- use: b\n"),
               "4:1: not valid YAML: a tab in the indentation"));
  CHECK(ProblemOf("koppel: 1\nread: {use: read.text, with {a: b}}\n").find("is missing before") !=
        std::string::npos);
}

TEST_CASE("a quoted text may hold the other quote, and its own escaped") {
  std::string yaml = kGoodPipeline;
  yaml.replace(yaml.find("read.text"), 9, "read.records");  // takes any metadata
  yaml.replace(yaml.find("genre: letter"), 13, R"(a: "it's \"b\"", c: 'it''s "d"')");
  CHECK(ProblemsOf(yaml).empty());
}

TEST_CASE("aliases of plain data work") {
  std::string yaml = kGoodPipeline;
  yaml.replace(yaml.find("[corpus/**/*.txt]"), 17, "&all [corpus/**/*.txt]");
  yaml.replace(yaml.find("\n        - corpus/*.pdf"), 23, " *all");
  CHECK(ProblemsOf(yaml).empty());
}

TEST_CASE("deep, large and exploding files are refused quickly") {
  CHECK(Starts(ProblemOf("a: " + Repeat("[", 100) + Repeat("]", 100)),
               "1:67: nested deeper than 64 levels"));
  CHECK(ProblemOf(Repeat("[", 100'000)).find("nested deeper") != std::string::npos);
  CHECK(Starts(ProblemOf(Repeat("- ", 100'000)), "1:129: nested deeper"));
  CHECK(ProblemOf(Repeat("{a: ", 100'000)).find("nested deeper") != std::string::npos);
  CHECK(ProblemOf(Repeat("- a\n", 20'000)).find("more than 10000 nodes") != std::string::npos);
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    const std::string name = "a" + std::to_string(i);
    bomb += name + ": &" + name + " [" + before + Repeat(", " + before, 8) + "]\n";
  }
  CHECK(ProblemOf(bomb).find("more than 10000 nodes") != std::string::npos);
}

TEST_CASE("a value that is left out is told at its key or dash") {
  CHECK(Starts(ProblemsOf("koppel: 1\nread:\n\n\nwrite: {use: write.lines, with: {path: a}}\n")[0],
               "2:1: 'read' must be a map with 'use' or a list"));
  CHECK(
      Starts(ProblemOf("koppel: 1\nread: {use: read.text}\nsteps:\n  - use: text.repair\n  -\n"
                       "  - use: segment.sentences\nwrite: {use: write.lines, with: {path: a}}\n"),
             "5:3: a step must be a map"));
}

TEST_CASE("random damage never throws and never hangs") {
  std::mt19937 random(7);
  const std::string good = kGoodPipeline;
  const std::string alphabet = "{}[]:,-?&*!|>'\"%@`#\n\t ~ax0\xC3\xA9";
  for (int round = 0; round < 3000; ++round) {
    std::string yaml = good;
    for (int edits = 1 + static_cast<int>(random() % 4); edits > 0; --edits) {
      const std::size_t at = random() % yaml.size();
      if (random() % 3 == 0) yaml.erase(at, random() % 5);
      yaml.insert(at, 1, alphabet[random() % alphabet.size()]);
    }
    const LoadedPipeline loaded = LoadText(yaml);
    for (const Problem& problem : loaded.problems) CHECK(problem.location.line > 0);
  }
}

}  // namespace
}  // namespace koppel
