#include "koppel/features.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "koppel/layers.h"

namespace koppel {
namespace {

std::vector<std::string> NamesOf(const Document& document, std::string_view layer,
                                 std::uint32_t row) {
  std::vector<std::string> names;
  ForEachFeature(
      document, *internal::FindLayer(document, layer), row,
      [&](const FeatureInfo& info, const FeatureValue&) { names.emplace_back(info.name); });
  return names;
}

std::optional<FeatureValue> At(const Document& document, std::string_view layer,
                               std::string_view feature, std::uint32_t row) {
  const internal::LayerData& data = *internal::FindLayer(document, layer);
  return FeatureAt(document, data, static_cast<std::size_t>(FindFeature(*data.schema, feature)),
                   row);
}

TEST_CASE("features are visited in the order of the schema, those without a value are not") {
  Document document;
  REQUIRE(document.SetText("Zoë zegt niets").ok());
  document.layer<Token>().Add({0, 4}).Set(Token::lower, "zoë").Set(Token::kind, Token::Kind::kWord);
  document.layer<Token>().Add({5, 9});
  CHECK(NamesOf(document, "token", 0) == std::vector<std::string>{"kind", "lower"});
  CHECK(NamesOf(document, "token", 1).empty());
}

TEST_CASE("a feature's value has the type of the feature") {
  Document document;
  REQUIRE(document.SetText("Zoë zegt niets").ok());
  document.layer<Entity>().Add({0, 4}).Set(Entity::name, "Zoë");
  document.layer<Entity>().Add({5, 9});
  const std::int32_t both[] = {1, 0};
  document.layer<Turn>()
      .Add({0, 14})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 0)
      .Set(Turn::speaker, {1})
      .Set(Turn::addressees, Refs<Entity>(both))
      .Set(Turn::inferred, false)
      .Set(Turn::confidence, std::numeric_limits<double>::infinity());
  document.layer<Turn>().Add({0, 4});
  const auto value = [&](std::string_view feature) { return At(document, "turn", feature, 0); };
  CHECK(std::get<std::string_view>(*value("kind")) == "comment");
  CHECK(std::get<std::int64_t>(*value("ordinal")) == 0);
  CHECK(std::get<bool>(*value("inferred")) == false);
  CHECK(std::get<double>(*value("confidence")) > 1e300);
  const auto speaker = std::get<FeatureRef>(*value("speaker"));
  CHECK(speaker.layer == "entity");
  CHECK(std::vector<std::int32_t>(speaker.rows.begin(), speaker.rows.end()) ==
        std::vector<std::int32_t>{1});
  const auto addressees = std::get<FeatureRef>(*value("addressees"));
  CHECK(std::vector<std::int32_t>(addressees.rows.begin(), addressees.rows.end()) ==
        std::vector<std::int32_t>{1, 0});
  CHECK(NamesOf(document, "turn", 1).empty());
}

TEST_CASE("a row is known by its name, or else by its text") {
  Document document;
  REQUIRE(document.SetText("Zoë zegt niets").ok());
  document.layer<Entity>().Add({0, 4}).Set(Entity::name, "Zoë van Dam");
  document.layer<Entity>().Add({5, 9});
  document.layer<Token>().Add({10, 15});
  CHECK(ReferentOf(document, "entity", 0)->text == "Zoë van Dam");
  CHECK(ReferentOf(document, "entity", 0)->named);
  CHECK(ReferentOf(document, "entity", 1)->text == "zegt");
  CHECK_FALSE(ReferentOf(document, "entity", 1)->named);
  CHECK(ReferentOf(document, "token", 0)->text == "niets");
  CHECK_FALSE(ReferentOf(document, "entity", 2));
  CHECK_FALSE(ReferentOf(document, "entity", -1));
  CHECK_FALSE(ReferentOf(document, "sentence", 0));
}

}  // namespace
}  // namespace koppel
