#include "support.h"

namespace koppel::sentiment {
namespace {

TEST_CASE("Words inside a target have no polarity") {
  CHECK(Targets("Wij hebben geen sociaal werkers nodig hoor, helemaal niet nodig.") ==
        "sociaal werk negative");
  auto document = Segmented("Stichting Het Lelijke Eendje is verhuisd.");
  document->layer<Entity>().Add({0, 27}).Set(Entity::name, "Stichting Het Lelijke Eendje");
  document->layer<Mention>().Add({0, 27}).Set(Mention::entity, Ref<Entity>{0});
  Annotate(*document);
  CHECK(Rows(*document, Sentiment::Scope::kSentence).front().label == "no_evidence");
}

TEST_CASE("Of two targets the nearer in the clause is meant") {
  CHECK(Targets("Burgers hebben die sociaal werkers echt niet nodig.") == "sociaal werk negative");
}

TEST_CASE("Each clause speaks of its own target") {
  CHECK(Targets("De gemeente is traag, maar de vrijwilligers zijn geweldig.") ==
        "gemeente negative; vrijwilligers positive");
}

TEST_CASE("A clause without a target speaks of the one before it") {
  CHECK(Targets("De gemeente vergadert, en dat is zinloos.") == "gemeente negative");
}

TEST_CASE("A clause with a subject of its own does not speak of another's target") {
  CHECK(Targets("De gemeente is mooi, de zaal is lelijk.") == "gemeente positive");
}

TEST_CASE("A demonstrative refers back unless a noun follows") {
  CHECK(Targets("De vrijwilligers komen. Die zijn geweldig.") == "vrijwilligers positive");
  CHECK(Targets("De vrijwilligers komen. Die stoelen zijn geweldig.").empty());
}

TEST_CASE("A pronoun does not reach beyond the sentence before") {
  CHECK(Targets("De vrijwilligers komen. Het regent. Ze zijn geweldig.").empty());
}

TEST_CASE("A pronoun stands for the target of the sentence before") {
  CHECK(Targets("De vrijwilligers komen morgen. Ze zijn geweldig.") == "vrijwilligers positive");
}

TEST_CASE("What only names something bad says nothing about a target") {
  CHECK(Targets("De gemeente vroeg naar eenzaamheid.").empty());
}

TEST_CASE("Who speaks is no target of their own words where a label names them") {
  const std::string_view text = "Jan Smit: De soep is geweldig. Jan Smit: Die is lekker.";
  auto document = Segmented(text);
  auto entities = document->layer<Entity>();
  entities.Add({0, 8}).Set(Entity::name, "Jan Smit");
  document->layer<Mention>().Add({0, 8}).Set(Mention::entity, Ref<Entity>{0});
  document->layer<Mention>().Add({31, 39}).Set(Mention::entity, Ref<Entity>{0});
  document->layer<Turn>().Add({0, 55}).Set(Turn::speaker, Ref<Entity>{0});
  Annotate(*document);
  CHECK(Rows(*document, Sentiment::Scope::kTarget).empty());
}

TEST_CASE("Who speaks is a target in what a quotation of somebody else says") {
  const std::string_view text = "Zo is het. \"Jan Smit is geweldig.\"";
  auto document = Segmented(text);
  auto entities = document->layer<Entity>();
  entities.Add({12, 20}).Set(Entity::name, "Jan Smit");
  entities.Add({12, 20}).Set(Entity::name, "Bo");
  document->layer<Mention>().Add({12, 20}).Set(Mention::entity, Ref<Entity>{0});
  document->layer<Turn>().Add({0, 34}).Set(Turn::speaker, Ref<Entity>{0});
  document->layer<Quote>().Add({11, 34}).Set(Quote::speaker, Ref<Entity>{1});
  Annotate(*document);
  REQUIRE(Rows(*document, Sentiment::Scope::kTarget).size() == 1);
}

TEST_CASE("Who speaks as one of a group is no target of the group's words") {
  auto document = Segmented("Jan Smit en Bo vinden dat mooi.");
  auto entities = document->layer<Entity>();
  entities.Add({0, 8}).Set(Entity::name, "Jan Smit");
  entities.Add({0, 8}).Set(Entity::name, "Jan Smit; Bo").Set(Entity::kind, Entity::Kind::kGroup);
  document->layer<Mention>().Add({0, 8}).Set(Mention::entity, Ref<Entity>{0});
  document->layer<Turn>().Add({0, 31}).Set(Turn::speaker, Ref<Entity>{1});
  Annotate(*document);
  CHECK(Rows(*document, Sentiment::Scope::kTarget).empty());
}

TEST_CASE("Own targets replace the bundled ones") {
  TargetList list;
  REQUIRE(list.Add("bank\tparkbank, houten/stenen bank\n").ok());
  Words words;
  words.Add({0, 6}, "Stenen", true);
  words.Add({7, 11}, "bank", true);
  const auto match = list.Find(words, 0);
  REQUIRE(match);
  CHECK(*match.value == "bank");
  CHECK(match.last == 1);
  CHECK(list.Add("bank\n").message() == "1: no forms of 'bank'");
}

}  // namespace
}  // namespace koppel::sentiment
