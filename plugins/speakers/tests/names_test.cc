#include "people/names.h"

#include <catch2/catch.hpp>

#include "people/registry.h"
#include "support.h"

namespace koppel::speakers {

namespace {

// "given|family", or "" where no name starts the text.
std::string Parts(const std::string& text) {
  const Scanned s(text);
  const std::optional<Name> name = MatchName(s.words, 0, Dutch());
  return name ? name->given + "|" + name->family : "";
}

int Intern(Registry& registry, const std::string& text) {
  const Scanned s(text);
  return registry.Intern(MatchName(s.words, 0, Dutch()).value(), text);
}

}  // namespace

TEST_CASE("names are taken apart into forenames and particles with surname") {
  CHECK(Parts("Sanne van der Meulen zei") == "Sanne|van der Meulen");
  CHECK(Parts("Van der Meulen zei") == "|Van der Meulen");
  CHECK(Parts("J.P. de Wit komt") == "J.P.|de Wit");
  CHECK(Parts("Aleid d’Hondt schrijft") == "Aleid|d’Hondt");
  CHECK(Parts("mevrouw ’t Hooft vraagt") == "|’t Hooft");
  CHECK(Parts("Van der Ven-van Dijk komt") == "|Van der Ven-van Dijk");
  CHECK(Parts("Bart Van Rijsbeke zegt") == "Bart|Van Rijsbeke");
  CHECK(Parts("Naima B.") == "Naima B.|");
}

TEST_CASE("titles and offices before a name belong to its span, and tell the gender") {
  const Scanned s("prof. dr. Ruurd Wijnia sprak met mevrouw Sterk");
  const Name first = MatchName(s.words, 0, Dutch()).value();
  CHECK(s.In(first.span) == "prof. dr. Ruurd Wijnia");
  CHECK(s.In(first.bare) == "Ruurd Wijnia");
  const Name second = MatchName(s.words, s.At("mevrouw"), Dutch()).value();
  CHECK(second.gender == Gender::kFemale);
  CHECK(second.family == "Sterk");
}

TEST_CASE("a function word at the start of a sentence is no name") {
  CHECK(Parts("Maar het regent").empty());
  CHECK(Parts("Dat Jan komt").empty());
}

TEST_CASE("a name does not run over a line or paragraph") {
  CHECK(Parts("Frida\n\nSociaal werker") == "|Frida");
}

TEST_CASE("all forms of a name are one person, whose fullest form is kept") {
  Registry registry;
  const int vos = Intern(registry, "Van der Vos");
  CHECK(Intern(registry, "Mieke van der Vos") == vos);
  CHECK(Intern(registry, "Mieke") == vos);
  CHECK(registry[vos].name == "Mieke van der Vos");
  CHECK(registry[vos].aliases == std::vector<std::string>{"Van der Vos", "Mieke"});
}

TEST_CASE("two people of one surname stay apart by their forenames") {
  Registry registry;
  const int anna = Intern(registry, "Anna Bakker");
  const int bert = Intern(registry, "Bert Bakker");
  CHECK(anna != bert);
  CHECK(Intern(registry, "A. Bakker") == anna);
}

TEST_CASE("somebody greeted by a forename is the person who signs with it later") {
  Registry registry;
  const int wim = Intern(registry, "Wim");
  CHECK(Intern(registry, "Wim Haverkort") == wim);
  CHECK(registry[wim].name == "Wim Haverkort");
}

}  // namespace koppel::speakers
