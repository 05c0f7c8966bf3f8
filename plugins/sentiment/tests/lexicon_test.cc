#include "lexicon.h"

#include <catch2/catch.hpp>

#include "modifiers.h"
#include "pattern_lexicon.h"

namespace koppel::sentiment {
namespace {

Words WordsOf(std::string_view text) {
  Words words;
  std::uint32_t at = 0;
  for (const std::string_view word : Split(text, ' ')) {
    const auto size = static_cast<std::uint32_t>(word.size());
    words.Add({at, at + size}, word, true);
    at += size + 1;
  }
  return words;
}

std::string NameAt(const Lexicon& lexicon, std::string_view text) {
  const Words words = WordsOf(text);
  const auto found = lexicon.Find(words, 0, words.size());
  return found ? found->entry->name : "";
}

Inflection Dutch() {
  return *Inflection::Parse(
      "rule\tadjective\tooC\t~o1e\nrule\tadjective\t\t~e\nirregular\tvallen\tvalt "
      "viel\nprefix\ton\tadjective\t-0.9\n");
}

constexpr std::string_view kHead = "# licence: MIT\n";

Status AddTo(Lexicon& lexicon, std::string_view rows) {
  return lexicon.Add(std::string(kHead) + std::string(rows), Dutch());
}

TEST_CASE("The first rule of inflection that fits gives the forms") {
  CHECK(Dutch().Forms("groot", "adjective") == std::vector<std::string>{"groot", "grote"});
  CHECK(Dutch().Forms("klein", "adjective") == std::vector<std::string>{"klein", "kleine"});
  CHECK(Dutch().Forms("vallen", "verb") == std::vector<std::string>{"vallen", "valt", "viel"});
}

TEST_CASE("The longest entry at a place wins") {
  Lexicon lexicon;
  REQUIRE(AddTo(lexicon, "geld\tnoun\t0.1\nweg met\tphrase\t-0.5\nweg met dat/de\tphrase\t-0.9\n")
              .ok());
  CHECK(NameAt(lexicon, "weg met de bus") == "weg met dat/de");
  CHECK(NameAt(lexicon, "weg met bussen") == "weg met");
  CHECK(NameAt(lexicon, "weg").empty());
}

TEST_CASE("A star stands for up to four words") {
  Lexicon lexicon;
  REQUIRE(AddTo(lexicon, "kind * badwater\tphrase\t-0.6\n").ok());
  CHECK(NameAt(lexicon, "kind met het badwater") == "kind * badwater");
  CHECK(NameAt(lexicon, "kind badwater") == "kind * badwater");
  CHECK(NameAt(lexicon, "kind a b c d e badwater").empty());
}

TEST_CASE("A separable verb is found whole, with te, and in two parts at the end of its clause") {
  Lexicon lexicon;
  REQUIRE(AddTo(lexicon, "tegen|vallen\tverb\t-0.6\n").ok());
  for (const std::string_view text : {"tegenvallen", "tegen te vallen", "valt het ook nog tegen"}) {
    CHECK(NameAt(lexicon, text) == "tegen|vallen");
  }
  CHECK(NameAt(lexicon, "valt hij tegen de deur").empty());
}

TEST_CASE("Prefixes and last parts of compounds are found") {
  Lexicon lexicon;
  REQUIRE(AddTo(lexicon, "eerlijk\tadjective\t0.7\nbeleid\tnoun\t0.2\n").ok());
  const Words words = WordsOf("oneerlijke wegenbeleid");
  CHECK(lexicon.Find(words, 0, 2)->factor == -0.9);
  CHECK(lexicon.Find(words, 1, 2)->prefix == "wegen");
}

TEST_CASE("A later file replaces entries") {
  Lexicon lexicon;
  REQUIRE(AddTo(lexicon, "bank\tnoun\t0.5\n").ok());
  REQUIRE(AddTo(lexicon, "bank\tnoun\t-0.5\t0.3\n").ok());
  const Words words = WordsOf("bank");
  CHECK(lexicon.Find(words, 0, 1)->entry->polarity == -0.5);
  CHECK(lexicon.Find(words, 0, 1)->entry->strength == 0.3);
}

TEST_CASE("Errors in a lexicon name the line") {
  Lexicon lexicon;
  CHECK(lexicon.Add("goed\tadjective\t1\n", Dutch()).message() ==
        "1: no line '# licence: …' at the beginning");
  CHECK(AddTo(lexicon, "goed\tbijvoeglijk\t1\n").message() ==
        "2: no part of speech: 'bijvoeglijk'");
  CHECK(AddTo(lexicon, "goed\tadjective\t7\n").message() == "2: no polarity from -1 to 1: '7'");
  CHECK(AddTo(lexicon, "goed\tadjective\tnan\n").message() == "2: no polarity from -1 to 1: 'nan'");
  CHECK(AddTo(lexicon, "goed\tadjective\t1\t2\n").message() == "2: no strength from 0 to 1: '2'");
  CHECK(AddTo(lexicon, "* goed\tphrase\t1\n").message() == "2: no form: '* goed'");
}

TEST_CASE("Errors in inflection and modifiers name the line") {
  CHECK(Inflection::Parse("regel\tx\n").status().message() ==
        "1: neither rule, irregular nor prefix: 'regel'");
  CHECK(Modifiers::Parse("\nneg\tniet\n").status().message() == "2: unknown kind 'neg'");
  CHECK(Modifiers::Parse("negate\tniet\tveel\n").status().message() ==
        "1: no factor from -3 to 3: 'veel'");
}

TEST_CASE("Words of Pattern's lexicon have the mean polarity of their senses") {
  Lexicon lexicon;
  AddPatternWords(R"(<a><word form="fel" pos="JJ" polarity="-0.4" />
                     <word form="fel" pos="JJ" polarity="0.2" /><word form="gat" polarity="x"/></a>)",
                  lexicon);
  const Words words = WordsOf("fel gat");
  CHECK(lexicon.Find(words, 0, 2)->entry->polarity == Approx(-0.1));
  CHECK_FALSE(lexicon.Find(words, 1, 2).has_value());
}

}  // namespace
}  // namespace koppel::sentiment
