#include "language/words.h"

#include <catch2/catch.hpp>

#include "support.h"

namespace koppel::speakers {

TEST_CASE("apostrophes and hyphens inside a word belong to it, quotation marks do not") {
  const Scanned s("‘Zo’n WSW'er’, zei Ten-Cate");
  REQUIRE(s.words.size() == 7);
  CHECK(s.words.Text(0) == "‘");
  CHECK(s.words.Lower(1) == "zo'n");
  CHECK(s.words.Text(2) == "WSW'er");
  CHECK(s.words.Text(3) == "’");
  CHECK(s.words.Text(6) == "Ten-Cate");
}

TEST_CASE("an apostrophe that opens a clitic is no mark") {
  const Scanned s("Om elf uur ’s avonds bij ’t Hooft");
  CHECK(s.words.Lower(s.At("’s")) == "'s");
  CHECK(s.words.Lower(s.At("’t")) == "'t");
}

TEST_CASE("a pronoun that a hyphen joins to its verb is a word of its own") {
  const Words words =
      TestLanguages().For("fr", "").Scan("confie-t-elle, dit-il, peut-être, Marie-Elle");
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < words.size(); ++i) texts.emplace_back(words.Text(i));
  CHECK(texts == std::vector<std::string>{"confie", "-t-elle", ",", "dit", "-il", ",", "peut-être",
                                          ",", "Marie-Elle"});
}

TEST_CASE("the capital of an elided name counts") {
  const Scanned s("d’Hondt en d’avond");
  CHECK(s.words.IsCapital(0));
  CHECK_FALSE(s.words.IsCapital(2));
}

TEST_CASE("words know where lines and paragraphs begin") {
  const Scanned s("een\ntwee\n\ndrie\n> vier");
  CHECK(s.words[1].line_start);
  CHECK_FALSE(s.words[1].blank_before);
  CHECK(s.words[2].blank_before);
  CHECK(s.words[s.At("vier")].line_start);
}

TEST_CASE("an entry of several words is matched as a whole, the longest first") {
  const Scanned s("van der Lans, van den Berg, van");
  CHECK(Dutch().Match(List::kParticle, s.words, 0) == 2);
  CHECK(Dutch().Match(List::kParticle, s.words, 2) == 0);
  CHECK(Dutch().Match(List::kParticle, s.words, s.words.size() - 1) == 1);
}

TEST_CASE("an unknown section of a data file is an error with its line") {
  const Result<Lexicon> lexicon = Lexicon::Parse("nl", "[particle]\nvan\n[partikel]\n");
  REQUIRE_FALSE(lexicon.ok());
  CHECK(lexicon.status().message() == "nl.txt:3: no section is called [partikel]");
}

TEST_CASE("a document without a language is read in the language of its function words") {
  CHECK(TestLanguages().For("", "Dat is de vraag die wij ons stellen.").language() == "nl");
  CHECK(TestLanguages().For("", "This is the question that we have to ask.").language() == "en");
  CHECK(TestLanguages().For("", "Das ist die Frage, die wir uns nicht stellen.").language() ==
        "de");
  CHECK(TestLanguages().For("", "C'est la question que nous ne posons pas.").language() == "fr");
  CHECK(TestLanguages().For("de-AT", "").language() == "de");
}

}  // namespace koppel::speakers
