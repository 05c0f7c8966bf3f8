#include "koppel/report/shortened.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

TEST_CASE("long texts keep both ends") {
  CHECK(Shortened("abc", 3) == "abc");
  CHECK(Shortened("één lange zin", 7) == "één…zin");
}

}  // namespace
}  // namespace koppel
