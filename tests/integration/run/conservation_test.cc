// Every document ends in exactly one of output, filtered or quarantined.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

constexpr char kTrouble[] = "  - use: probe.trouble\n";

TEST_CASE("a document that a step throws at is quarantined with its bytes, and the others stand") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  folder.Write("in/b.txt", "THROW hier");
  folder.Write("in/c.txt", "ook goed");
  const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(Number(folder / "out/run.json", "/counts/read") == 3);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 2);
  CHECK(Number(folder / "out/run.json", "/counts/quarantined") == 1);
  CHECK(Lines(folder / "out/documents.jsonl").size() == 2);
  CHECK(ReadText(folder / "out/quarantine/000001-b.txt") == "THROW hier");
  const std::string index = ReadText(folder / "out/quarantine/index.jsonl");
  CHECK(index.find("thrown by the probe") != std::string::npos);
  CHECK(index.find("\"step\":\"probe.trouble\"") != std::string::npos);
  CHECK(run.err.find("b.txt: probe.trouble: exception: thrown by the probe [internal]") !=
        std::string::npos);
}

TEST_CASE("a filtered document is counted with its reason and is not an error") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "FILTER");
  folder.Write("in/b.txt", "goed");
  const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 0);
  CHECK(Number(folder / "out/run.json", "/counts/filtered") == 1);
  CHECK(ReadText(folder / "out/run.json").find("filtered by the probe") != std::string::npos);
}

TEST_CASE("a step that leaves a span outside the text is found out") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "SPAN");
  const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(run.err.find("mention#0 at 0..5 leaves the text of 4 bytes") != std::string::npos);
}

TEST_CASE("a step that refers to a row that is not there is found out") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "LINK");
  const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(run.err.find("mention.entity refers to entity#7, which is not there") != std::string::npos);
}

TEST_CASE("on_error: skip goes on with the document as it was before the step") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "EDIT FAIL");
  const std::string pipeline =
      folder.Write("p.yaml", PipelineText("  - {use: probe.trouble, on_error: skip}\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 0);
  CHECK(ReadText(folder / "out/documents.jsonl").find("\"text\":\"EDIT FAIL\"") !=
        std::string::npos);
  CHECK(Number(folder / "out/run.json", "/steps/1/skipped_errors") == 1);
  CHECK(run.err.find("skipped: refused by the probe") != std::string::npos);
}

TEST_CASE("on_error: fail stops the run and leaves no output that looks whole") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "FAIL");
  const std::string pipeline = folder.Write("p.yaml", PipelineText(kTrouble, "on_error: fail\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "out/documents.jsonl"));
  CHECK(run.err.find("probe.trouble: a: refused by the probe [bad_input]") != std::string::npos);
}

TEST_CASE("too many quarantined documents stop the run") {
  const TemporaryFolder folder;
  for (int i = 0; i < 50; ++i) folder.Write("in/" + std::to_string(i) + ".txt", "FAIL");
  const std::string pipeline = folder.Write(
      "p.yaml",
      PipelineText(kTrouble, "on_error: {action: quarantine, max_rate: 0.1, after: 10}\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 1);
  CHECK(Number(folder / "out/run.json", "/counts/read") == 10);
  CHECK(run.err.find("10 of 10 documents quarantined, more than max_rate 0.1 allows") !=
        std::string::npos);
}

TEST_CASE("documents that a step was skipped for count as failures, also from an earlier run") {
  const TemporaryFolder folder;
  for (int i = 0; i < 12; ++i) folder.Write("in/" + std::to_string(i) + ".txt", "FAIL");
  const auto run_with = [&](const std::string& rate) {
    const std::string pipeline = folder.Write(
        "p.yaml",
        PipelineText(kTrouble, "on_error: {action: skip, max_rate: " + rate + ", after: 10}\n"));
    return RunKoppel(
        {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  };
  CHECK(run_with("1").status == 0);
  const Outcome again = run_with("0.1");
  CHECK(again.status == 1);
  CHECK(again.err.find("0 of 10 documents quarantined and 10 with a skipped step, more than "
                       "max_rate 0.1 allows; the last: probe.trouble: ") != std::string::npos);
  CHECK(Number(folder / "out/run.json", "/counts/reused") > 0);
}

TEST_CASE("a step whose condition does not hold passes the document over") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "FAIL");
  const std::string pipeline = folder.Write(
      "p.yaml", PipelineText("  - {use: probe.trouble, when: {metadata: {encoding: utf-16le}}}\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 0);
  CHECK(Number(folder / "out/run.json", "/steps/1/passed_over") == 1);
}

TEST_CASE("an observer has seen the whole corpus before the first document is processed") {
  const TemporaryFolder folder;
  for (int i = 0; i < 30; ++i) folder.Write("in/" + std::to_string(i) + ".txt", "tekst");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.census\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 0);
  CHECK(Number(folder / "out/run.json", "/time/passes") == 2);
  for (const std::string& line : Lines(folder / "out/documents.jsonl")) {
    CHECK(line.find("\"corpus_size\":\"30\"") != std::string::npos);
  }
}

TEST_CASE("an interrupt finishes the documents in flight and leaves valid output") {
  const TemporaryFolder folder;
  for (int i = 0; i < 2000; ++i) folder.Write("in/" + std::to_string(i) + ".txt", "tekst");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome run = RunKoppelUntil({"run", pipeline, "--input", (folder / "in").string(), "--out",
                                      (folder / "out").string(), "--threads", "2"},
                                     folder / "out/documents.jsonl.part");
  CHECK(run.status == 130);
  const std::int64_t output = Number(folder / "out/run.json", "/counts/output");
  CHECK(output < 2000);
  CHECK(Number(folder / "out/run.json", "/counts/read") == output);
  CHECK(Lines(folder / "out/documents.jsonl").size() == static_cast<std::size_t>(output));
}

TEST_CASE("an interrupt before the last pass leaves the output of an earlier run alone") {
  const TemporaryFolder folder;
  folder.Write("one/a.txt", "tekst");
  for (int i = 0; i < 2000; ++i) folder.Write("in/" + std::to_string(i) + ".txt", "tekst");
  const std::string pipeline =
      folder.Write("p.yaml", PipelineText("  - use: probe.slow\n  - use: probe.census\n"));
  const std::string out = (folder / "out").string();
  CHECK(RunKoppel({"run", pipeline, "--input", (folder / "one").string(), "--out", out}).status ==
        0);
  const Outcome run =
      RunKoppelUntil({"run", pipeline, "--input", (folder / "in").string(), "--out", out},
                     folder / "out/documents.jsonl.part");
  CHECK(run.status == 130);
  CHECK(Lines(folder / "out/documents.jsonl").size() == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "out/documents.jsonl.part"));
}

}  // namespace
}  // namespace koppel
