#include "koppel/json/json_reader.h"

#include <catch2/catch.hpp>
#include <vector>

namespace koppel {
namespace {

TEST_CASE("members are read by their type, and are nothing where they have another") {
  const rapidjson::Document json = ParseJson(R"({"text": "a\u0000b", "number": 7, "less": -7})");
  REQUIRE(json.IsObject());
  CHECK(TextAt(json, "text") == std::string("a\0b", 3));
  CHECK(NumberAt(json, "number") == 7);
  CHECK(TextAt(json, "number").empty());
  CHECK(NumberAt(json, "less") == 0);
  CHECK(NumberAt(json, "text") == 0);
  CHECK(TextAt(json, "gone").empty());
}

TEST_CASE("of a list, only the objects count") {
  const rapidjson::Document json = ParseJson(R"({"list": [{"n": 1}, 2, {"n": 3}], "one": {}})");
  std::vector<std::uint64_t> numbers;
  const auto add = [&](const rapidjson::Value& item) { numbers.push_back(NumberAt(item, "n")); };
  ForEachObjectAt(json, "list", add);
  ForEachObjectAt(json, "one", add);
  ForEachObjectAt(json, "gone", add);
  CHECK(numbers == std::vector<std::uint64_t>{1, 3});
}

TEST_CASE("what is damaged is no object, however deep") {
  CHECK_FALSE(ParseJson("{\"a\": ").IsObject());
  CHECK_FALSE(ParseJson(std::string(1'000'000, '[')).IsObject());
}

}  // namespace
}  // namespace koppel
