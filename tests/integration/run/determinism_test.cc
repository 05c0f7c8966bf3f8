// What is written depends on the input and the pipeline, on nothing else.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

TEST_CASE("the main pipeline writes the same bytes with one thread and with several") {
  const TemporaryFolder folder;
  const std::string pipeline = KOPPEL_SOURCE_DIR "/pipelines/welzijn.yaml";
  for (const char* threads : {"1", "2", "8"}) {
    const Outcome run =
        RunKoppel({"run", pipeline, "--out", (folder / threads).string(), "--threads", threads});
    INFO(run.err);
    REQUIRE(run.status == 0);
  }
  for (const char* file : {"documents.jsonl", "statements.csv", "artefacts.tsv"}) {
    const std::string one = ReadText(folder / (std::string("1/") + file));
    CHECK_FALSE(one.empty());
    CHECK(one == ReadText(folder / (std::string("2/") + file)));
    CHECK(one == ReadText(folder / (std::string("8/") + file)));
  }
}

TEST_CASE("many small documents keep their order") {
  const TemporaryFolder folder;
  std::string records;
  for (int i = 0; i < 20000; ++i)
    records +=
        "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"tekst " + std::to_string(i) + "\"}\n";
  folder.Write("in/a.jsonl", records);
  const std::string pipeline =
      folder.Write("p.yaml",
                   "koppel: 1\nname: test\nread: {use: read.jsonl}\n"
                   "write: {use: write.jsonl, with: {path: documents.jsonl}}\n");
  const Outcome run = RunKoppel({"run", pipeline, "--input", (folder / "in").string(), "--out",
                                 (folder / "out").string(), "--threads", "8", "--no-report"});
  CHECK(run.status == 0);
  const std::vector<std::string> lines = Lines(folder / "out/documents.jsonl");
  REQUIRE(lines.size() == 20000);
  for (int i = 0; i < 20000; i += 997) {
    CHECK(lines[static_cast<std::size_t>(i)].find("\"id\":\"" + std::to_string(i) + "\"") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace koppel
