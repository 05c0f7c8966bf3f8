// What only opening the components shows: `check` and `run` refuse it at the same place in the
// file.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

struct Refusal {
  TemporaryFolder folder;
  Outcome check, run;

  explicit Refusal(const std::string& rest) {
    folder.Write("in/a.txt", "goed");
    const std::string pipeline = folder.Write("p.yaml", "koppel: 1\nname: test\n" + rest);
    check = RunKoppel({"check", pipeline});
    run = RunKoppel({"run", pipeline, "--out", (folder / "out").string()});
  }

  void Expect(const std::string& place, const std::string& message) const {
    const std::string told = (folder / "p.yaml").string() + place + ": " + message;
    CHECK(check.status == 2);
    CHECK(check.err.find(told) != std::string::npos);
    CHECK(run.status == 2);
    CHECK(run.err.find(told) != std::string::npos);
    INFO(check.err << run.err);
    CHECK(check.err == run.err);
  }
};

constexpr char kRead[] = "read: {use: read.text, with: {paths: [in]}}\n";
constexpr char kWrite[] = "write: {use: write.text}\n";

TEST_CASE("a value that only the component can judge is refused at its place") {
  Refusal(std::string(kRead) + "steps:\n  - {use: text.dehyphenate, with: {language: dutch}}\n" +
          kWrite)
      .Expect(":5:46",
              "text.dehyphenate: 'language' must be one of auto, de, en, fr, nl; got \"dutch\"");
}

TEST_CASE("a wrong element of a list is refused at its own place") {
  Refusal(std::string(kRead) +
          "steps:\n  - {use: language.detect, with: {languages: [nl, fy, dutch]}}\n" + kWrite)
      .Expect(":5:55", "language.detect: 'languages' must be a list of codes");
  Refusal("read: {use: read.text, with: {paths: [in, on]}}\n" + std::string(kWrite))
      .Expect(":3:43", "read.text: 'paths': no such input");
}

TEST_CASE("a file that can't be read is refused where it is named") {
  Refusal(std::string(kRead) +
          "steps:\n  - use: segment.sentences\n  - use: segment.tokens\n"
          "  - {use: sentiment.lexicon, with: {lexicons: [in/b.txt]}}\n" +
          kWrite)
      .Expect(":7:48", "sentiment.lexicon: ");
}

TEST_CASE("an input path that names nothing is refused at its place") {
  Refusal(std::string("read: {use: read.text, with: {paths: [on]}}\n") + kWrite)
      .Expect(":3:39", "read.text: 'paths': no such input");
}

TEST_CASE("an output path that leaves the folder is refused at its writer") {
  Refusal(std::string(kRead) + "write: {use: write.text, with: {folder: ../text}}\n")
      .Expect(":4:41", "write.text: path '../text' must be relative and stay inside");
}

TEST_CASE("two writers to one file are refused") {
  Refusal(std::string(kRead) +
          "steps: [{use: text.layout}]\nwrite:\n"
          "  - {use: write.csv, with: {path: a.csv, layers: [region]}}\n"
          "  - {use: write.tsv, with: {path: ./a.csv, layers: [region]}}\n")
      .Expect(":7:35", "write.tsv: another writer has './a.csv' already");
}

TEST_CASE("a file where another writer has its folder is refused") {
  Refusal(std::string(kRead) +
          "write:\n  - {use: write.text}\n  - {use: write.jsonl, with: {path: text/a.txt}}\n")
      .Expect(":6:37", "write.jsonl: 'text/a.txt' and 'text', which another writer has, can't lie");
  Refusal(std::string(kRead) +
          "write:\n  - {use: write.jsonl, with: {path: a/b}}\n"
          "  - {use: write.jsonl, id: c, with: {path: a}}\n")
      .Expect(":6:44", "c: 'a' and 'a/b', which another writer has, can't lie in one another");
}

TEST_CASE("a name that is no file's, or asks for a compression that there is not, is refused") {
  Refusal(std::string(kRead) + "write: {use: write.jsonl, with: {path: a/}}\n")
      .Expect(":4:40", "write.jsonl: 'a/' names a folder");
  Refusal(std::string(kRead) + "write: {use: write.jsonl, with: {path: a.jsonl.zts}}\n")
      .Expect(":4:40",
              "write.jsonl: 'a.jsonl.zts' asks for no compression that there is (.gz, "
              ".zst); did you mean '.zst'?");
}

TEST_CASE("a writer to what the run itself writes is refused") {
  Refusal(std::string(kRead) + "write: {use: write.jsonl, with: {path: digests.jsonl}}\n")
      .Expect(":4:40", "write.jsonl: 'digests.jsonl' is what the run itself writes");
  Refusal(std::string(kRead) + "write: {use: write.jsonl, with: {path: run.json}}\n")
      .Expect(":4:40", "write.jsonl: 'run.json' is what the run itself writes");
}

TEST_CASE("inputs from the command line stand for paths that name nothing") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  const std::string pipeline = folder.Write(
      "p.yaml", std::string("koppel: 1\nread: {use: read.text, with: {paths: [on]}}\n") + kWrite);
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 0);
}

}  // namespace
}  // namespace koppel
