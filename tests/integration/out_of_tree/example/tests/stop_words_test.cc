#include "stop_words.h"

#include <catch2/catch.hpp>

#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"

namespace koppel::example {
namespace {

TEST_CASE("example.stop_words takes listed words out, whatever their case") {
  auto document = testkit::MakeDocument("Het kind leest");
  document->layer<Token>().Add({0, 3});
  document->layer<Token>().Add({4, 8});
  document->layer<Token>().Add({9, 14});
  StopWords component({});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context;
  REQUIRE(testkit::Run(component, *document, setup, context).ok());
  CHECK(testkit::DumpLayers(*document) == "token 4 8 \"kind\"\ntoken 9 14 \"leest\"\n");
}

}  // namespace
}  // namespace koppel::example
