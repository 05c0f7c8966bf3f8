// Who a quotation is given to: phrases that are no speaker, pronouns, names.
#include <catch2/catch.hpp>

#include "quoted.h"

namespace koppel::speakers {

TEST_CASE("a thing that is the object of the verb is no speaker") {
  CHECK(Quoted("Het buurtcentrum sluit om tien uur, en geeft een laatste ronde, zoals altijd.")
            .Lines()
            .empty());
  CHECK(Quoted("Wie de trap op loopt, ziet een kale muur, een kapstok en een bak met zand.")
            .Lines()
            .empty());
  CHECK(Quoted("Daar gaat weer een week overheen, en die schrijft een rapport.").Lines().empty());
  CHECK(Quoted("De raad ziet haar taak als ‘doorgeefluik’ en niets meer.").Lines() ==
        Strings{"not_speech -: ‘doorgeefluik’"});
}

TEST_CASE("who sees what another sentence's verb has as its subject is not that subject") {
  CHECK(Quoted("Els Verhoef liep langs. Er stond een kar, en zij zag dat de as gebroken was.")
            .Lines() == Strings{"indirect Els Verhoef: de as gebroken was"});
}

TEST_CASE("people and organisations without a name are speakers") {
  CHECK(Quoted("Een huurder vertelt dat de lift al weken stil staat.").Lines() ==
        Strings{"indirect Een huurder: de lift al weken stil staat"});
  CHECK(Quoted("Critici vinden dat de lift te duur is.").Lines() ==
        Strings{"indirect Critici: de lift te duur is"});
  const Quoted q("Volgens oudervereniging De Schommel zijn er te weinig juffen.");
  CHECK(q.Lines() == Strings{"indirect oudervereniging De Schommel: zijn er te weinig juffen"});
  CHECK(q.document->layer<Entity>()[0][Entity::kind] == Entity::Kind::kOrganisation);
}

TEST_CASE("a source ends before the verb, with all that describes it") {
  CHECK(Quoted("Volgens de wethouder kost een bankje vijfhonderd euro.").Lines() ==
        Strings{"indirect de wethouder: kost een bankje vijfhonderd euro"});
  CHECK(Quoted("Volgens onze begroting kost een bankje vijfhonderd euro.").Lines().empty());
  CHECK(Quoted("Volgens de beheerder van het park, mevrouw Smit, is dat te veel.").Lines() ==
        Strings{"indirect Smit: is dat te veel"});
  CHECK(Quoted("Volgens lector Els Verhoef van het Instituut Morgen komt de helft nooit terug.")
            .Lines() == Strings{"indirect Els Verhoef: komt de helft nooit terug"});
}

TEST_CASE("what is written somewhere is not said by the sentence's subject") {
  CHECK(Quoted("In de folder staat de Wilg als voorbeeld, dat de volgende regel luidt: ‘Kom "
               "gerust binnen.’")
            .Lines() == Strings{"direct -: ‘Kom gerust binnen.’"});
}

TEST_CASE("who stands up and speaks is the speaker") {
  const Quoted q("Els Verhoef kwam binnen. Jan Smit stond op: ‘Neem mijn stoel.’");
  CHECK(q.Lines() == Strings{"direct Jan Smit: ‘Neem mijn stoel.’"});
  CHECK(q.document->layer<Quote>()[0][Quote::confidence] < 0.75);
}

TEST_CASE("a reference between brackets is nobody") {
  CHECK(Quoted("Zo werd het vak omschreven (zie ook Erbij 2009): ‘Wij doen maar wat.’").Lines() ==
        Strings{"direct -: ‘Wij doen maar wat.’"});
}

TEST_CASE("a thesis that is discussed is not said by whoever writes about it") {
  CHECK(Quoted("De fiets\n\nDoor Joost Kamp\n\nGisteren zat ik bij een avond over de stelling: "
               "‘De fiets heeft zijn tijd gehad.’ Het was er warm.")
            .Lines() == Strings{"direct -: ‘De fiets heeft zijn tijd gehad.’"});
}

TEST_CASE("a pronoun in the singular means no group and no organisation") {
  CHECK(Quoted("Bewoners van de Iepenhof eisen een lift. ‘Die komt er niet’, zegt hij.").Lines() ==
        Strings{"direct -: ‘Die komt er niet’"});
  CHECK(
      Quoted("Volgens het samenwerkingsverband De Brug is het vol. ‘Dat klopt’, zei ze.").Line(1) ==
      "direct -: ‘Dat klopt’");
}

TEST_CASE("who is spoken to, or only of, in a quotation does not speak it") {
  CHECK(Quoted("Mevrouw Verhoef kwam binnen. ‘Mevrouw Smit,’ zei ze, ‘ik kom voor de lift.’")
            .Line(0)
            .starts_with("direct Verhoef:"));
  CHECK(Quoted("Jan Smit kwam terug. ‘Ik zag Karim van den Bos nog’, zei hij.").Lines() ==
        Strings{"direct Jan Smit: ‘Ik zag Karim van den Bos nog’"});
}

TEST_CASE("a pronoun means the last who is named or told of in its own paragraph") {
  const std::string start = "Anna Smit opent de deur. Anna Smit wacht.\n\n";
  CHECK(Quoted(start + "Ria van Dam zit binnen. Van Dam leest. ‘Kom erin’, zegt ze.").Lines() ==
        Strings{"direct Ria van Dam: ‘Kom erin’"});
  CHECK(Quoted(start + "De burgemeester is trots. ‘Dit is ons huis’, zegt ze.").Lines() ==
        Strings{"direct De burgemeester: ‘Dit is ons huis’"});
  CHECK(Quoted(start + "Achterin staat een vrouw op. ‘Waarom?’ vraagt ze.").Lines() ==
        Strings{"direct een vrouw: ‘Waarom?’"});
  CHECK(Quoted(start + "Onze buurvrouw Tineke stopt. ‘Het is mooi geweest’, zegt ze.").Lines() ==
        Strings{"direct Tineke: ‘Het is mooi geweest’"});
  CHECK(Quoted(start + "Het regent. ‘Kom erin’, zegt ze.").Lines() ==
        Strings{"direct Anna Smit: ‘Kom erin’"});
}

TEST_CASE("a surname stands for the full name before it, also of somebody who never speaks") {
  CHECK(
      Quoted("Ria van Dam telt de stoelen.\n\nOok Jan Smit is er.\n\nVan Dam gaat zitten. ‘Ik zie "
             "wel’, zegt ze.")
          .Lines() == Strings{"direct Ria van Dam: ‘Ik zie wel’"});
}

TEST_CASE("whose opinion is given can be meant by a pronoun") {
  CHECK(Quoted("Volgens onderzoeker Ria van Dam komt de helft terug. Zij noemt dat ‘een zachte "
               "landing’.")
            .Line(1) == "mixed Ria van Dam: ‘een zachte landing’");
}

TEST_CASE("a nickname between quotation marks is part of the name") {
  CHECK(Quoted("Hendrik ‘Rikkie’ Posthuma maakt fietsen. ‘Die moet vanmiddag klaar’, bromt hij.")
            .Lines()
            .back() == "direct Hendrik ‘Rikkie’ Posthuma: ‘Die moet vanmiddag klaar’");
}

TEST_CASE("speech without a reporting clause is by who was named before in the paragraph") {
  const std::string start = "‘Het is vol’, zegt Jan Smit.\n\n‘Het is leeg’, zegt Anna Bos.\n\n";
  CHECK(Quoted(start + "Ria van Dam is blij. Haar vader werd snel geholpen. ‘Daar ben ik dankbaar "
                       "voor.’")
            .Line(2) == "direct Ria van Dam: ‘Daar ben ik dankbaar voor.’");
}

TEST_CASE("a fragment takes no turn in a conversation") {
  const Quoted q(
      "‘Komt u binnen’, zei Els Verhoef.\n\n‘Graag’, zei Jan Smit.\n\nKarim van den Bos noemt dat "
      "‘hun oude spel’ en lacht.\n\n‘Wilt u koffie?’\n");
  CHECK(q.Line(3) == "direct Els Verhoef: ‘Wilt u koffie?’");
}

TEST_CASE("a person has the fullest name that the text gives") {
  const Quoted q(
      "Er is veel te doen in de wijk die Margriet Verhoef zo goed kent.\n\nHet is er oud. Verhoef "
      "antwoordt: ‘Er is geen lift.’");
  CHECK(q.Lines() == Strings{"direct Margriet Verhoef: ‘Er is geen lift.’"});
}

TEST_CASE("what the first of two says ends before the second's name") {
  CHECK(Quoted("Smit noemt dat de nieuwe lift, Verhoef het oude gebrek.").Lines() ==
        Strings{"indirect Smit: de nieuwe lift", "indirect Verhoef: het oude gebrek"});
}

TEST_CASE("the topic of a question is no statement") {
  CHECK(Quoted("Zo kunnen wij elkaar vragen naar wat ‘mooi vakwerk’ is en wat het kost.").Lines() ==
        Strings{"not_speech -: ‘mooi vakwerk’"});
}

TEST_CASE("guillemets with spaces on both sides point the way the first one does") {
  const Quoted q(
      "« La pluie arrive », explique Solange Bertaud, la voisine du coin, « et le linge est "
      "dehors. » Elle sourit. « Tant pis. »",
      "fr");
  REQUIRE(q.document->layer<Quote>().size() == 2);
  CHECK(q.document->layer<Quote>()[0][Quote::parts].size() == 2);
  CHECK(q.Line(0).starts_with("direct Solange Bertaud: « La pluie"));
  CHECK(q.Line(1).ends_with("« Tant pis. »"));
}

TEST_CASE("a French pronoun behind its verb is its subject") {
  CHECK(
      Quoted("Solange Bertaud ouvre la lettre. « Elle est bonne », confie-t-elle.", "fr").Lines() ==
      Strings{"direct Solange Bertaud: « Elle est bonne »"});
  CHECK(Quoted("Marcel Auclair répare la machine. « Il suffit d'un cintre, dit-il. »", "fr")
            .Line(0)
            .starts_with("direct Marcel Auclair:"));
}

TEST_CASE("a French report inside the quotation names its speaker") {
  CHECK(
      Quoted("Inès Kaddour a ouvert la lettre.\n\n« Je n'ai pas peur, confie-t-elle. J'ai froid. »",
             "fr")
          .Lines() ==
      Strings{"direct Inès Kaddour: « Je n'ai pas peur, confie-t-elle. J'ai froid. »"});
}

TEST_CASE("a pronoun in a dialogue can mean somebody without a name who speaks there") {
  const Quoted q(
      "La porte grince. Là, Thibault Lenormand part.\n\n— Vous l'avez reçue ? demanda Solange "
      "Bertaud.\n\n— Je "
      "l'ai "
      "reçue, dit le vieux monsieur.\n\n— Et pourquoi ? demanda Solange Bertaud.\n\n— Parce "
      "qu'elle est fermée, répondit-il, elle n'est pas mauvaise.",
      "fr");
  CHECK(
      q.Lines().back() ==
      "direct le vieux monsieur: Parce qu'elle est fermée, répondit-il, elle n'est pas mauvaise.");
}

TEST_CASE("the title of a paper is no speaker") {
  CHECK(Quoted("Le Courrier du Canal — mai 2014\n\nIl pleut sur le canal.\n\n« On rentre le "
               "linge. »\n",
               "fr")
            .Lines() == Strings{"direct -: « On rentre le linge. »"});
}

TEST_CASE("a German noun with a capital is no name where a pronoun is the subject") {
  CHECK(Quoted("Otto Wehmeyer lachte. Nach seinem dritten Kassensturz sagte er: „Es reicht.“", "de")
            .Lines() == Strings{"direct Otto Wehmeyer: „Es reicht.“"});
}

}  // namespace koppel::speakers
