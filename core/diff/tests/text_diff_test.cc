#include "koppel/diff/text_diff.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "sequence_diff.h"

namespace koppel {
namespace {

using internal::DiffSequences;
using internal::Replaced;
using Sequence = std::vector<std::uint32_t>;

Sequence Random(std::mt19937& chance, std::size_t size, std::uint32_t letters) {
  Sequence sequence(size);
  for (std::uint32_t& element : sequence) element = static_cast<std::uint32_t>(chance() % letters);
  return sequence;
}

// The second sequence, made from the first by what was found.
Sequence Patched(const Sequence& a, const Sequence& b, const std::vector<Replaced>& found) {
  Sequence made;
  std::size_t at = 0;
  for (const Replaced& replaced : found) {
    made.insert(made.end(), a.begin() + static_cast<std::ptrdiff_t>(at),
                a.begin() + replaced.a_begin);
    made.insert(made.end(), b.begin() + replaced.b_begin, b.begin() + replaced.b_end);
    at = replaced.a_end;
  }
  made.insert(made.end(), a.begin() + static_cast<std::ptrdiff_t>(at), a.end());
  return made;
}

std::size_t Cost(const std::vector<Replaced>& found) {
  std::size_t cost = 0;
  for (const Replaced& r : found) cost += (r.a_end - r.a_begin) + (r.b_end - r.b_begin);
  return cost;
}

// By the table of all prefixes.
std::size_t LeastCost(const Sequence& a, const Sequence& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t least = a[i - 1] == b[j - 1] ? corner : std::min(row[j - 1], row[j]) + 1;
      corner = std::exchange(row[j], least);
    }
  }
  return row[b.size()];
}

TEST_CASE("what was found leads from one sequence to the other, by the shortest way") {
  std::mt19937 chance(7);
  for (int i = 0; i < 3000; ++i) {
    const auto letters = static_cast<std::uint32_t>(1 + chance() % 5);
    const Sequence a = Random(chance, chance() % 30, letters);
    const Sequence b = Random(chance, chance() % 30, letters);
    const auto found = DiffSequences(a, b);
    CAPTURE(a, b);
    REQUIRE(Patched(a, b, found) == b);
    REQUIRE(Cost(found) == LeastCost(a, b));
  }
}

TEST_CASE("long sequences with nothing in common are told in bounded time") {
  std::mt19937 chance(3);
  const Sequence a = Random(chance, 200'000, 1'000'000), b = Random(chance, 150'000, 1'000'000);
  REQUIRE(Patched(a, b, DiffSequences(a, b)) == b);
}

TEST_CASE("hunks are whole words, and take in the blanks between them") {
  const auto hunks = DiffTexts("De organi- satie is hier.", "De organisatie is nu hier.");
  REQUIRE(hunks.size() == 2);
  CHECK(hunks[0] == TextHunk{{3, 16}, {3, 14}});
  CHECK(hunks[1] == TextHunk{{20, 20}, {18, 21}});
  CHECK(DiffTexts("een\n\ntwee", "een twee") == std::vector<TextHunk>{{{3, 5}, {3, 4}}});
  CHECK(DiffTexts("gelijk", "gelijk").empty());
  CHECK(DiffTexts("één twee", "één drie") == std::vector<TextHunk>{{{6, 10}, {6, 10}}});
}

TEST_CASE("the hunks of random texts lead from one to the other") {
  std::mt19937 chance(11);
  const std::vector<std::string> pieces = {"een", "twée", " ", "\n", "-", "…", "х", ". "};
  const auto text = [&] {
    std::string made;
    for (std::size_t n = chance() % 20; n > 0; --n) made += pieces[chance() % pieces.size()];
    return made;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string a = text(), b = text();
    std::string made;
    std::uint32_t at = 0;
    for (const TextHunk& hunk : DiffTexts(a, b)) {
      made += Span{at, hunk.a.begin}.In(a);
      made += hunk.b.In(b);
      at = hunk.a.end;
    }
    made += std::string_view(a).substr(at);
    CAPTURE(a, b);
    REQUIRE(made == b);
  }
}

TEST_CASE("places are mapped past the hunks before them, and out of those that they lie in") {
  const std::vector<TextHunk> hunks = {{{3, 6}, {3, 10}}, {{20, 20}, {24, 26}}};
  const TextMap map(hunks);
  CHECK(map({0, 3}) == Span{0, 3});
  CHECK(map({6, 8}) == Span{10, 12});
  CHECK(map({4, 5}) == Span{3, 10});
  CHECK(map({22, 24}) == Span{28, 30});
  CHECK(map({8, 8}) == Span{12, 12});
}

}  // namespace
}  // namespace koppel
