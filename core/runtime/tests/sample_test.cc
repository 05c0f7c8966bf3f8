#include "koppel/runtime/sample.h"

#include <catch2/catch.hpp>
#include <string>

namespace koppel {
namespace {

TEST_CASE("a sample is about the part that was asked for, and holds the smaller ones") {
  int tenth = 0, half = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = "document " + std::to_string(i);
    tenth += InSample(id, 0.1);
    half += InSample(id, 0.5);
    if (InSample(id, 0.1)) REQUIRE(InSample(id, 0.5));
  }
  CHECK(tenth == Approx(1000).margin(100));
  CHECK(half == Approx(5000).margin(200));
}

TEST_CASE("all and nothing are samples too") {
  CHECK(InSample("", 1));
  CHECK_FALSE(InSample("d", 0));
}

TEST_CASE("the least part that holds a document holds one, and a larger one stays as it is") {
  for (int i = 0; i < 1000; ++i) {
    const std::string a = "a" + std::to_string(i), b = "b" + std::to_string(i);
    const double part = LeastPart({a, b}, 0);
    REQUIRE(InSample(a, part) != InSample(b, part));
  }
  CHECK(LeastPart({"d"}, 1) == 1);
  CHECK(LeastPart({}, 0.25) == 0.25);
}

}  // namespace
}  // namespace koppel
