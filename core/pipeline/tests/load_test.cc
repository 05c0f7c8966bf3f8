#include <catch2/catch.hpp>

#include "fake_registry.h"

namespace koppel {
namespace {

using Told = std::vector<std::string>;

// A pipeline around some steps; they start on line 3.
std::string WithSteps(const std::string& steps) {
  return "koppel: 1\nsteps:\n" + steps +
         "read: {use: read.text}\nwrite: {use: write.lines, with: {path: a}}\n";
}

std::string WithRepair(const std::string& params) {
  return WithSteps("  - use: text.repair\n    with: {" + params + "}\n");
}

TEST_CASE("a good pipeline is resolved") {
  const LoadedPipeline loaded = LoadText(kGoodPipeline);
  REQUIRE(ProblemsOf(kGoodPipeline) == Told{});
  const Pipeline& pipeline = loaded.pipeline;
  CHECK(pipeline.name == "example");
  CHECK(pipeline.readers.size() == 2);
  REQUIRE(pipeline.steps.size() == 5);
  CHECK(pipeline.writers.size() == 3);
  CHECK(pipeline.Observers() == std::vector<std::size_t>{0});
  CHECK(pipeline.max_error_rate == 0.05);
  CHECK(pipeline.max_error_rate_after == 20);
  CHECK(pipeline.order == InputOrder::kNatural);
  CHECK(pipeline.steps[2].id == "cut");
  CHECK(pipeline.steps[2].on_error == OnError::kSkip);
  CHECK(pipeline.steps[1].on_error == OnError::kQuarantine);
  CHECK(pipeline.steps[0].location.line == 11);
}

TEST_CASE("parameters are typed, and the rest has defaults") {
  const LoadedPipeline loaded = LoadText(kGoodPipeline);
  const ParamValues& params = loaded.pipeline.steps.at(0).params;
  CHECK(params.at("action") == ParamValue(std::string("keep")));
  CHECK(params.at("least") == ParamValue(std::int64_t{2}));
  CHECK(params.at("share") == ParamValue(0.25));
  CHECK(params.at("strict") == ParamValue(true));
  CHECK(params.at("language") == ParamValue(std::string("no")));
  CHECK(params.at("kinds") == ParamValue(std::vector<std::string>{"hyphen", "header"}));
  const LoadedPipeline bare = LoadText(WithSteps("  - use: text.repair\n"));
  CHECK(bare.pipeline.steps.at(0).params.at("least") == ParamValue(std::int64_t{3}));
  CHECK(bare.pipeline.steps.at(0).params.at("words") == ParamValue(std::string()));
}

TEST_CASE("paths are relative to the pipeline's folder, and globs stay") {
  const LoadedPipeline loaded = LoadText(kGoodPipeline);
  const std::filesystem::path folder = loaded.pipeline.file.parent_path();
  const ParamValues& read = loaded.pipeline.readers.at(0).params;
  CHECK(read.at("paths") ==
        ParamValue(std::vector<std::string>{(folder / "corpus/**/*.txt").string()}));
  const ParamValues& repair = loaded.pipeline.steps.at(0).params;
  CHECK(repair.at("words") == ParamValue((folder.parent_path() / "words.txt").string()));
}

TEST_CASE("conditions hold language and metadata") {
  const LoadedPipeline loaded = LoadText(kGoodPipeline);
  CHECK(loaded.pipeline.steps.at(0).when.language == "nl");
  const Condition& condition = loaded.pipeline.steps.at(3).when;
  CHECK_FALSE(condition.language.has_value());
  CHECK(condition.metadata ==
        std::vector<std::pair<std::string, std::string>>{{"year", "2019"}, {"genre", "letter"}});
  CHECK(ProblemsOf(WithSteps("  - {use: text.repair, when: {language: Dutch}}\n")) ==
        Told{"3:41: 'language' must be a language code like nl or en-GB; got \"Dutch\"; did you "
             "mean 'nl'? [invalid_parameter]"});
  CHECK(ProblemsOf(WithSteps("  - {use: text.repair, when: {}}\n")) ==
        Told{"3:30: 'when' is empty; leave it out to run on every document [invalid_pipeline]"});
}

TEST_CASE("unknown names are told with the nearest one") {
  CHECK(ProblemsOf(WithSteps("  - use: text.repiar\n")) ==
        Told{"3:10: no component 'text.repiar'; did you mean 'text.repair'? [invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - use: repair\n")) ==
        Told{"3:10: no component 'repair'; did you mean 'text.repair'? [invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - usse: text.repair\n")) ==
        Told{"3:5: a step has no key 'usse'; did you mean 'use'? [invalid_pipeline]"});
  CHECK(ProblemsOf(WithRepair("leest: 4")) ==
        Told{"4:12: text.repair: no parameter 'leest'; did you mean 'least'? [invalid_parameter]"});
  CHECK(ProblemsOf(WithRepair("action: jion")) ==
        Told{"4:20: text.repair: 'action' must be one of join, keep, report; got \"jion\"; did you "
             "mean 'join'? [invalid_parameter]"});
  CHECK(ProblemsOf(WithRepair("kinds: [hyphen, heder]")) ==
        Told{"4:28: text.repair: 'kinds' must be a list of hyphen, header, folio; got \"heder\"; "
             "did you mean 'header'? [invalid_parameter]"});
}

TEST_CASE("a name in the wrong place is told where it belongs") {
  CHECK(ProblemsOf(WithSteps("  - use: write.lines\n")) ==
        Told{"3:10: 'write.lines' is a writer; put it under 'write' [invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - {use: text.repair, least: 4}\n")) ==
        Told{"3:24: a step has no key 'least'; it is a parameter of text.repair: put it under "
             "'with' [invalid_pipeline]"});
  CHECK(ProblemsOf("koppel: 1\nread: {use: read.text, when: {language: nl}}\n"
                   "write: {use: write.lines, with: {path: a}}\n") ==
        Told{"2:24: a reader has no key 'when'; only steps can have conditions "
             "[invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - use:text.repair\n")) ==
        Told{"3:5: a step must be a map of use, id, with, when, on_error or limits; got "
             "\"use:text.repair\"; put a space after the colon [invalid_pipeline]"});
}

TEST_CASE("wrong types are told with what was expected and how to mend it") {
  const auto repair = [](const std::string& param) {
    const Told told = ProblemsOf(WithRepair(param));
    REQUIRE(told.size() == 1);
    return told[0].substr(told[0].find('\''));
  };
  const std::string end = " [invalid_parameter]";
  CHECK(repair("least: two") == "'least' must be a whole number of at least 1; got \"two\"" + end);
  CHECK(repair("least: '2'") ==
        "'least' must be a whole number of at least 1; got \"2\"; leave out the quotes" + end);
  CHECK(repair("least: 0") == "'least' must be a whole number of at least 1; got 0" + end);
  CHECK(repair("least: 1_000") ==
        "'least' must be a whole number of at least 1; got 1_000; write "
        "it with decimal digits alone" +
            end);
  CHECK(repair("least: 010").find("decimal digits") != std::string::npos);
  CHECK(repair("least: 99999999999999999999").find("decimal digits") != std::string::npos);
  CHECK(repair("least: 1.0") == "'least' must be a whole number of at least 1; got 1.0" + end);
  CHECK(repair("least:") == "'least' must be a whole number of at least 1; got nothing" + end);
  CHECK(repair("share: .inf").find("a number from 0 to 1; got .inf") != std::string::npos);
  CHECK(repair("strict: yes") == "'strict' must be true or false; got \"yes\"; write true" + end);
  CHECK(repair("strict: flase") ==
        "'strict' must be true or false; got \"flase\"; did you mean 'false'?" + end);
  CHECK(repair("language: 3") == "'language' must be a text; got 3; write \"3\"" + end);
  CHECK(repair("language: [nl]") == "'language' must be a text; got a list" + end);
  CHECK(repair("kinds: hyphen") ==
        "'kinds' must be a list of hyphen, header, folio; got \"hyphen\"; write [hyphen]" + end);
  CHECK(ProblemsOf(WithRepair("language: no")) == Told{});
  CHECK(ProblemsOf(WithRepair("share: 1")) == Told{});
}

TEST_CASE("a layer that nothing makes is told with who makes it") {
  CHECK(ProblemsOf(WithSteps("  - use: segment.tokens\n")) ==
        Told{"3:10: segment.tokens needs the layer 'sentence', which nothing before it makes; put "
             "segment.sentences before it, under 'steps' [unmet_layer]"});
  CHECK(ProblemsOf(WithSteps("  - use: segment.tokens\n  - use: segment.sentences\n")) ==
        Told{"3:10: segment.tokens needs the layer 'sentence', which nothing before it makes; "
             "segment.sentences on line 4 makes it: move that up, before segment.tokens "
             "[unmet_layer]"});
  CHECK(ProblemsOf(WithSteps("  - use: segment.sentences\n  - use: segment.tokens\n"
                             "  - use: judge.words\n")) ==
        Told{"5:10: judge.words needs 'lemma' of the layer 'token', which nothing before it "
             "makes; put tag.lemma before it, under 'steps' [unmet_layer]"});
  CHECK(ProblemsOf("koppel: 1\nread: {use: read.text}\nwrite: {use: write.tree}\n") ==
        Told{"3:14: write.tree needs the layer 'page', which nothing before it makes; read with "
             "read.pdf [unmet_layer]"});
}

TEST_CASE("a misspelt provider is one problem, not two") {
  CHECK(ProblemsOf(WithSteps("  - use: segment.sentence\n  - use: segment.tokens\n")).size() == 1);
  CHECK(ProblemsOf(WithSteps("  - use: something.else\n  - use: segment.tokens\n")).size() == 1);
}

TEST_CASE("ids are unique, over readers and writers too") {
  CHECK(ProblemsOf(WithSteps("  - use: text.repair\n  - use: text.repair\n")) ==
        Told{"4:10: two steps are called 'text.repair', the other on line 3; give one of them "
             "another 'id' [invalid_pipeline]"});
  CHECK(ProblemsOf(WithSteps("  - use: text.repair\n    id: read.text\n")).size() == 1);
  CHECK(ProblemsOf(WithSteps("  - use: text.repair\n    id: a b\n")) ==
        Told{"4:9: 'id' must be made of letters, digits, '_', '-' and '.'; got \"a b\" "
             "[invalid_pipeline]"});
}

TEST_CASE("missing keys and required parameters are told") {
  CHECK(ProblemsOf("name: x\n") ==
        Told{"1:1: a pipeline file needs the key 'koppel': the format, 1 [invalid_pipeline]",
             "1:1: a pipeline file needs the key 'read': what the documents come from "
             "[invalid_pipeline]",
             "1:1: a pipeline file needs the key 'write': what the documents go to "
             "[invalid_pipeline]"});
  CHECK(ProblemsOf("koppel: 2\nread: {use: read.text}\nwrite: {use: write.lines}\n") ==
        Told{"1:9: 'koppel' must be 1, the format that this program reads; got 2 "
             "[invalid_pipeline]",
             "3:14: write.lines: 'path' must be given: a text [invalid_parameter]"});
}

TEST_CASE("several problems are told at once, in order of place") {
  const Told told = ProblemsOf(
      "koppel: 1\nread: {use: read.text, with: {paths: x.txt}}\n"
      "steps:\n  - use: text.repair\n    with: {least: -1, last: 2}\n    use: text.repair\n"
      "write: {use: write.lines, with: {path: a}}\non_error: ignore\n");
  REQUIRE(told.size() == 5);
  CHECK(told[0].substr(0, 5) == "2:38:");
  CHECK(told[1].substr(0, 5) == "5:19:");
  CHECK(told[2].substr(0, 5) == "5:23:");
  CHECK(told[3] == "6:5: key 'use' stands here again; it was given on line 4 [invalid_pipeline]");
  CHECK(told[4] ==
        "8:11: 'on_error' must be fail, skip or quarantine; got \"ignore\" [invalid_pipeline]");
}

TEST_CASE("the order is one of three, by path unless given") {
  const std::string good = WithSteps("  - use: text.repair\n");
  CHECK(LoadText(good).pipeline.order == InputOrder::kPath);
  CHECK(LoadText(good + "order: given\n").pipeline.order == InputOrder::kGiven);
  CHECK(ProblemsOf(good + "order: naturel\n") ==
        Told{"6:8: 'order' must be path, natural or given; got \"naturel\"; did you mean "
             "'natural'? [invalid_pipeline]"});
  CHECK(ProblemsOf(good + "order: [path]\n") ==
        Told{"6:8: 'order' must be path, natural or given; got a list [invalid_pipeline]"});
}

TEST_CASE("--set replaces a parameter and is checked like the file") {
  const LoadedPipeline loaded =
      LoadText(kGoodPipeline, {{"text.repair.least=7"}, {"read.pdf.paths=[b.pdf]"}});
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.pipeline.steps.at(0).params.at("least") == ParamValue(std::int64_t{7}));
  CHECK(loaded.pipeline.readers.at(1).params.at("paths") ==
        ParamValue(
            std::vector<std::string>{(loaded.pipeline.file.parent_path() / "b.pdf").string()}));
  CHECK(ProblemsOf(kGoodPipeline, {{"text.repair.leest=7"}}) ==
        Told{"--set text.repair.leest=7: text.repair: no parameter 'leest'; did you mean 'least'? "
             "[invalid_parameter]"});
  CHECK(ProblemsOf(kGoodPipeline, {{"text.repaid.least=7"}}) ==
        Told{"--set text.repaid.least=7: no step 'text.repaid'; did you mean 'text.repair'? "
             "[invalid_parameter]"});
  CHECK(ProblemsOf(kGoodPipeline, {{"least"}}) ==
        Told{"--set least: expected step.parameter=value [invalid_parameter]"});
  CHECK(ProblemsOf(kGoodPipeline, {{"text.repair.least="}}).size() == 1);
  CHECK(ProblemsOf(kGoodPipeline, {{"text.repair.least=[1"}}).size() == 1);
}

TEST_CASE("a required parameter may come from the command line") {
  const std::string yaml = "koppel: 1\nread: {use: read.text}\nwrite: {use: write.lines}\n";
  CHECK(ProblemsOf(yaml).size() == 1);
  CHECK(ProblemsOf(yaml, {{"write.lines.path=x"}}) == Told{});
}

}  // namespace
}  // namespace koppel
