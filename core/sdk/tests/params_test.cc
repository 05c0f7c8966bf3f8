#include "koppel/params.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

enum class Mode { kFast, kSafe };

struct Params {
  std::int64_t min = 3;
  double part = 0.5;
  bool strict = false;
  std::string language = "nl";
  std::vector<std::string> layers = {"token"};
  Mode mode = Mode::kSafe;
};

ParamSpec<Params> Spec() {
  ParamSpec<Params> spec;
  spec.Field("min", &Params::min, "Least.").AtLeast(1).AtMost(10);
  spec.Field("part", &Params::part, "Part.").AtLeast(0).AtMost(1);
  spec.Field("strict", &Params::strict, "Strict.");
  spec.Field("language", &Params::language, "Language.").OneOf({"nl", "en"});
  spec.Field("layers", &Params::layers, "Layers.").OneOf({"token", "sentence"});
  spec.Choice("mode", &Params::mode, {{"fast", Mode::kFast}, {"safe", Mode::kSafe}}, "Mode.");
  return spec;
}

std::string Refusal(const std::string& name, ParamValue value) {
  Params params;
  const Status status = Spec().Bind({{name, std::move(value)}}, params);
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kInvalidParameter);
  return status.message();
}

TEST_CASE("what is given is set, the rest keeps its default") {
  Params params;
  REQUIRE(
      Spec()
          .Bind(
              {{"min", std::int64_t{5}}, {"part", std::int64_t{1}}, {"mode", std::string("fast")}},
              params)
          .ok());
  CHECK(params.min == 5);
  CHECK(params.part == 1.0);
  CHECK(params.mode == Mode::kFast);
  CHECK(params.language == "nl");
}

TEST_CASE("the default of a choice is the name of the member's value") {
  const ParamSpec<Params> spec = Spec();
  CHECK(std::get<std::string>(spec.table().back().default_value) == "safe");
}

TEST_CASE("a refusal says what was expected and what was given") {
  CHECK(Refusal("min", std::int64_t{0}) == "'min' must be a whole number from 1 to 10; got 0");
  CHECK(Refusal("min", std::string("three")) ==
        "'min' must be a whole number from 1 to 10; got \"three\"");
  CHECK(Refusal("part", 1.5) == "'part' must be a number from 0 to 1; got 1.5");
  CHECK(Refusal("strict", std::string("yes")) == "'strict' must be true or false; got \"yes\"");
  CHECK(Refusal("mode", std::string("fats")) ==
        "'mode' must be one of fast, safe; got \"fats\"; did you mean 'fast'?");
  CHECK(Refusal("layers", std::vector<std::string>{"tokn"}) ==
        "'layers' must be a list of token, sentence; got \"tokn\"; did you mean 'token'?");
}

TEST_CASE("an unknown parameter is refused with the nearest name") {
  CHECK(Refusal("langauge", true) == "no parameter 'langauge'; did you mean 'language'?");
  CHECK(Refusal("zzz", true) ==
        "no parameter 'zzz'; there are min, part, strict, language, layers, mode");
}

TEST_CASE("a list that is required must not be empty; what is in it, the host checks") {
  struct Lists {
    std::vector<std::string> layers, columns;
  };
  ParamSpec<Lists> spec;
  spec.Field("layers", &Lists::layers, "Layers.").Layers().Required();
  spec.Field("columns", &Lists::columns, "Columns.").Columns({"text"});
  CHECK(spec.table()[0].names == NameKind::kLayers);
  CHECK(spec.table()[1].names == NameKind::kColumns);
  CHECK(spec.table()[1].columns == std::vector<std::string>{"text"});
  Lists lists;
  const std::vector<std::string> none, some = {"anything"};
  CHECK(spec.Bind({{"layers", none}}, lists).message() ==
        "'layers' must be a list of layers, not empty; got []");
  CHECK(spec.Bind({{"layers", some}, {"columns", none}}, lists).ok());
  CHECK(spec.Bind({{"columns", true}}, lists).message() ==
        "'columns' must be a list of columns or header=column; got true");
}

TEST_CASE("a column has its own name as header unless another stands before it") {
  CHECK(SplitColumn("text").header == "text");
  CHECK(SplitColumn("text").column == "text");
  CHECK(SplitColumn("to=addressees").header == "to");
  CHECK(SplitColumn("to=addressees").column == "addressees");
  CHECK(SplitColumn("a=b=c").column == "b=c");
  CHECK(SplitColumn("=text").header.empty());
}

TEST_CASE("infinity is in no range") {
  CHECK_FALSE(Refusal("part", std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("a nearest name is near: swapped letters count once, other words not at all") {
  CHECK(NearestName("sentiment.lexikon", {"sentiment.lexicon", "segment.tokens"}) ==
        "sentiment.lexicon");
  CHECK(NearestName("udp", {"pdu", "upd"}) == "upd");
  CHECK(NearestName("x", {"text.layout"}).empty());
  CHECK(NearestName(std::string(100'000, 'a'), {"a"}).empty());
}

}  // namespace
}  // namespace koppel
