#include "terminal_page.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "diff_json.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

using Catch::Contains;

RunDiff Sample() {
  RunDiff diff;
  diff.a = "out";
  diff.b = "again";
  diff.documents_a = diff.documents_b = 2;
  diff.equal = 1;
  diff.differing = {"d"};
  const std::string far(200, 'x');
  const Example example{"d", {far, "organi-\nsatie", far}, {far, "\033[31morganisatie", far}, {}};
  diff.causes = {{Cause::Kind::kParameter, "join", "parameter language: nl → de of join", false}};
  diff.first = FirstDifference{"d", "join", Place{example, "text", {3, 16}, {3, 14}}, diff.causes};
  diff.steps = {{"join", 1, diff.causes, {example}}};
  diff.rules = {{"join", "corpus_joined", 0, 12, 0, {example}}};
  diff.layers = {{"artefact", 1, 2, 3, {}}};
  diff.only_a = {{"gone", "filtered by length: too short"}};
  diff.notes = {"note " + far + " " + far};
  return diff;
}

TEST_CASE("no line is longer than 80 columns, and nothing steers the terminal") {
  const std::string page = TerminalPage(Sample(), false);
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(CodePoints(line) <= 80);
  }
  CHECK(page.find('\033') == std::string::npos);
}

TEST_CASE("the page tells place, cause and counts") {
  const std::string page = TerminalPage(Sample(), false);
  CHECK_THAT(page, Contains("d, after step join: text, bytes 3..16 of A, 3..14 of B"));
  CHECK_THAT(page, Contains("‹organi-⏎satie›"));
  CHECK_THAT(page, Contains("likely cause: parameter language: nl → de of join"));
  CHECK_THAT(page, Contains("join  corpus_joined") && Contains("12"));
  CHECK_THAT(page, Contains("gone (in the other: filtered by length: too short)"));
  CHECK_THAT(TerminalPage(Sample(), true), Contains("\033[31morgani-⏎satie\033[0m"));
}

TEST_CASE("equal runs have no differences") {
  RunDiff diff;
  diff.documents_a = diff.documents_b = diff.equal = 1;
  CHECK(TerminalPage(diff, false) == "A  : 1 document\nB  : 1 document\nno differences\n");
  CHECK_THAT(DiffJson(diff), Contains("\"equal\": true"));
}

}  // namespace
}  // namespace koppel
