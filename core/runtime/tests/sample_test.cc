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

}  // namespace
}  // namespace koppel
