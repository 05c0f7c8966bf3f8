#include "koppel/pipeline/plan.h"

#include <catch2/catch.hpp>

#include "fake_registry.h"

namespace koppel {
namespace {

bool Holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the text plan shows steps, layers, passes and settings") {
  const LoadedPipeline loaded = LoadText(
      kGoodPipeline, {{"text.repair.words=''"}, {"read.pdf.paths=[]"}, {"read.text.paths=[]"}});
  REQUIRE(loaded.problems.empty());
  CHECK(DrawText(loaded.pipeline) ==
        R"(example: 2 passes over the corpus, first for text.repair

 read
  ○  1  read.text
  ○  2  read.pdf           → page, box
  │
 steps
  ◉  3  text.repair        → artefact
  │     uses page (2)
  │     reads the whole corpus first · edits the text · only if language is nl
  │     action: keep
  │     least: 2
  │     share: 0.25
  │     kinds: [hyphen, header]
  │     strict: true
  │     language: "no"
  ●  4  segment.sentences  → sentence
  ●  5  cut                → token
  │     uses sentence (4)
  │     segment.tokens · on error: skip
  ●  6  tag.lemma          → token
  │     uses token (5)
  │     only if year is 2019 and genre is letter
  ●  7  judge.words        → sentiment
  │     uses token (5 6)
  │
 write
  ■  8  write.lines
  ■  9  write.tree
  │     uses page (2)
  ■ 10  write.table
        uses page (2), token (5 6)
        layers: [page, token]
        columns: [document, "nr=number", kind, "form=lemma", text]
)");
}

TEST_CASE("graphs join readers, steps and writers, and label layers") {
  const Pipeline pipeline = LoadText(kGoodPipeline).pipeline;
  const std::string dot = DrawDot(pipeline);
  CHECK(Holds(dot, "digraph pipeline {"));
  CHECK(Holds(dot, "n3 [shape=box3d, label=\"text.repair\\nreads the whole corpus first"));
  CHECK(Holds(dot, "n1 -> n3 [penwidth=2]"));
  CHECK(Holds(dot, "n2 -> n3 [penwidth=2]"));
  CHECK(Holds(dot, "n7 -> n9 [penwidth=2]"));
  CHECK(Holds(dot, "n2 -> n9 [style=dashed, constraint=false, label=\"page\"]"));
  const std::string mermaid = DrawMermaid(pipeline);
  CHECK(Holds(mermaid, "flowchart TD\n"));
  CHECK(Holds(mermaid, "n4 -. \"sentence\" .-> n5\n"));
  CHECK(Holds(mermaid, "n7 ==> n8\n"));
}

TEST_CASE("a pipeline without steps leads straight from readers to writers") {
  const LoadedPipeline loaded =
      LoadText("koppel: 1\nread: {use: read.text}\nwrite: {use: write.lines, with: {path: a}}\n");
  REQUIRE(loaded.problems.empty());
  CHECK(Holds(DrawDot(loaded.pipeline), "n1 -> n2 [penwidth=2]"));
  CHECK(Holds(DrawText(loaded.pipeline), ": 1 pass over the corpus\n"));
}

TEST_CASE("names with quotes stay inside their labels") {
  const LoadedPipeline loaded = LoadText(
      "koppel: 1\nname: 'a \"b\" it''s'\nread: {use: read.text}\n"
      "write: {use: write.lines, with: {path: a}}\n");
  REQUIRE(loaded.problems.empty());
  CHECK(Holds(DrawDot(loaded.pipeline), R"(label="a \"b\" it's: 1 pass)"));
  CHECK(Holds(DrawMermaid(loaded.pipeline), "title: 'a \"b\" it''s: 1 pass"));
}

}  // namespace
}  // namespace koppel
