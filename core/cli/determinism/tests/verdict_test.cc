#include "verdict.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

struct Example {
  ComponentInfo component;
  Step step;
  DeterminismReport report;

  explicit Example(bool declared) {
    component.id = "clock.stamp";
    component.deterministic = declared;
    step.id = "clock.stamp";
    step.component = &component;
    step.location = {7, 5};
    Circumstances zone;
    zone.name = "time zone X";
    Circumstances threads;
    threads.name = "2 threads";
    report = {10, {threads}, {{zone, &step, 3, "a/\x1B[2J"}}};
  }
};

TEST_CASE(
    "a component that is not what it declares is named with its place and what it depends on") {
  const Example example(true);
  const std::vector<std::string> faults = Faults("p.yaml", example.report);
  REQUIRE(faults.size() == 1);
  CHECK(
      faults[0] ==
      "p.yaml:7:5: clock.stamp declares itself deterministic and is not: 3 of 10 documents differ "
      "with time zone X; the first is a/\uFFFD[2J [drift]");
  CHECK(Summary("p.yaml", example.report) ==
        "p.yaml: 10 documents\n"
        "  same       2 threads\n"
        "  DIFFERENT  time zone X: 3, first at clock.stamp\n");
}

TEST_CASE("what one step depends on is told in one line") {
  Example example(true);
  Circumstances threads;
  threads.name = "8 threads";
  example.report.dependences.push_back({threads, &example.step, 5, "a"});
  const std::vector<std::string> faults = Faults("p.yaml", example.report);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("5 of 10 documents differ with time zone X, 8 threads;") !=
        std::string::npos);
}

TEST_CASE("a component that does not claim to be deterministic is listed and is no fault") {
  const Example example(false);
  CHECK(example.report.good());
  CHECK(Faults("p.yaml", example.report).empty());
  CHECK(Summary("p.yaml", example.report) ==
        "p.yaml: 10 documents\n"
        "  same       2 threads\n"
        "  excused    time zone X: 3, first at clock.stamp\n"
        "clock.stamp does not claim to be deterministic; with time zone X the steps after it could "
        "not be judged\n");
}

TEST_CASE("a difference that does not show again is a fault without a step") {
  Example example(true);
  example.report.dependences[0].step = nullptr;
  CHECK_FALSE(example.report.good());
  const std::vector<std::string> faults = Faults("p.yaml", example.report);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("no step can be named") != std::string::npos);
  CHECK(ToJson("p.yaml", example.report).find("\"component\": null") != std::string::npos);
}

}  // namespace
}  // namespace koppel
