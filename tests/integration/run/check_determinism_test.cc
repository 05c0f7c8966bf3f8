// `koppel check --determinism` names the component that is not what it declares.
#include <catch2/catch.hpp>

#include "program.h"

namespace koppel {
namespace {

// A corpus of some documents, and a pipeline in which an honest step stands on each side of `step`.
struct Corpus {
  TemporaryFolder folder;

  Corpus() {
    for (char name = 'a'; name <= 'p'; ++name)
      folder.Write(std::string("in/") + name + ".txt", std::string("tekst ") + name);
  }

  Outcome Check(const std::string& step, const std::vector<std::string>& more = {}) const {
    return Run("  - {id: first, use: probe.slow, with: {milliseconds: 0}}\n  - use: " + step +
                   "\n  - {id: last, use: probe.slow, with: {milliseconds: 0}}\n",
               more);
  }

  Outcome Run(const std::string& steps, std::vector<std::string> more = {}) const {
    const std::string pipeline = folder.Write("p.yaml", PipelineText(steps));
    more.insert(more.begin(),
                {"check", "--determinism", pipeline, "--input", (folder / "in").string()});
    return RunKoppel(more);
  }
};

// The sanitizer's allocator gives out the same addresses in every process.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kFixedAddresses = true;
#else
constexpr bool kFixedAddresses = false;
#endif

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("honest steps are the same under all circumstances") {
  const Corpus corpus;
  const Outcome check = corpus.Check("probe.census");
  INFO(check.err);
  CHECK(check.status == 0);
  CHECK(check.err.empty());
  CHECK(Has(check.out, "16 documents"));
  CHECK(Has(check.out, "same       8 threads"));
  CHECK_FALSE(Has(check.out, "DIFFERENT"));
}

TEST_CASE(
    "a step that depends on what it must not is named, with the place and the circumstances") {
  const Corpus corpus;
  for (const auto& [component, circumstances] : {std::pair("fickle.threads", "8 threads"),
                                                 {"fickle.order", "the files in reverse order"},
                                                 {"fickle.comma", "locale de_DE"},
                                                 {"fickle.zone", "time zone Pacific/Kiritimati"},
                                                 {"fickle.sieve", "time zone America/St_Johns"},
                                                 {"fickle.address", "nothing changed"}}) {
    if (kFixedAddresses && component == std::string_view("fickle.address")) continue;
    const Outcome check = corpus.Check(component);
    INFO(component << "\n" << check.out << check.err);
    CHECK(check.status == 2);
    CHECK(Has(check.err, std::string("p.yaml:6:10: ") + component +
                             " declares itself deterministic and is not: "));
    CHECK(Has(check.err, std::string(circumstances)));
    CHECK(Has(check.err, "; the first is "));
    CHECK(Has(check.out, std::string("DIFFERENT  ") + circumstances));
    CHECK_FALSE(Has(check.err, "probe.slow"));
  }
}

TEST_CASE("a step that is different only now and then is named, and none after it") {
  // Of 16 documents one in fifteen: two trials in three show it, and no circumstances always do.
  const Outcome check = Corpus().Check("fickle.sometimes");
  INFO(check.out << check.err);
  CHECK(check.status == 2);
  CHECK(Has(check.err, "fickle.sometimes declares itself deterministic and is not: "));
  CHECK_FALSE(Has(check.err, "probe.slow"));
}

TEST_CASE("what depends on one thing is the same where only others differ") {
  const Outcome check = Corpus().Check("fickle.zone");
  CHECK(Has(check.out, "same       nothing changed"));
  CHECK(Has(check.out, "same       8 threads"));
  CHECK(Has(check.out, "same       locale de_DE"));
  CHECK(Has(check.out, "16, first at fickle.zone"));
}

TEST_CASE("a step that does not claim to be deterministic is listed, and is no fault") {
  const Outcome check = Corpus().Check("fickle.frank");
  CHECK(check.status == 0);
  CHECK(check.err.empty());
  CHECK(Has(check.out, "excused    8 threads: 16, first at fickle.frank"));
  CHECK(Has(check.out, "fickle.frank does not claim to be deterministic"));
}

TEST_CASE("a writer whose file differs is named") {
  const Corpus corpus;
  const std::string pipeline = corpus.folder.Write(
      "p.yaml",
      "koppel: 1\nread: {use: read.text}\nwrite:\n"
      "  - {use: write.jsonl, with: {path: documents.jsonl}}\n  - use: fickle.clock\n");
  const Outcome check =
      RunKoppel({"check", "--determinism", pipeline, "--input", (corpus.folder / "in").string()});
  INFO(check.err);
  CHECK(check.status == 2);
  CHECK(Has(check.err,
            "p.yaml:5:10: fickle.clock declares itself deterministic and is not: "
            "1 file differs with time zone Pacific/Kiritimati, time zone America/St_Johns; "
            "the first is hours.txt [drift]"));
}

TEST_CASE("a sample takes so many files") {
  const Outcome check = Corpus().Check("fickle.zone", {"--sample", "5", "--json"});
  CHECK(check.status == 2);
  CHECK(Has(check.out, "\"documents\": 5"));
  CHECK(Has(check.out, "\"component\": \"fickle.zone\""));
  CHECK(Has(check.out, "\"with\": \"time zone America/St_Johns\""));
  CHECK(Has(check.out, "\"ok\": false"));
}

TEST_CASE("a trial that can't be run ends the check with what it said") {
  const Corpus corpus;
  const Outcome nothing =
      RunKoppel({"check", "--determinism",
                 corpus.folder.Write("p.yaml", PipelineText("  - use: probe.census\n")), "--input",
                 (corpus.folder / "nowhere").string()});
  CHECK(nothing.status == 2);
  CHECK(Has(nothing.err, "no such input"));
}

TEST_CASE("options of the comparison are refused without it") {
  const Corpus corpus;
  const std::string pipeline =
      corpus.folder.Write("p.yaml", PipelineText("  - use: probe.census\n"));
  CHECK(RunKoppel({"check", pipeline, "--sample", "3"}).status == 2);
}

}  // namespace
}  // namespace koppel
