#include "koppel/provenance/determinism.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

// A pipeline of one reader, five steps and two writers whose trials go as the test says.
struct Pretended {
  ComponentInfo honest, frank;
  Pipeline pipeline;
  int trials = 0;

  Pretended() {
    frank.deterministic = false;
    pipeline.readers.resize(1);
    pipeline.steps.resize(5);
    pipeline.writers.resize(2);
    for (auto* list : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        (*list)[i].id = std::to_string(i);
        (*list)[i].component = &honest;
      }
    }
  }

  // `depends`: whether what comes of document b, or of a file, hangs on the circumstances.
  template <class Depends>
  DeterminismReport Check(Depends depends) {
    const Trial trial = [&](const Circumstances& c, const Excerpt& e) -> Result<TrialOutcome> {
      ++trials;
      TrialOutcome outcome{{{"a", "1"}, {"b", "2"}}, {}};
      if (!e.no_writers) outcome.files = {{"f", "3"}};
      depends(c, e, outcome);
      return outcome;
    };
    const auto report = CheckDeterminism(pipeline, UsualCircumstances(), trial);
    REQUIRE(report.ok());
    return *report;
  }
};

bool Foreign(const Circumstances& c) { return c.locale == "tr_TR.UTF-8"; }

TEST_CASE("each circumstance differs from a plain run in one thing at most, and all names differ") {
  const Circumstances plain;
  std::map<std::string, int> names;
  for (const Circumstances& c : UsualCircumstances()) {
    const int changes = (c.threads != plain.threads) + (c.backwards != plain.backwards) +
                        (c.locale != plain.locale) + (c.time_zone != plain.time_zone) +
                        (c.other_memory != plain.other_memory) + (c.kept != plain.kept);
    CHECK(changes <= 1);
    CHECK(++names[c.name] == 1);
  }
}

TEST_CASE("a pipeline whose trials agree is good") {
  Pretended pretended;
  const DeterminismReport report = pretended.Check([](auto&, auto&, auto&) {});
  CHECK(report.good());
  CHECK(report.documents == 2);
  CHECK(report.same.size() == UsualCircumstances().size());
  CHECK(pretended.trials == static_cast<int>(UsualCircumstances().size()) + 1);
}

TEST_CASE("the first step that makes a difference is found, wherever it stands") {
  Pretended pretended;
  for (std::size_t guilty = 1; guilty <= 5; ++guilty) {
    const DeterminismReport report = pretended.Check([&](auto& c, auto& e, auto& outcome) {
      if (Foreign(c) && e.steps >= guilty) outcome.documents["b"] = "other";
    });
    CHECK_FALSE(report.good());
    REQUIRE(report.dependences.size() == 1);
    CHECK(report.dependences[0].step == &pretended.pipeline.steps[guilty - 1]);
    CHECK(report.dependences[0].circumstances.locale == "tr_TR.UTF-8");
    CHECK(report.dependences[0].differing == 1);
    CHECK(report.dependences[0].first == "b");
  }
}

TEST_CASE("a step that differs only now and then is found, and none that follows is accused") {
  Pretended pretended;
  int calls = 0;
  const DeterminismReport report = pretended.Check([&](auto& c, auto& e, auto& outcome) {
    // Shows in one of five trials of the second step, and always where four steps hand it on.
    if (c.threads == 2 && e.steps >= 2 && (e.steps > 3 || ++calls % 5 == 0))
      outcome.documents["b"] = "other";
  });
  REQUIRE(report.dependences.size() == 1);
  CHECK(report.dependences[0].step == &pretended.pipeline.steps[1]);
}

TEST_CASE("chance is found with one thread, too, and is no fault of the steps after it") {
  Pretended pretended;
  int calls = 0;
  const DeterminismReport report = pretended.Check([&](auto&, auto& e, auto& outcome) {
    // Never the same twice from the fourth step on; the third one is behind it, now and then.
    if (e.steps >= 3 && (e.steps > 3 || ++calls % 5 == 0))
      outcome.documents["b"] = std::to_string(++calls);
  });
  REQUIRE(report.dependences.size() == UsualCircumstances().size());
  for (const Dependence& dependence : report.dependences) {
    INFO(dependence.circumstances.name);
    CHECK(dependence.step == &pretended.pipeline.steps[2]);
  }
}

TEST_CASE("a document that is there under some circumstances only is a difference") {
  Pretended pretended;
  const DeterminismReport report = pretended.Check([&](auto& c, auto& e, auto& outcome) {
    if (Foreign(c) && e.steps >= 2) outcome.documents.erase("a");
  });
  REQUIRE(report.dependences.size() == 1);
  CHECK(report.dependences[0].first == "a");
  CHECK(report.dependences[0].step == &pretended.pipeline.steps[1]);
}

TEST_CASE("a reader and a writer are found too") {
  Pretended pretended;
  const DeterminismReport read = pretended.Check([](auto& c, auto&, auto& outcome) {
    if (Foreign(c)) outcome.documents["b"] = "other";
  });
  REQUIRE(read.dependences.size() == 1);
  CHECK(read.dependences[0].step == &pretended.pipeline.readers[0]);
  const DeterminismReport written = pretended.Check([](auto& c, auto& e, auto& outcome) {
    if (Foreign(c) && !e.no_writers && e.writer.value_or(1) == 1) outcome.files["f"] = "other";
  });
  REQUIRE(written.dependences.size() == 1);
  CHECK(written.dependences[0].step == &pretended.pipeline.writers[1]);
}

TEST_CASE("what a writer makes of files in another order is not compared") {
  Pretended pretended;
  CHECK(pretended
            .Check([](auto& c, auto&, auto& outcome) {
              if (c.backwards) outcome.files["f"] = "other";
            })
            .good());
}

TEST_CASE(
    "a component that does not claim to be deterministic is excused, and those after it judged "
    "elsewhere") {
  Pretended pretended;
  pretended.pipeline.steps[1].component = &pretended.frank;
  const DeterminismReport report = pretended.Check([](auto& c, auto& e, auto& outcome) {
    if (Foreign(c) && e.steps >= 2) outcome.documents["b"] = "other";
    if (c.backwards && e.steps >= 4) outcome.documents["a"] = "other";
  });
  CHECK_FALSE(report.good());
  REQUIRE(report.dependences.size() == 2);
  CHECK(report.dependences[0].step == &pretended.pipeline.steps[3]);
  CHECK_FALSE(report.dependences[0].excused());
  CHECK(report.dependences[1].excused());
}

TEST_CASE("a difference that shows once only names no step and is a fault") {
  Pretended pretended;
  bool shown = false;
  const DeterminismReport report = pretended.Check([&](auto& c, auto&, auto& outcome) {
    if (c.threads == 8 && !shown) outcome.documents["b"] = "other", shown = true;
  });
  CHECK_FALSE(report.good());
  REQUIRE(report.dependences.size() == 1);
  CHECK(report.dependences[0].step == nullptr);
}

TEST_CASE("a trial that fails ends the check with its error") {
  const Pretended pretended;
  const Trial trial = [](const Circumstances&, const Excerpt&) -> Result<TrialOutcome> {
    return IoError("no room");
  };
  const auto report = CheckDeterminism(pretended.pipeline, UsualCircumstances(), trial);
  REQUIRE_FALSE(report.ok());
  CHECK(report.status().message() == "no room");
}

}  // namespace
}  // namespace koppel
