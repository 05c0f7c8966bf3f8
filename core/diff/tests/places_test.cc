#include "places.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"

namespace koppel::internal {
namespace {

TEST_CASE("an annotation that one side has is marked on that side only") {
  Document with, without;
  for (Document* document : {&with, &without}) {
    document->set_id("d");
    REQUIRE(document->SetText("De wijk van Anna.").ok());
    document->EnsureLayer(Token::kSchema);
  }
  with.layer<Token>().Add({3, 7});
  const DocumentFacts a = FactsOf(with), b = FactsOf(without);
  const DocumentDiff diff = Compare(a, b);
  REQUIRE(diff.rows.size() == 1);
  const Place place = Places(a, b, diff).Of(diff.rows[0]);
  CHECK(place.example.a.before == "De ");
  CHECK(place.example.a.marked == "wijk");
  CHECK(place.example.b.before == "De wijk");
  CHECK(place.example.b.marked.empty());
  CHECK(place.example.b.after == " van Anna.");

  const DocumentDiff reversed = Compare(b, a);
  REQUIRE(reversed.rows.size() == 1);
  const Place other = Places(b, a, reversed).Of(reversed.rows[0]);
  CHECK(other.example.a.marked.empty());
  CHECK(other.example.b.marked == "wijk");
}

}  // namespace
}  // namespace koppel::internal
