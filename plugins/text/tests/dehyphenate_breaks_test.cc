#include "lines/breaks.h"

#include <catch2/catch.hpp>
#include <string>

namespace koppel::text {
namespace {

std::string Show(std::string_view text) {
  std::string shown;
  for (const LineBreak& one : FindLineBreaks(text)) {
    shown.append(one.Left(text)).append("|").append(one.Right(text)).append(" ");
  }
  return shown;
}

TEST_CASE("a hyphen at a line end is found with the parts around it") {
  CHECK(Show("een gezel-\nlige avond") == "gezel|lige ");
  CHECK(Show("een gezel- \r\n \n  lige avond") == "gezel|lige ");
  CHECK(Show("een (gezel-\n\flige) avond") == "gezel|lige ");
  CHECK(Show("niets te vinden\nof-te wel") == "");
}

TEST_CASE("all signs that stand for a line-end hyphen count") {
  CHECK(Show("gezel\u2010\nlige") == "gezel|lige ");
  CHECK(Show("gezel\u00AD\nlige") == "gezel|lige ");
  CHECK(Show("gezel\u00AC\nlige") == "gezel|lige ");
  CHECK(Show("gezel\u2011\nlige") == "gezel|lige ");
  CHECK(Show("gezel\u2E17\nlige") == "gezel|lige ");
  CHECK(Show("gezel\u2E40\nlige") == "gezel|lige ");
}

TEST_CASE("inner hyphens and apostrophes belong to the parts") {
  CHECK(Show("\u201Ckant-en-kla-\nre auto's") == "kant-en-kla|re ");
  CHECK(Show("zo'n oud-\nge-diende.") == "oud|ge-diende ");
}

TEST_CASE("a dash is no break, a hyphen alone on its line is") {
  CHECK(Show("een dag -\nof twee") == "");
  CHECK(Show("een dag --\nof twee") == "");
  CHECK(Show("een dag\n-\nof twee") == "|of ");
}

TEST_CASE("the parts are empty where no word stands") {
  CHECK(Show("het leven der be-\n\n<\n\n") == "be| ");
  CHECK(Show("\u2018de heer\u2019-\nJansen") == "|Jansen ");
  CHECK(Show("een laatste woord-") == "");
  CHECK(Show("een laatste woord-\n") == "woord| ");
}

TEST_CASE("the gap ends where the next word begins") {
  const auto breaks = FindLineBreaks("ge-\n\n\nzellig");
  REQUIRE(breaks.size() == 1);
  CHECK(breaks[0].hyphen == 2);
  CHECK(breaks[0].gap == 3);
  CHECK(breaks[0].right == 6);
}

TEST_CASE("parts of hostile length are cut off") {
  const std::string text = std::string(100000, 'a') + "-\n" + std::string(100000, 'b');
  const auto breaks = FindLineBreaks(text);
  REQUIRE(breaks.size() == 1);
  CHECK(breaks[0].Left(text).size() == kLongestPart);
  CHECK(breaks[0].Right(text).size() == kLongestPart);
}

TEST_CASE("a million hyphens are found in linear time") {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "a-\n";
  CHECK(FindLineBreaks(text).size() == 1000000);
  CHECK(FindLineBreaks(std::string(1000000, '-') + "\n").empty());
}

}  // namespace
}  // namespace koppel::text
