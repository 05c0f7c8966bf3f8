// What is different between two steps, in words.
#include <catch2/catch.hpp>

#include "koppel/runtime/forecast.h"

namespace koppel {
namespace {

using Lines = std::vector<std::string>;

RunStep Step() {
  return {{"heal",
           "text.dehyphenate",
           std::string(64, 'a'),
           R"({"language":"nl","limit":3})",
           "{}",
           "quarantine",
           {{"data/nl.yaml", std::string(64, 'b')}}},
          "text",
          "1.0.0",
          {}};
}

TEST_CASE("equal steps have no changes") { CHECK(ChangesOf(Step(), Step()).empty()); }

TEST_CASE("each parameter that changed, came or went is named with its values") {
  RunStep after = Step();
  after.identity.params = R"({"language":"de","words":["a","b"]})";
  CHECK(ChangesOf(Step(), after) == Lines{"parameter language: nl → de",
                                          R"(parameter words: new, ["a","b"])",
                                          "parameter limit: gone"});
}

TEST_CASE("library, component, condition, on_error and resources are told apart") {
  RunStep after = Step();
  after.version = "1.1.0";
  after.identity.plugin_sha256 = std::string(64, 'c');
  after.identity.component = "text.other";
  after.identity.when = R"({"language":"nl"})";
  after.identity.on_error = "skip";
  after.identity.resources = {{"data/nl.yaml", std::string(64, 'd')}, {"/tmp/own.txt", ""}};
  CHECK(ChangesOf(Step(), after) ==
        Lines{"component: text.dehyphenate → text.other",
              "plugin text: library changed (1.0.0 aaaaaaaaaaaa → 1.1.0 cccccccccccc)",
              R"(condition: {} → {"language":"nl"})", "on_error: quarantine → skip",
              "resource /tmp/own.txt: new, not there",
              "resource data/nl.yaml: bbbbbbbbbbbb → dddddddddddd"});
}

TEST_CASE("what stands beside the steps is told with its values: limits, order") {
  const RunSettings before = {
      {"order", "path"}, {"limits of heal", "2 s"}, {"limits of all", "9 s"}};
  CHECK(ChangesOf(before, before).empty());
  CHECK(ChangesOf(before, {{"order", "natural"}, {"limits of heal", "5 s"}, {"after", "20"}}) ==
        Lines{"after: new, 20", "limits of heal: 2 s → 5 s", "order: path → natural",
              "limits of all: gone"});
}

}  // namespace
}  // namespace koppel
