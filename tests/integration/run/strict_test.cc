// `run --strict` stops at a step that does more than its component declares.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

Outcome RunSly(const std::string& text, bool strict) {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", text);
  const std::string pipeline = folder.Write(
      "p.yaml",
      PipelineText("  - use: segment.sentences\n  - use: segment.tokens\n  - use: probe.sly\n"));
  std::vector<std::string> words = {
      "run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()};
  if (strict) words.push_back("--strict");
  return RunKoppel(words);
}

void CheckStopped(const std::string& text, const std::string& message) {
  CHECK(RunSly(text, false).status == 0);
  const Outcome run = RunSly(text, true);
  INFO(run.err);
  CHECK(run.status == 1);
  CHECK(run.err.find(message) != std::string::npos);
}

TEST_CASE("a step that keeps to its declaration runs in strict mode") {
  CHECK(RunSly("Niets aan de hand.", true).status == 0);
}

TEST_CASE("strict mode watches steps that an earlier run has been through") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "MAKE dit.");
  const std::string pipeline = folder.Write("p.yaml", PipelineText("  - use: probe.sly\n"));
  const std::vector<std::string> words = {
      "run", pipeline, "--input", (folder / "in").string(), "--out", (folder / "out").string()};
  CHECK(RunKoppel(words).status == 0);
  std::vector<std::string> strictly = words;
  strictly.push_back("--strict");
  CHECK(RunKoppel(strictly).status == 1);
}

TEST_CASE("a layer that a component does not declare is not read") {
  CheckStopped("READ dit.", "probe.sly uses the layer 'mention', which it declares neither");
}

TEST_CASE("a layer that a component only reads is not written") {
  CheckStopped("WRITE dit.", "probe.sly writes the layer 'token', which it does not declare");
}

TEST_CASE("a layer that a component does not declare is not made") {
  CheckStopped("MAKE dit.", "probe.sly uses the layer 'sentence'");
}

TEST_CASE("a text is not edited by a component that does not say so") {
  CheckStopped("REVISE dit.", "probe.sly edits the text, which it does not declare");
}

}  // namespace
}  // namespace koppel
