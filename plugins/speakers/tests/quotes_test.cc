#include "quotes/quotes.h"

#include <catch2/catch.hpp>

#include <chrono>

#include "quoted.h"

namespace koppel::speakers {

TEST_CASE("every style of marks is paired, with the speaker before or after") {
  CHECK(Quoted("Gisteren zei Els Verhoef: ‘Het regent hier altijd.’").Lines() ==
        Strings{"direct Els Verhoef: ‘Het regent hier altijd.’"});
  CHECK(Quoted("“Wij komen morgen terug”, zegt Karim van den Bos.").Lines() ==
        Strings{"direct Karim van den Bos: “Wij komen morgen terug”"});
  CHECK(Quoted("„Dat weet ik niet”, antwoordde Els Verhoef.").Lines() ==
        Strings{"direct Els Verhoef: „Dat weet ik niet”"});
  CHECK(Quoted("Els Verhoef riep: »Daar komt de bus.«").Lines() ==
        Strings{"direct Els Verhoef: »Daar komt de bus.«"});
  CHECK(Quoted("Els Verhoef riep: \"Daar komt de bus.\"").Lines() ==
        Strings{"direct Els Verhoef: \"Daar komt de bus.\""});
}

TEST_CASE("a quotation that opens with the wrong mark, or against its name, is found") {
  CHECK(Quoted("Els Verhoef schrijft:” Maar dat is juist nodig voor ons”. Dat klopt.").Lines() ==
        Strings{"direct Els Verhoef: ” Maar dat is juist nodig voor ons”"});
  CHECK(Quoted("Voorzitter Jan Smit:\"Wij gaan door.\"").Lines() ==
        Strings{"direct Jan Smit: \"Wij gaan door.\""});
}

TEST_CASE("a reporting clause inside a quotation leaves two parts of one quotation") {
  const Quoted q("‘Ik blijf’, zei Els Verhoef, ‘want het is hier goed.’");
  REQUIRE(q.Lines() ==
          Strings{"direct Els Verhoef: ‘Ik blijf’, zei Els Verhoef, ‘want het is hier goed.’"});
  CHECK(q.document->layer<Quote>()[0][Quote::parts].size() == 2);
  CHECK(q.document->layer<QuotePart>()[1].text() == "‘want het is hier goed.’");
}

TEST_CASE("a question mark inside the marks does not end the sentence") {
  CHECK(Quoted("\"Nou en?\" zei Els Verhoef. Zij liep weg.").Lines() ==
        Strings{"direct Els Verhoef: \"Nou en?\""});
}

TEST_CASE("quotations nest, in other marks and in the same") {
  const Quoted q("Els Verhoef zegt: ‘Mijn buurman riep: “Kom eruit!” En dat deed ik.’");
  REQUIRE(q.document->layer<Quote>().size() == 2);
  CHECK(q.document->layer<Quote>()[0][Quote::level] == 0);
  CHECK(q.document->layer<Quote>()[1][Quote::level] == 1);
  CHECK(q.Line(1) == "direct Mijn buurman: “Kom eruit!”");
  const Quoted same(
      "Smit schrijft: ‘Wij zoeken de rol van ‘bruggenbouwer’ in de wijk, en die is er niet.’");
  REQUIRE(same.document->layer<Quote>().size() == 2);
  CHECK(same.document->layer<Quote>()[0].text().ends_with("die is er niet.’"));
}

TEST_CASE("a quotation of several paragraphs repeats its opening mark") {
  const Quoted q(
      "Els Verhoef zei: „Vroeger was er een bus.\n\n„Nu is er niets meer.\n\n„Dat is "
      "jammer.”\n\nZo is het.");
  REQUIRE(q.document->layer<Quote>().size() == 1);
  CHECK(q.document->layer<Quote>()[0].text().ends_with("Dat is jammer.”"));
}

TEST_CASE(
    "an opener that is never closed ends with its sentence and does not swallow the next "
    "quotation") {
  const Quoted q(
      "Aan de muur hangt: ‘Schrijf zo dat je moeder het begrijpt. Wij lachen daarom.\n\nEls "
      "Verhoef zei: ‘Ik niet hoor.’");
  REQUIRE(q.document->layer<Quote>().size() == 2);
  CHECK(q.document->layer<Quote>()[0].text() == "‘Schrijf zo dat je moeder het begrijpt.");
  CHECK(q.Line(1) == "direct Els Verhoef: ‘Ik niet hoor.’");
}

TEST_CASE("apostrophes are no marks") {
  CHECK(Quoted("’s Avonds om elf uur leerden CMV’ers en SPH’ers Hans’ huis kennen in de jaren ’90.")
            .Lines()
            .empty());
}

TEST_CASE("an opening mark before a capital is no apostrophe") {
  CHECK(Quoted("Els Verhoef zei: ‘Er komt geen bus.’").Lines() ==
        Strings{"direct Els Verhoef: ‘Er komt geen bus.’"});
}

TEST_CASE("terms, titles and irony are kept as not_speech, without a speaker") {
  CHECK(Quoted("De gemeente noemt hem nu een zogenaamde ‘regisseur’ en dat is alles.").Lines() ==
        Strings{"not_speech -: ‘regisseur’"});
}

TEST_CASE("a pronoun in a reporting clause means who was named last, of its gender") {
  const Quoted q(
      "Mevrouw Verhoef belde de heer Smit. ‘Het is genoeg’, zei ze. ‘Dat vind ik niet’, zei hij.");
  CHECK(q.Lines() == Strings{"direct Verhoef: ‘Het is genoeg’", "direct Smit: ‘Dat vind ik niet’"});
  const auto quote = q.document->layer<Quote>()[0];
  CHECK(q.document->layer<Mention>()[quote[Quote::mention]].text() == "ze");
}

TEST_CASE("indirect speech: that-clauses, sources and inserted clauses") {
  CHECK(Quoted("Els Verhoef vindt dat de bus vaker moet rijden.").Lines() ==
        Strings{"indirect Els Verhoef: de bus vaker moet rijden"});
  CHECK(Quoted("Volgens Els Verhoef rijdt de bus te weinig.").Lines() ==
        Strings{"indirect Els Verhoef: rijdt de bus te weinig"});
  CHECK(Quoted("De bus rijdt te weinig, zo stelt Els Verhoef.").Lines() ==
        Strings{"indirect Els Verhoef: De bus rijdt te weinig"});
  CHECK(Quoted("Er werd ons verteld dat de bus niet meer rijdt.").Lines() ==
        Strings{"reported -: de bus niet meer rijdt"});
}

TEST_CASE("an impersonal subject reports nobody") {
  CHECK(Quoted("Je kunt niet zeggen dat de bus vaak rijdt. Je kunt zeggen dat hij soms komt.")
            .Lines()
            .empty());
}

TEST_CASE("the cue of a separable verb is given with its particle") {
  const Quoted q("‘Het kan anders’, merkte Els Verhoef op.");
  CHECK(q.document->layer<Quote>()[0][Quote::cue] == "merkte … op");
}

TEST_CASE("what a commenter copies from the article has the article's speaker") {
  const Quoted q(
      "De bus\n\nDoor Joost Kamp\n\nEen halte zonder bus is een bank met een bord erboven. Zo is "
      "het.\n\n"
      "Reacties op dit artikel (1)\n\n 1. Mooi: ‘een halte zonder bus is een bank met bord "
      "erboven’. Hulde!\n");
  REQUIRE(q.document->layer<Quote>().size() == 1);
  CHECK(q.Line(0).starts_with("direct Joost Kamp"));
  CHECK(q.document->layer<Quote>()[0][Quote::rule] == "copy");
}

TEST_CASE("a mark in one comment is never paired with one in another") {
  const Quoted q(
      "De bus\n\nEen zin.\n\nReacties op dit artikel (2)\n\n 1. Hij zei: ‘Ik kom niet meer. "
      "Jammer.\n\n 2. Dat is niet waar’, denk ik.\n");
  for (const auto quote : q.document->layer<Quote>())
    CHECK(quote.text().find("2.") == std::string_view::npos);
}

TEST_CASE("dialogue behind dashes: reporting clauses are taken out") {
  const Quoted q(
      "Els Verhoef kwam binnen.\n\n--Wat een weer! riep Els Verhoef met een zucht.\n\n--Kom "
      "zitten, zei Jan Smit, dan zet ik koffie.\n\n- een lijst\n");
  REQUIRE(q.document->layer<Quote>().size() == 3);
  CHECK(q.Line(0) == "direct Els Verhoef: Wat een weer!");
  CHECK(q.document->layer<Quote>()[1][Quote::parts].size() == 2);
}

TEST_CASE("lists with hyphens are no dialogue") {
  CHECK(Quoted("Agenda\n\n- thee\n\n- koffie\n\n- melk\n").Lines().empty());
}

TEST_CASE("two who speak in turn are told apart") {
  const Quoted q(
      "‘Komt u binnen’, zei Els Verhoef.\n\n‘Graag’, zei Jan Smit.\n\n‘Wilt u koffie?’\n\n‘Ja, "
      "heel graag.’\n");
  REQUIRE(q.document->layer<Quote>().size() == 4);
  CHECK(q.Line(2) == "direct Els Verhoef: ‘Wilt u koffie?’");
  CHECK(q.Line(3) == "direct Jan Smit: ‘Ja, heel graag.’");
  CHECK(q.document->layer<Quote>()[2][Quote::inferred]);
}

TEST_CASE("a hundred thousand marks are read in linear time, and no span leaves the text") {
  for (const char* const mark : {"‘", "\"", "„", "’ ", "\" a "}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += mark;
    const auto begin = std::chrono::steady_clock::now();
    const Quoted q(text);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    for (const auto quote : q.document->layer<Quote>()) REQUIRE(quote.span().end <= text.size());
  }
}

TEST_CASE("without turns the whole text is one, and an empty text has nothing") {
  CHECK(Quoted("").Lines().empty());
}

}  // namespace koppel::speakers
