// Steps in the wrong order, and metadata that nothing sets.
#include <catch2/catch.hpp>

#include "fake_registry.h"

namespace koppel {
namespace {

using Told = std::vector<std::string>;

std::string WithSteps(const std::string& steps, const std::string& read = "use: read.text",
                      const std::string& write = "use: write.lines, with: {path: o}") {
  return "koppel: 1\nread: {" + read + "}\nsteps:\n" + steps + "write: {" + write + "}\n";
}

std::string WithCondition(const std::string& when, const std::string& before = {},
                          const std::string& read = "use: read.text") {
  return WithSteps(before + "  - {use: segment.sentences, when: {" + when + "}}\n", read);
}

TEST_CASE("a layer that a step uses where it exists must not be made after it") {
  CHECK(ProblemsOf(WithSteps("  - use: find.names\n  - use: segment.sentences\n"
                             "  - use: segment.tokens\n  - use: tag.lemma\n")) ==
        Told{"4:10: find.names uses the layer 'token', which segment.tokens on line 6 makes only "
             "after it; move that up, before find.names [unmet_layer]"});
  CHECK(ProblemsOf(WithSteps("  - use: segment.sentences\n  - use: segment.tokens\n"
                             "  - use: find.names\n  - use: tag.lemma\n")) == Told{});
  CHECK(ProblemsOf(WithSteps("  - use: find.names\n")) == Told{});
}

TEST_CASE("a column that is a feature needs a step that sets the feature") {
  const std::string table = "use: write.table, with: {layers: [token], columns: [kind, lemma]}";
  const std::string cut = "  - use: segment.sentences\n  - use: segment.tokens\n";
  CHECK(ProblemsOf(WithSteps(cut, "use: read.text", table)) ==
        Told{"6:67: write.table: the column 'lemma' shows 'lemma' of the layer 'token', which "
             "nothing before it makes; put tag.lemma before it, under 'steps' [unmet_layer]"});
  CHECK(ProblemsOf(WithSteps(cut + "  - use: tag.lemma\n", "use: read.text", table)) == Told{});
}

TEST_CASE("a column is fine if one of the layers named has it") {
  const std::string table =
      "use: write.table, with: {layers: [page, token], columns: [number, kind]}";
  const std::string cut = "  - use: segment.sentences\n  - use: segment.tokens\n";
  CHECK(ProblemsOf(WithSteps(cut, "use: read.pdf", table)) == Told{});
}

TEST_CASE("a condition on the language needs something that sets it") {
  CHECK(ProblemsOf(WithCondition("language: nl", {}, "use: read.pdf")) ==
        Told{"4:47: segment.sentences asks for the metadata 'language', which nothing before it "
             "sets; put guess.language before it, under 'steps', or read with read.text "
             "[unmet_layer]"});
  CHECK(ProblemsOf(WithCondition("language: nl", "  - use: guess.language\n", "use: read.pdf")) ==
        Told{});
  CHECK(ProblemsOf(WithSteps("  - {use: segment.sentences, when: {language: nl}}\n"
                             "  - use: guess.language\n",
                             "use: read.pdf")) ==
        Told{"4:47: segment.sentences asks for the metadata 'language', which nothing before it "
             "sets; guess.language on line 5 sets it: move that up, before segment.sentences "
             "[unmet_layer]"});
  CHECK(ProblemsOf(WithSteps("  - {use: guess.language, when: {language: nl}}\n", "use: read.pdf"))
            .size() == 1);
}

TEST_CASE("a value that the metadata never has is refused at its place") {
  CHECK(ProblemsOf(WithCondition("metadata: {genre: lettre}")) ==
        Told{"4:55: the metadata 'genre' is letter or minutes; it is never \"lettre\"; did you "
             "mean 'letter'? [invalid_pipeline]"});
  CHECK(ProblemsOf(WithCondition("metadata: {genre: letter, year: 1}")).empty());
}

TEST_CASE("metadata that nothing sets is told with the nearest, or with all that is set") {
  CHECK(ProblemsOf(WithCondition("metadata: {gnere: letter}")) ==
        Told{"4:48: segment.sentences asks for the metadata 'gnere', which nothing before it "
             "sets; did you mean 'genre'? [unmet_layer]"});
  CHECK(ProblemsOf(WithCondition("metadata: {weather: fine}")) ==
        Told{"4:48: segment.sentences asks for the metadata 'weather', which nothing before it "
             "sets; there is genre, language or year [unmet_layer]"});
  CHECK(ProblemsOf(WithCondition("metadata: {weather: fine}", {}, "use: read.pdf")) ==
        Told{"4:48: segment.sentences asks for the metadata 'weather', which nothing before it "
             "sets; nothing here sets any metadata [unmet_layer]"});
  CHECK(ProblemsOf(WithCondition("metadata: {year: 2019}", {}, "use: read.pdf")) ==
        Told{"4:48: segment.sentences asks for the metadata 'year', which nothing before it "
             "sets; read with read.text [unmet_layer]"});
}

TEST_CASE(
    "a reader that takes any metadata may bring any key, unless it names those that it takes") {
  CHECK(ProblemsOf(WithCondition("metadata: {weather: fine}", {}, "use: read.records")) == Told{});
  CHECK(ProblemsOf(WithCondition("metadata: {weather: fine}", {}, "use: read.store")) == Told{});
  const std::string chosen = "use: read.records, with: {metadata: [weather]}";
  CHECK(ProblemsOf(WithCondition("metadata: {weather: fine}", {}, chosen)) == Told{});
  CHECK(ProblemsOf(WithCondition("metadata: {wheather: fine}", {}, chosen)) ==
        Told{"4:48: segment.sentences asks for the metadata 'wheather', which nothing before it "
             "sets; did you mean 'weather'? [unmet_layer]"});
}

TEST_CASE("a rate of errors is refused where it can't count") {
  const std::string good = WithSteps("  - use: segment.sentences\n");
  CHECK(ProblemsOf(good + "on_error: {action: fail, max_rate: 0.1}\n") ==
        Told{"6:36: 'max_rate' has no effect where every step fails at the first error; set the "
             "action to quarantine or skip [invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - {use: segment.sentences, on_error: skip}\n") +
                   "on_error: {action: fail, max_rate: 0.1}\n") == Told{});
  CHECK(ProblemsOf(good + "on_error: {action: skip, after: 5}\n") ==
        Told{"6:33: 'after' has no effect without 'max_rate' [invalid_pipeline]"});
  CHECK(ProblemsOf(good + "on_error: stop\n") ==
        Told{"6:11: 'on_error' must be fail, skip or quarantine; got \"stop\" "
             "[invalid_pipeline]"});
}

}  // namespace
}  // namespace koppel
