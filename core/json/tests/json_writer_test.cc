#include "koppel/json/json_writer.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <variant>
#include <vector>

namespace koppel {

struct Point {
  int x, y;
};

static void Write(CompactJson& json, const Point& point) {
  json.Object([&] {
    json.Field("x", point.x);
    json.Field("y", point.y);
  });
}

namespace {

using Param = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

TEST_CASE("values of every kind become JSON of their kind") {
  CHECK(JsonOf(nullptr) == "null");
  CHECK(JsonOf(true) == "true");
  CHECK(JsonOf(-3) == "-3");
  CHECK(JsonOf(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(JsonOf(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(JsonOf(0.1) == "0.1");
  CHECK(JsonOf(2.0) == "2.0");
  CHECK(JsonOf("a\"\\\n\x01é") == R"("a\"\\\n\u0001é")");
  CHECK(JsonOf(std::string_view("a\0b", 3)) == R"("a\u0000b")");
  CHECK(JsonOf(std::vector<std::string>{"a", "b"}) == R"(["a","b"])");
  CHECK(JsonOf(std::vector<std::string>()) == "[]");
  CHECK(JsonOf(std::map<std::string, int>{{"b", 2}, {"a", 1}}) == R"({"a":1,"b":2})");
  CHECK(JsonOf(Param(std::int64_t{4})) == "4");
  CHECK(JsonOf(Param(std::vector<std::string>{"x"})) == R"(["x"])");
}

TEST_CASE("a type is written by the function of its namespace, also in lists") {
  CHECK(JsonOf(std::vector<Point>{{1, 2}, {3, 4}}) == R"([{"x":1,"y":2},{"x":3,"y":4}])");
}

TEST_CASE("the layout indents by what is asked for") {
  Json json(1);
  json.Object([&] {
    json.Field("a", 1);
    json.Object("b", [] {});
    json.Objects("c", std::vector<int>{7}, [&](int seven) { json.Field("d", seven); });
  });
  CHECK(json.Line() == "{\n \"a\": 1,\n \"b\": {},\n \"c\": [\n  {\n   \"d\": 7\n  }\n ]\n}\n");
}

TEST_CASE("what was handed on is not kept") {
  std::string out = "head ";
  CompactJson json;
  json.Array(std::vector<int>{1, 2, 3}, [&](int number) {
    json.Value(number);
    json.PassTo(out);
    CHECK(json.size() == 0);
  });
  json.PassTo(out);
  CHECK(out == "head [1,2,3]");
}

}  // namespace
}  // namespace koppel
