#include "tokenizer.h"

#include "characters.h"
#include "rules_for.h"

namespace koppel::segment {
namespace {

std::vector<Piece> Pieces(std::string_view language, std::string_view text) {
  Tokenizer tokenizer;
  std::vector<Piece> pieces;
  tokenizer.Tokenize(text, RulesFor(language), pieces);
  return pieces;
}

// The tokens, with a | between them.
std::string Cut(std::string_view language, std::string_view text) {
  std::string cut;
  for (const Piece& piece : Pieces(language, text)) {
    if (!cut.empty()) cut += '|';
    cut += piece.span.In(text);
  }
  return cut;
}

Token::Kind KindOf(std::string_view language, std::string_view text) {
  const auto pieces = Pieces(language, text);
  REQUIRE(pieces.size() == 1);
  return pieces[0].kind;
}

TEST_CASE("Words, numbers and marks are tokens") {
  CHECK(Cut("nl", "Zij kocht 3 (drie) peren, toch?") == "Zij|kocht|3|(|drie|)|peren|,|toch|?");
  CHECK(Cut("nl", "").empty());
  CHECK(Cut("nl", " \n ").empty());
}

TEST_CASE("Abbreviations keep their full stop, sentences do not") {
  CHECK(Cut("nl", "dhr. Bos, bijv. hier, d.w.z. nu.") == "dhr.|Bos|,|bijv.|hier|,|d.w.z.|nu|.");
  CHECK(Cut("en", "Dr. Hill left at 5 p.m. today.") == "Dr.|Hill|left|at|5|p.m.|today|.");
  CHECK(Cut("de", "z.B. am 3. Mai usw.") == "z.B.|am|3.|Mai|usw.");
  CHECK(Cut("fr", "M. Petit, p. 4") == "M.|Petit|,|p.|4");
  CHECK(Cut("nl", "J. de Wit") == "J.|de|Wit");
  CHECK(Cut("nl", "vitamine C.") == "vitamine|C|.");
}

TEST_CASE("Numbers keep their inner marks") {
  CHECK(Cut("nl", "60.000 of 3,5 om 12:30 op 1-2-2003") == "60.000|of|3,5|om|12:30|op|1-2-2003");
  CHECK(Cut("fr", "10 000 ou 1 250 000 ans") == "10 000|ou|1 250 000|ans");
  CHECK(Cut("fr", "en 2001 100 000 et 12 3456") == "en|2001|100 000|et|12|3456");
  CHECK(Cut("nl", "10 000") == "10|000");
  CHECK(Cut("nl", "10\u00A0000") == "10\u00A0000");
  CHECK(KindOf("nl", "3,5") == Token::Kind::kNumber);
  CHECK(KindOf("nl", "19e") == Token::Kind::kWord);
}

TEST_CASE("A percent sign joins in Dutch only") {
  CHECK(Cut("nl", "25%") == "25%");
  CHECK(Cut("en", "25%") == "25|%");
  CHECK(Cut("fr", "25 %") == "25|%");
}

TEST_CASE("Apostrophes inside words stay; French elisions are tokens of their own") {
  CHECK(Cut("nl", "zo'n auto's 's avonds in '68") == "zo'n|auto's|'s|avonds|in|'68");
  CHECK(Cut("en", "I don't, it’s the boys' turn") == "I|don't|,|it’s|the|boys'|turn");
  CHECK(Cut("en", "the 'boys' club") == "the|'|boys|'|club");
  CHECK(Cut("fr", "l'homme qu’il aujourd'hui d'un c'est-à-dire") ==
        "l'|homme|qu’|il|aujourd'hui|d'|un|c'est-à-dire");
}

TEST_CASE("Compounds are kept or cut by language; a suspended hyphen stays with its word") {
  CHECK(Cut("nl", "welzijns- en jeugdwerk, noord-zuid") == "welzijns-|en|jeugdwerk|,|noord-zuid");
  CHECK(Cut("en", "a well-known e-mail, non-stop") == "a|well|-|known|e-mail|,|non-stop");
  CHECK(Cut("de", "EU-Land") == "EU|-|Land");
  CHECK(Cut("fr", "grand-père") == "grand-père");
}

TEST_CASE("French inverted pronouns keep their hyphen") {
  CHECK(Cut("fr", "vient-il, a-t-elle, celui-ci, rendez-vous") ==
        "vient|-il|,|a|-t-elle|,|celui-ci|,|rendez-vous");
}

TEST_CASE("Slashes join in Dutch, and in units everywhere") {
  CHECK(Cut("nl", "en/of 2/3 km/h") == "en/of|2/3|km/h");
  CHECK(Cut("en", "and/or 2/3 km/h") == "and|/|or|2/3|km/h");
}

TEST_CASE("Addresses are one token, without the sentence's punctuation") {
  CHECK(Cut("nl", "Zie https://voorbeeld.nl/a?b=c&d (www.x.org).") ==
        "Zie|https://voorbeeld.nl/a?b=c&d|(|www.x.org|)|.");
  CHECK(Cut("nl", "<jan.de-wit@mail.voorbeeld.nl>, toch") ==
        "<|jan.de-wit@mail.voorbeeld.nl|>|,|toch");
  CHECK(KindOf("nl", "www.voorbeeld.nl") == Token::Kind::kUrl);
  CHECK(KindOf("nl", "voorbeeld.com") == Token::Kind::kUrl);
  CHECK(KindOf("nl", "a@b.nl") == Token::Kind::kEmail);
  CHECK(Cut("nl", "a@b") == "a|@|b");
}

TEST_CASE("A forgotten space parts words") {
  CHECK(Cut("nl", "de wagen.Een nieuwe") == "de|wagen|.|Een|nieuwe");
}

TEST_CASE("Typed quotes, ellipses and lines are one mark") {
  CHECK(Cut("nl", ",,Ja...'' zei ze -- ====") == ",,|Ja|...|''|zei|ze|--|====");
  CHECK(Cut("en", "Really?! :-) <3") == "Really|?!|:-)|<|3");
  CHECK(Cut("de", "Ja!! ``Nein''") == "Ja|!|!|``|Nein|''");
}

TEST_CASE("Kinds of marks") {
  CHECK(KindOf("nl", "!") == Token::Kind::kPunctuation);
  CHECK(KindOf("nl", "€") == Token::Kind::kSymbol);
  CHECK(KindOf("nl", "\U0001F468\u200D\U0001F469\u200D\U0001F467") == Token::Kind::kSymbol);
  CHECK(KindOf("nl", "\U0001F44D\U0001F3FD") == Token::Kind::kSymbol);
}

TEST_CASE("Combining marks and soft hyphens stay in their word") {
  CHECK(Cut("nl", "cafe\u0301 jeugd\u00ADwerk") == "cafe\u0301|jeugd\u00ADwerk");
}

TEST_CASE("Scripts without spaces are cut by dictionary") {
  CHECK(Pieces("und", "ภาษาไทย").size() == 2);
  CHECK(Pieces("und", "日本語です").size() > 1);
}

TEST_CASE("A long stretch without spaces takes linear time") {
  // A million characters each: a quadratic step takes minutes.
  for (const std::string_view unit : {"a+@", "a-b", "l'e", "ab.Cd", "www.a)", "'s'", "1 000 "}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    CHECK_FALSE(Pieces("fr", text).empty());
  }
}

TEST_CASE("Tokens lie on code points, in order, and cover all but white space") {
  const std::string_view text =
      "L’É. a’ -’s '' \u0301x ½km² n° ..a.. http:// www. @ # -- 1. 1.a a.1 "
      "\u200D,\U0001F600\uFE0F\uFEFF’’";
  for (const std::string_view language : {"nl", "en", "de", "fr", "und"}) {
    std::uint32_t end = 0;
    for (const Piece& piece : Pieces(language, text)) {
      CHECK(!piece.span.empty());
      CHECK(OnBoundary(text, piece.span.begin));
      CHECK(OnBoundary(text, piece.span.end));
      CHECK(SkipSpaces(text.substr(0, piece.span.begin), end) == piece.span.begin);
      end = piece.span.end;
    }
    CHECK(SkipSpaces(text, end) == text.size());
  }
}

}  // namespace
}  // namespace koppel::segment
