#include "sentence_splitter.h"

#include "characters.h"
#include "rules_for.h"

namespace koppel::segment {
namespace {

using Texts = std::vector<std::string>;

Texts Split(std::string_view language, std::string_view text) {
  Texts sentences;
  for (const Span span : SplitSentences(text, RulesFor(language))) {
    sentences.emplace_back(span.In(text));
  }
  return sentences;
}

// Whether the text is one sentence.
bool IsOne(std::string_view language, std::string_view text) {
  return Split(language, text) == Texts{std::string(text)};
}

TEST_CASE("A full stop, question mark or exclamation mark ends a sentence") {
  CHECK(Split("nl", "Het regent. Blijf je thuis? Goed idee! Dan lees ik.") ==
        Texts{"Het regent.", "Blijf je thuis?", "Goed idee!", "Dan lees ik."});
}

TEST_CASE("A paragraph without a final mark is a sentence, and nothing is none") {
  CHECK(IsOne("nl", "Zorg in de buurt"));
  CHECK(Split("nl", "").empty());
  CHECK(Split("nl", " \n\t ").empty());
}

TEST_CASE("A line break inside a paragraph is a space") {
  CHECK(Split("nl", "De wethouder\nzweeg. Toen\nvroeg zij door.") ==
        Texts{"De wethouder\nzweeg.", "Toen\nvroeg zij door."});
}

TEST_CASE("Titles and other inner abbreviations do not end a sentence") {
  CHECK(IsOne("nl", "Volgens dhr. De Boer en mevr. Smit is dat bijv. Utrecht of o.a. Breda."));
  CHECK(IsOne("nl", "Het kost ca. 40 euro, zie blz. 12 en nr. 7."));
  CHECK(IsOne("en", "We met Dr. Green and Mrs. Hall, e.g. At noon."));
  CHECK(IsOne("de", "Das ist z.B. Frau Dr. Klein, vgl. Band 3 bzw. Anhang."));
  CHECK(IsOne("fr", "C'est M. Durand et Mme. Petit, cf. Annexe."));
}

TEST_CASE("Some abbreviations end a sentence before a capital only") {
  CHECK(Split("nl", "Appels, peren enz. Daarna koffie.") ==
        Texts{"Appels, peren enz.", "Daarna koffie."});
  CHECK(IsOne("nl", "Appels, peren enz. werden verkocht."));
  CHECK(IsOne("en", "She joined Acme Inc. Chicago last year."));
  CHECK(Split("en", "She joined Acme Inc. They were glad.") ==
        Texts{"She joined Acme Inc.", "They were glad."});
}

TEST_CASE("A number's abbreviation is one before a number only") {
  CHECK(IsOne("en", "See no. 5 on the list."));
  CHECK(Split("en", "He said no. Everybody left.") == Texts{"He said no.", "Everybody left."});
}

TEST_CASE("Initials do not end a sentence, unless a word that starts sentences follows") {
  CHECK(IsOne("nl", "Mevrouw J. van der Berg en A.B.C. Jansen kwamen."));
  CHECK(IsOne("en", "Written by Mary P. Stone and R.K. Hill."));
  CHECK(Split("nl", "Neem vitamine C. Het helpt.") == Texts{"Neem vitamine C.", "Het helpt."});
}

TEST_CASE("German ordinals do not end a sentence, Dutch numbers do") {
  CHECK(IsOne("de", "Am 3. Oktober ist der 12. Bezirk leer."));
  CHECK(Split("de", "Er wurde 12. Das war gut.") == Texts{"Er wurde 12.", "Das war gut."});
  CHECK(Split("de", "Es war 1989. Berlin feierte.") == Texts{"Es war 1989.", "Berlin feierte."});
  CHECK(Split("nl", "Zij werd 12. Thuis was het feest.") ==
        Texts{"Zij werd 12.", "Thuis was het feest."});
}

TEST_CASE("Quotes and brackets after the mark belong to the sentence") {
  CHECK(Split("nl", "\"Kom mee.\" Jan liep weg.") == Texts{"\"Kom mee.\"", "Jan liep weg."});
  CHECK(Split("nl", ",, Kom mee. '' Jan liep weg.") == Texts{",, Kom mee. ''", "Jan liep weg."});
  CHECK(Split("fr", "« Viens ! » Il partit.") == Texts{"« Viens ! »", "Il partit."});
  CHECK(Split("de", "„Komm mit!“ Er ging.") == Texts{"„Komm mit!“", "Er ging."});
  CHECK(Split("en", "(It rained.) We stayed.") == Texts{"(It rained.)", "We stayed."});
}

TEST_CASE("A quotation before its reporting clause does not end the sentence") {
  CHECK(IsOne("en", "\"And then?\" asked Lucy."));
  CHECK(IsOne("nl", "'Wat nu?' vroeg de voorzitter."));
  CHECK(IsOne("nl", "\"Ik ga!\" – riep zij – \"en snel ook.\""));
}

TEST_CASE("A straight quote with spaces on both sides closes what was opened") {
  CHECK(Split("nl", "Zij zei: \" Ga weg. \" Toen was het stil.") ==
        Texts{"Zij zei: \" Ga weg. \"", "Toen was het stil."});
  CHECK(Split("nl", "Het was stil. \" Ga weg. \"") == Texts{"Het was stil.", "\" Ga weg. \""});
}

TEST_CASE("An ellipsis ends a sentence before a capital only") {
  CHECK(IsOne("nl", "Nou... misschien wel…  of niet."));
  CHECK(Split("nl", "Ik weet het niet... Vraag Piet.") ==
        Texts{"Ik weet het niet...", "Vraag Piet."});
  CHECK(IsOne("nl", "Het plan (...) Utrecht is klaar."));
  CHECK(IsOne("en", "in the city . . . we waited."));
}

TEST_CASE("A number or letter at the beginning counts items") {
  CHECK(IsOne("nl", "1. Opening door de voorzitter"));
  CHECK(Split("nl", "Zie onder. 2. Mededelingen volgen.") ==
        Texts{"Zie onder.", "2. Mededelingen volgen."});
}

TEST_CASE("A forgotten space is seen, addresses and file names are left alone") {
  CHECK(Split("nl", "Dit is het einde van de wagen.Een nieuwe komt niet.") ==
        Texts{"Dit is het einde van de wagen.", "Een nieuwe komt niet."});
  CHECK(Split("nl", "Echt waar?Dat wist ik niet.") == Texts{"Echt waar?", "Dat wist ik niet."});
  CHECK(IsOne("nl", "Kijk op www.voorbeeld.nl/Lijst.Html of mail Jan.Smit@voorbeeld.nl vandaag"));
  CHECK(IsOne("en", "Bought at Bookshop.Com last week"));
}

TEST_CASE("A sentence may begin with a lower-case word after an ordinary word, clitics included") {
  CHECK(Split("en", "we are waiting. call us soon.") == Texts{"we are waiting.", "call us soon."});
  CHECK(IsOne("nl", "De div. instellingen van de raad"));
  CHECK(Split("nl", "Het was laat. 's Avonds sliep hij.") ==
        Texts{"Het was laat.", "'s Avonds sliep hij."});
}

TEST_CASE("French items end in a semicolon before a capitalised function word") {
  CHECK(Split("fr", "Le nord est froid ; Les gens restent.") ==
        Texts{"Le nord est froid ;", "Les gens restent."});
  CHECK(IsOne("nl", "Het noorden is koud; De Vries blijft."));
}

TEST_CASE("An unknown language still has the marks") {
  CHECK(Split("xx", "这是一。那是二？") == Texts{"这是一。", "那是二？"});
  CHECK(Split("xx", "Dr. Who came. OK.") == Texts{"Dr. Who came.", "OK."});
}

TEST_CASE("Blank lines part paragraphs") {
  const std::string_view text = "\n eerste\nregel \n \t\n\ntweede";
  Texts paragraphs;
  for (const Span span : SplitParagraphs(text)) paragraphs.emplace_back(span.In(text));
  CHECK(paragraphs == Texts{"eerste\nregel \n", "tweede"});
  CHECK(SplitParagraphs("").empty());
  CHECK(SplitParagraphs(" \n\n ").empty());
}

TEST_CASE("A long paragraph takes linear time") {
  // A million characters each: a quadratic step takes minutes.
  for (const std::string_view unit :
       {"a.", "ab.Cd", "...", "? ", "\"", ". \"", "(.,", "1. ", ";"}) {
    std::string text(500'000, '(');
    while (text.size() < 1'000'000) text += unit;
    CHECK_FALSE(SplitSentences(text, RulesFor("fr")).empty());
  }
}

TEST_CASE("Spans lie on code points, in order, and cover all but white space") {
  const std::string_view text = "É. “Ü?” é… ''  ?!. 「日本。」 \xF0\x9F\x98\x80. a.B.c. \xC2\xA0 Ö";
  for (const std::string_view language : {"nl", "en", "de", "fr", "und"}) {
    std::string covered;
    std::uint32_t end = 0;
    for (const Span span : SplitSentences(text, RulesFor(language))) {
      CHECK(span.begin >= end);
      CHECK(OnBoundary(text, span.begin));
      CHECK(OnBoundary(text, span.end));
      CHECK(SkipSpaces(text.substr(0, span.begin), end) == span.begin);
      end = span.end;
    }
    CHECK(SkipSpaces(text, end) == text.size());
  }
}

}  // namespace
}  // namespace koppel::segment
