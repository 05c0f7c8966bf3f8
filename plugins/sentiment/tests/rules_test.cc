// Each rule by what it does to a judgement.
#include "support.h"

namespace koppel::sentiment {
namespace {

TEST_CASE("Words judge, and a sentence without any has no evidence") {
  CHECK(Label("De hulp was prachtig.") == "positive");
  CHECK(Label("De hulp was waardeloos.") == "negative");
  CHECK(Label("Het boek ligt op tafel.") == "no_evidence");
}

TEST_CASE("Inflected forms and compounds follow from the rules of the language") {
  CHECK(Label("Wat een boze, domme en trage reactie.") == "negative");
  CHECK(Label("Zij klaagde.") == "negative");
  CHECK(Label("Dat is belastinggeldverspilling.") == "negative");
  CHECK(Label("Dat vind ik onfatsoenlijk.") == "negative");
  CHECK(Label("Een leerkracht ziet die mogelijkheid.") == "no_evidence");
}

TEST_CASE("A negation turns what follows in its clause") {
  CHECK(Label("De opvang is niet goed.") == "negative");
  CHECK(Label("De opvang is niet slecht.") == "positive");
  CHECK(Label("Dit plan biedt geen hoop.") == "negative");
}

TEST_CASE("A negation with nothing behind it turns what stands before it") {
  CHECK(Label("Ik waardeer die nieuwe aanpak niet.") == "negative");
}

TEST_CASE("A negation ends with its clause and with its reach") {
  CHECK(Label("Ik weet het niet, maar de zaal is prachtig.") == "positive");
  CHECK(
      Label(
          "Niet iedere dinsdagochtend fietst mijn buurman vanuit Zwolle langs prachtige molens.") ==
      "positive");
}

TEST_CASE("Two negations turn twice") { CHECK(Value("Nooit is de koffie niet lekker.") > 0); }

TEST_CASE("Of two negations that are joined each turns its own") {
  CHECK(Label("Het hotel is niet mooi en niet schoon.") == "negative");
}

TEST_CASE("A negation in a question expects a yes") {
  CHECK(Label("Is het niet prachtig?") == "positive");
}

TEST_CASE("A negation that turns nothing is a weak refusal") {
  CHECK(Label("Ik wil dat niet.") == "negative");
  CHECK(Value("Ik wil dat niet.") > Value("Ik haat dat."));
  CHECK(Targets("De gemeente heeft nog geen stoelen.").empty());
}

TEST_CASE("Forms that are also another word are no evidence") {
  const std::string_view sentence = GENERATE(
      "De pijl wijst naar het noorden.", "Op die wijze past het.",
      "De vereniging telt tachtig leden.", "Twee weken geleden sloot de winkel.",
      "Op tafel liggen vier boeken.", "De vierde trein rijdt later.", "Het boek bleek een atlas.",
      "Het abonnement komt te vervallen.", "De prijzen en de lonen staan in een tabel.",
      "Inderdaad, de dames kaarten.", "De soldaten vormden twee troepen.",
      "Er kwam een boot met boter.", "De man zat op een kussen.", "Dit is de laagste prijs.");
  INFO(sentence);
  CHECK(Label(sentence) == "no_evidence");
}

TEST_CASE("The same words judge where they are meant") {
  CHECK(Label("Dat was een wijs besluit.") == "positive");
  CHECK(Label("Wij vierden zijn verjaardag.") == "positive");
  CHECK(Label("De familie heeft er erg onder geleden.") == "negative");
  CHECK(Label("Zij woont in een vervallen pand.") == "negative");
  CHECK(Label("Ik ben het zat.") == "negative");
  CHECK(Label("Zij werd geprezen.") == "positive");
  CHECK(Label("Wij stellen uw komst op prijs.") == "positive");
}

TEST_CASE("Other languages have such words as well") {
  CHECK(Label("Die Preise stehen auf einer Tafel.", "de") == "no_evidence");
  CHECK(Label("Auf diese Weise geht es.", "de") == "no_evidence");
  CHECK(Label("Il travaille la nuit.", "fr") == "no_evidence");
  CHECK(Label("Elle loue un appartement.", "fr") == "no_evidence");
  CHECK(Label("The content is a list.", "en") == "no_evidence");
  CHECK(Label("It looks like a kind of box.", "en") == "no_evidence");
  CHECK(Label("I like it.", "en") == "positive");
}

TEST_CASE("What stands before a reflexive is a verb, unless an infinitive follows") {
  CHECK(Label("Het verslag beperkt zich tot juni.") == "no_evidence");
  CHECK(Label("Het verslag beperkt zich niet tot juni.") == "no_evidence");
  CHECK(Label("De ploeg is bereid zich te melden.") == "positive");
  CHECK(Label("Die Liste beschränkt sich auf Juni.", "de") == "no_evidence");
}

TEST_CASE("A report of what others did not do is no refusal") {
  CHECK(Label("De chauffeurs wilden eerst niet rijden.") == "no_evidence");
  CHECK(Label("Uit het onderzoek bleek dat het dak niet lekt.") == "no_evidence");
  CHECK(Label("Ik wil niet rijden.") == "negative");
}

TEST_CASE("A correction is no refusal") {
  CHECK(Label("Niet in mei, maar in juni.") == "no_evidence");
  CHECK(Label("Niet in mei.") == "negative");
  CHECK(Label("Zij kan niet zonder haar hond.") == "positive");
}

TEST_CASE("'Niet alleen' is no negation") {
  CHECK(Label("De cursus is niet alleen leuk.") == "positive");
}

TEST_CASE("'Helemaal niet' turns harder, 'niet helemaal' less") {
  CHECK(Value("Het is helemaal niet leuk.") < Value("Het is niet leuk."));
  CHECK(Value("Het is niet leuk.") < Value("Het is niet helemaal leuk."));
}

TEST_CASE("Adverbs scale the next head and judge only without one") {
  CHECK(Value("Het is heel leuk.") > Value("Het is leuk."));
  CHECK(Value("Het is nogal leuk.") < Value("Het is leuk."));
  CHECK(Label("Het was vreselijk leuk.") == "positive");
  CHECK(Label("Het was vreselijk.") == "negative");
}

TEST_CASE("'Te' makes a good thing bad and a bad thing worse") {
  CHECK(Label("De soep is te lekker.") == "negative");
  CHECK(Value("De fiets is te duur.") < Value("De fiets is duur."));
}

TEST_CASE("A contrast weighs what comes before it less, a concession itself") {
  CHECK(Value("De zaal is mooi, maar de stoelen zijn lelijk.") < 0);
  CHECK(Value("De stoelen zijn lelijk, maar de zaal is mooi.") > 0);
  CHECK(Value("Hoewel de stoelen lelijk zijn, is de zaal mooi.") > 0);
}

TEST_CASE("Separable verbs are joined before they are looked up") {
  CHECK(Label("De opkomst viel gisteren erg tegen.") == "negative");
  CHECK(Label("Dat is me meegevallen.") == "positive");
  CHECK(Label("Verhuizen valt niet mee.") == "negative");
  CHECK(Label("Hij werkt tegen betaling.") == "no_evidence");
}

TEST_CASE("Phrases are more than their words") {
  CHECK(Label("Dat is weggegooid geld.") == "negative");
  CHECK(Label("Zo spannen ze het paard achter de wagen.") == "negative");
  CHECK(Label("Die cursus hebben wij helemaal niet nodig.") == "negative");
  CHECK(Label("Hij heeft geen zin.") == "negative");
}

TEST_CASE("Less of a bad thing is good, less of a good thing bad") {
  CHECK(Label("Er is minder overlast.") == "positive");
  CHECK(Label("De overlast neemt af.") == "positive");
  CHECK(Label("Een gebrek aan vertrouwen.") == "negative");
}

TEST_CASE("Irony is a flag and never turns the value") {
  const Row ironic = Judged("Prachtig om weer een loket te openen, maar niemand vindt de deur.");
  CHECK(ironic.irony);
  CHECK_FALSE(Judged("Prachtig om in de zon te zitten.").irony);
}

TEST_CASE("English, German and French have lexicons and rules as well") {
  CHECK(Label("The service was not good.", "en") == "negative");
  CHECK(Label("Die Beratung war nicht schlecht.", "de") == "positive");
  CHECK(Label("Le service est vraiment magnifique.", "fr") == "positive");
}

}  // namespace
}  // namespace koppel::sentiment
