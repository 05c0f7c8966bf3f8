// Bad input: never a crash, never silence.
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <algorithm>

#include "program.h"

namespace koppel {
namespace {

// Runs a reader over one file that stands beside a good one.
struct Reading {
  TemporaryFolder folder;
  Outcome run;

  Reading(const std::string& reader, const std::string& name, const std::string& bytes,
          const std::string& with = "") {
    folder.Write("in/" + name, bytes);
    folder.Write("in/good.txt", "goed");
    const std::string pipeline =
        folder.Write("p.yaml", "koppel: 1\nname: test\nread:\n  - {use: " + reader + with + "}\n" +
                                   (reader == "read.text" ? "" : "  - {use: read.text}\n") +
                                   "write: {use: write.jsonl, with: {path: documents.jsonl}}\n");
    run = RunKoppel(
        {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  }

  std::int64_t count(const char* what) const {
    return Number(folder / "out/run.json", std::string("/counts/") + what);
  }
  bool says(std::string_view text) const { return run.err.find(text) != std::string::npos; }
};

std::string Fixture(const std::string& name) {
  return ReadText(std::string(KOPPEL_SOURCE_DIR "/pipelines/sample/") + name);
}

void CheckQuarantined(const Reading& reading, std::string_view reason) {
  INFO(reading.run.err);
  CHECK(reading.run.status == 3);
  CHECK(reading.count("read") == 2);
  CHECK(reading.count("output") == 1);
  CHECK(reading.count("quarantined") == 1);
  CHECK(reading.says(reason));
  CHECK(reading.says("[bad_input]"));
}

TEST_CASE("an empty file is an empty document") {
  const Reading reading("read.text", "bad.txt", "");
  CHECK(reading.run.status == 0);
  CHECK(reading.count("output") == 2);
}

TEST_CASE("a binary file is quarantined") {
  std::string bytes(4096, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7 % 251);
  CheckQuarantined(Reading("read.text", "bad.txt", bytes), "not a text file");
}

TEST_CASE("a wrong declared encoding is quarantined with the first byte that does not fit") {
  TemporaryFolder folder;
  folder.Write("in/bad.txt", "caf\xE9 in Latin-1");
  const std::string pipeline =
      folder.Write("p.yaml",
                   "koppel: 1\nname: test\nread: {use: read.text, with: {encoding: utf-8}}\n"
                   "write: {use: write.jsonl, with: {path: documents.jsonl}}\n");
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(run.err.find("offset 3") != std::string::npos);
}

TEST_CASE("invalid UTF-8 in the middle is quarantined with its place") {
  const std::string text = "Eén regel met é en ë en nog wat.\n";
  CheckQuarantined(Reading("read.text", "bad.txt", text + text + "\xFF\xFE stuk \x80" + text),
                   "bad.txt");
}

TEST_CASE("a truncated gzip file is quarantined") {
  const std::string whole = Fixture("annual_report.txt.gz");
  CheckQuarantined(Reading("read.text", "bad.txt.gz", whole.substr(0, whole.size() / 2)),
                   "bad.txt.gz");
}

TEST_CASE("a truncated PDF is quarantined") {
  const std::string whole = Fixture("column.pdf");
  CheckQuarantined(Reading("read.pdf", "bad.pdf", whole.substr(0, whole.size() / 3)), "bad.pdf");
}

TEST_CASE("a file of 100 MB in one line is read") {
  std::string line;
  line.reserve(100'000'000);
  while (line.size() < 100'000'000) line += "een lange regel zonder einde ";
  const Reading reading("read.text", "bad.txt", line);
  CHECK(reading.run.status == 0);
  CHECK(reading.count("output") == 2);
}

TEST_CASE("a file that vanishes during the run is quarantined as io") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  folder.Write("in/b.txt", "weg");
  const std::string pipeline = folder.Write(
      "p.yaml",
      PipelineText("  - use: probe.census\n  - {use: probe.remover, with: {file: in/b.txt}}\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 1);
  // The pass before it went saw it.
  CHECK(ReadText(folder / "out/documents.jsonl").find("\"corpus_size\":\"2\"") !=
        std::string::npos);
  CHECK(run.err.find("b.txt") != std::string::npos);
  CHECK(run.err.find("[io]") != std::string::npos);
}

TEST_CASE("a file that can't be read is told once, also where errors are skipped") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  std::filesystem::create_symlink(folder / "nowhere.txt", folder / "in/b.txt");
  const std::string pipeline =
      folder.Write("p.yaml", PipelineText("  - use: probe.slow\n", "on_error: skip\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  const std::size_t first = run.err.find("b.txt: ");
  CHECK(first != std::string::npos);
  CHECK(run.err.find("nowhere", first) == std::string::npos);
  CHECK(run.err.find("skipped") == std::string::npos);
}

TEST_CASE("max_rate is checked at the end of a run that is smaller than its 'after'") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  folder.Write("in/b.txt", "FAIL");
  const auto run = [&](const std::string& rate) {
    const std::string policy = "on_error: {action: quarantine, max_rate: " + rate + "}\n";
    const std::string pipeline =
        folder.Write("p.yaml", PipelineText("  - use: probe.trouble\n", policy));
    return RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out",
                      (folder / "out" / rate).string()});
  };
  CHECK(run("0.5").status == 3);
  const Outcome over = run("0.4");
  CHECK(over.status == 1);
  CHECK(over.err.find("1 of 2 documents quarantined, more than max_rate 0.4 allows") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "out/0.4/documents.jsonl"));
}

TEST_CASE("an output folder that can't be written is refused before reading") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  folder.Write("file", "not a folder");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome run = RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out",
                                 (folder / "file/out").string()});
  CHECK(run.status == 1);
  CHECK(run.err.find("can't make") != std::string::npos);
  CHECK(run.err.find("[io]") != std::string::npos);
}

TEST_CASE("the same id twice: the second document is quarantined") {
  TemporaryFolder folder;
  folder.Write("in/a.jsonl",
               "{\"id\":\"x\",\"text\":\"een\"}\n{\"id\":\"x\",\"text\":\"twee\"}\n{\"id\":\"y\","
               "\"text\":\"drie\"}\n");
  const std::string pipeline =
      folder.Write("p.yaml",
                   "koppel: 1\nname: test\nread: {use: read.jsonl}\n"
                   "write: {use: write.jsonl, with: {path: documents.jsonl}}\n");
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  INFO(run.err);
  CHECK(run.status == 3);
  CHECK(Number(folder / "out/run.json", "/counts/read") == 3);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 2);
  CHECK(run.err.find("the id 'x' was read before") != std::string::npos);
}

TEST_CASE("a pipe in the input is quarantined, and nobody waits for it") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  REQUIRE(::mkfifo((folder / "in/b.txt").c_str(), 0600) == 0);
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 1);
  CHECK(run.err.find("is no regular file") != std::string::npos);
}

TEST_CASE("a device that never ends is quarantined") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  std::filesystem::create_symlink("/dev/zero", folder / "in/b.txt");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(run.status == 3);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 1);
}

TEST_CASE("inputs in the output folder are refused and stay as they are") {
  TemporaryFolder folder;
  folder.Write("same/a.txt", "een");
  folder.Write("same/text/a.txt", "van de gebruiker");
  folder.Write("same/quarantine/000001-x.txt", "ook van de gebruiker");
  const std::string pipeline =
      folder.Write("p.yaml", "koppel: 1\nread: {use: read.text}\nwrite: {use: write.text}\n");
  for (const char* input : {"same", "same/quarantine"}) {
    const Outcome run = RunKoppel({"run", pipeline, "--input", (folder / input).string(), "--out",
                                   (folder / "same").string()});
    CHECK(run.status == 2);
    CHECK(run.err.find("lies in the output folder") != std::string::npos);
  }
  CHECK(ReadText(folder / "same/text/a.txt") == "van de gebruiker");
  CHECK(ReadText(folder / "same/quarantine/000001-x.txt") == "ook van de gebruiker");
}

TEST_CASE("a folder called quarantine that the program did not make is left alone") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  folder.Write("in/b.txt", "\xFF\xFE\xFF");
  folder.Write("out/quarantine/mine.txt", "van de gebruiker");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const std::vector<std::string> words = {
      "run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()};
  CHECK(RunKoppel(words).status == 3);
  CHECK(std::filesystem::exists(folder / "out/quarantine/000001-b.txt"));
  folder.Write("in/b.txt", "nu goed");
  CHECK(RunKoppel(words).status == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "out/quarantine/000001-b.txt"));
  CHECK(ReadText(folder / "out/quarantine/mine.txt") == "van de gebruiker");
}

TEST_CASE("ids that file systems can't hold do not end the run") {
  TemporaryFolder folder;
  const std::string length(300, 'x');
  folder.Write("in/a.jsonl", "{\"id\":\"" + length + "\",\"text\":\"een\"}\n{\"id\":\"" + length +
                                 "y\",\"text\":\"twee\"}\n{\"id\":\"b\",\"text\":\"drie\"}\n"
                                 "{\"id\":\"b.txt/c\",\"text\":\"vier\"}\n");
  const std::string pipeline =
      folder.Write("p.yaml", "koppel: 1\nread: {use: read.jsonl}\nwrite: {use: write.text}\n");
  const Outcome run = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(ReadText(folder / "out/text/b.txt") == "drie\n");
  CHECK(ReadText(folder / "out/text/b.txt~/c.txt") == "vier\n");
  const auto files = std::filesystem::directory_iterator(folder / "out/text");
  CHECK(std::distance(begin(files), end(files)) == 4);
}

TEST_CASE("file names that are not UTF-8 stay apart, and what is written can be read") {
  TemporaryFolder folder;
  folder.Write("in/a\xE9.txt", "een");
  folder.Write("in/a\xE8.txt", "twee");
  const std::string pipeline = folder.Write(
      "p.yaml",
      "koppel: 1\nread: {use: read.text}\nwrite: {use: write.koppel, with: {path: d.koppel}}\n");
  CHECK(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out",
                   (folder / "out").string()})
            .status == 0);
  const Outcome show = RunKoppel({"show", (folder / "out/d.koppel").string()});
  CHECK(show.status == 0);
  CHECK(show.out.find("a%E8 ") != std::string::npos);
  CHECK(show.out.find("a%E9 ") != std::string::npos);
}

TEST_CASE("capitals in an extension do not hide a file") {
  TemporaryFolder folder;
  folder.Write("in/BRIEF.TXT", "goed");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  CHECK(RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out",
                   (folder / "out").string()})
            .status == 0);
  CHECK(Number(folder / "out/run.json", "/counts/output") == 1);
}

TEST_CASE("a path that names nothing is refused") {
  TemporaryFolder folder;
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome run = RunKoppel({"run", pipeline, "--input", (folder / "nowhere").string(), "--out",
                                 (folder / "out").string()});
  CHECK(run.status == 2);
  CHECK(run.err.find("no such input") != std::string::npos);
}

TEST_CASE("a named file that no reader takes is refused, one in a folder is mentioned") {
  TemporaryFolder folder;
  folder.Write("in/a.txt", "goed");
  const std::string odd = folder.Write("in/b.odd", "?");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.slow\n"));
  const Outcome named =
      RunKoppel({"run", pipeline, "--input", odd, "--out", (folder / "out").string()});
  CHECK(named.status == 2);
  CHECK(named.err.find("no reader of this pipeline takes") != std::string::npos);
  const Outcome inside = RunKoppel(
      {"run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()});
  CHECK(inside.status == 0);
  CHECK(inside.err.find("b.odd") != std::string::npos);
}

}  // namespace
}  // namespace koppel
