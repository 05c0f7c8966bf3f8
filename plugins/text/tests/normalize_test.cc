#include "normalize/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "koppel/testkit/dump.h"
#include "koppel/testkit/harness.h"
#include "koppel/utf8.h"
#include "normalize/scan.h"
#include "normalize/windows1252.h"

namespace koppel::text {
namespace {

std::unique_ptr<Document> Run(std::string_view text, std::vector<std::string> skip = {}) {
  Normalize component({std::move(skip)});
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context("normalize");
  auto document = testkit::MakeDocument(text);
  REQUIRE(testkit::Run(component, *document, setup, context).ok());
  return document;
}

std::string Normalized(std::string_view text, std::vector<std::string> skip = {}) {
  return std::string(Run(text, std::move(skip))->text());
}

TEST_CASE("text.normalize leaves clean text without a revision") {
  CHECK(Run("Gewone tekst.\n\tMet een tab\fen een pagina.")->revisions() == 0);
  CHECK(Run("Caf\u00E9, \u2018idee\u00EBn\u2019 \u2013 na\u00EFef \uFFFD")->revisions() == 0);
  CHECK(Run("")->revisions() == 0);
}

TEST_CASE("text.normalize composes accents") {
  CHECK(Normalized("cafe\u0301 en ideee\u0308n") == "caf\u00E9 en idee\u00EBn");
  CHECK(testkit::DumpEdits(*Run("cafe\u0301")) ==
        "edit normalize nfc 1.000 3 6 \"e\u0301\" -> \"\u00E9\"\n");
}

TEST_CASE("text.normalize spells ligatures out") {
  CHECK(Normalized("e\uFB03ci\u00EBnte \uFB02ora, \uFB01losofie") ==
        "effici\u00EBnte flora, filosofie");
}

TEST_CASE("text.normalize makes every line end a newline") {
  CHECK(Normalized("a\r\nb\rc\vd\u2028e\u2029f") == "a\nb\nc\nd\ne\n\nf");
}

TEST_CASE("text.normalize removes what nobody sees") {
  CHECK(Normalized("\uFEFFbe\u200Bgin\u2060 en\uFEFF ei\u0007nd\u007F") == "begin en eind");
  CHECK(Normalized("ver\u00ADander") == "verander");
}

TEST_CASE("text.normalize keeps a soft hyphen at a line end for text.dehyphenate") {
  CHECK(Normalized("ver\u00AD \nander") == "ver\u00AD \nander");
}

TEST_CASE("text.normalize keeps joiners and direction marks where scripts need them") {
  CHECK(Normalized("a\u200Db") == "ab");
  const std::string family = "\U0001F468\u200D\U0001F469";
  CHECK(Normalized(family) == family);
  const std::string hebrew = "\u05D0\u200F!";
  CHECK(Normalized(hebrew) == hebrew);
}

TEST_CASE("text.normalize makes all spaces plain") {
  CHECK(Normalized("\u00A7\u00A05, 10\u202F000 euro\u3000") == "\u00A7 5, 10 000 euro ");
}

TEST_CASE("text.normalize mends UTF-8 that was read as Windows-1252") {
  CHECK(Normalized("patiÃ«nt") == "patiënt");
  CHECK(Normalized("zoâ€™n â€œideeâ€\u009D â‚¬ 5") == "zo’n “idee” € 5");
  CHECK(Normalized("Â§Â\u00A05") == "§ 5");
  CHECK(Normalized("ï»¿begin") == "begin");
  CHECK(Normalized("ðŸ˜€") == "\U0001F600");
}

TEST_CASE("text.normalize mends what was read wrongly twice") {
  CHECK(Normalized("patiÃƒÂ«nt") == "patiënt");
}

TEST_CASE("text.normalize mends a part of a text whose rest was read rightly") {
  CHECK(Normalized("Een café. De patiÃ«nt wacht – “zoâ€™n idee”.") ==
        "Een café. De patiënt wacht – “zo’n idee”.");
}

TEST_CASE("text.normalize leaves the mojibake that a text is about") {
  const std::string text = "Wie “Ã©” ziet in plaats van “é”, leest UTF-8 als Latin-1.";
  CHECK(Normalized(text) == text);
}

TEST_CASE("text.normalize mends other scripts where nothing was read rightly") {
  CHECK(Normalized("Ð¿Ñ€Ð¸Ð²ÐµÑ‚") == "привет");
  CHECK(Normalized("Å‚Ã³dÅº, Ä…, Å›wiat, Ä™, Å¼aba") == "łódź, ą, świat, ę, żaba");
}

TEST_CASE("text.normalize mends what any of the letters of Western Europe become") {
  for (const std::string letter : {"é", "ë", "ï", "ö", "ü", "ä", "ß", "ç", "à", "è", "ê", "œ",
                                   "Ö", "É", "“", "”", "’", "–", "…", "€", "«", "»", "°", "½"}) {
    std::string once, twice;
    for (const char byte : letter) {
      const auto code = static_cast<unsigned char>(byte);
      const char32_t windows = code < 0xA0 ? kWindows1252[code - 0x80] : char32_t{code};
      AppendUtf8(windows == 0 ? char32_t{code} : windows, once);
    }
    for (const char byte : once) {
      const auto code = static_cast<unsigned char>(byte);
      const char32_t windows =
          code >= 0x80 && code < 0xA0 ? kWindows1252[code - 0x80] : char32_t{code};
      AppendUtf8(windows == 0 ? char32_t{code} : windows, twice);
    }
    CHECK(Normalized("woord" + once + "deel") == "woord" + letter + "deel");
    CHECK(Normalized("woord" + twice + "deel") == "woord" + letter + "deel");
  }
}

TEST_CASE("text.normalize does not mend what only looks like mojibake") {
  for (const std::string text :
       {"“het CAFÉ”", "‘É’", "Île d’Orléans", "SÃO PAULO", "ÄÖÜ", "à €", "„Ä“", "”Å”", "“‘blasé’”",
        "\"café”’", "IRMÃ” E MAÇÃ–", "«\u00A0VOILÀ\u00A0»"}) {
    CHECK(Normalized(text, {"space"}) == text);
  }
}

TEST_CASE("text.normalize reads stray controls as Windows-1252") {
  CHECK(Normalized("zo\u0092n idee\u0085") == "zo’n idee…");
}

TEST_CASE("text.normalize can do without any of its rules") {
  const std::string all = "\uFEFFe\u0301\uFB01\r\n\u00A0\u0001\u200B\u00ADx\u0092Ã«";
  CHECK(Normalized(all, {"mojibake", "nfc", "line_end", "windows_1252", "control",
                         "byte_order_mark", "zero_width", "soft_hyphen", "space", "ligature"}) ==
        all);
  CHECK(Normalized("\uFB01e\u0301", {"ligature"}) == "\uFB01\u00E9");
  CHECK(Normalized("Ã«", {"mojibake"}) == "Ã«");
}

// What a rule may do with a character, whatever stands around it; ICU's data, not ours.
bool MayChange(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const std::int32_t type = u_charType(c);
  const bool layout = code == '\n' || code == '\t' || code == '\f' || code == ' ';
  const bool blank = type == U_CONTROL_CHAR || type == U_SPACE_SEPARATOR ||
                     type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
  const bool hidden =
      code == 0xAD || code == 0xFEFF || code == 0x2060 || (code >= 0x200B && code <= 0x200F);
  const bool normal =
      u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES && u_getCombiningClass(c) == 0;
  // Other scripts use U+1680 as a letter-like space; no rule knows it.
  return (blank && !layout && code != 0x1680) || hidden || (code >= 0xFB00 && code <= 0xFB06) ||
         !normal;
}

TEST_CASE("every character that a rule may touch is a suspect") {
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (!MayChange(code) || (code >= 0xD800 && code <= 0xDFFF)) continue;
    std::string text(40, 'a');
    AppendUtf8(code, text);
    text.append(40, 'a');
    INFO(static_cast<std::uint32_t>(code));
    REQUIRE(FindSuspect(text, 0) == 40);
  }
}

TEST_CASE("every pair of characters that may be the bytes of one is a suspect") {
  for (unsigned lead = 0xC2; lead <= 0xF4; ++lead) {
    for (unsigned next = 0x80; next <= 0xBF; ++next) {
      const char32_t windows = next < 0xA0 ? kWindows1252[next - 0x80] : char32_t{0};
      for (const char32_t code : {static_cast<char32_t>(next), windows}) {
        if (code == 0) continue;
        std::string text(14, 'a');
        AppendUtf8(lead, text);
        AppendUtf8(code, text);
        CHECK(FindSuspect(text, 0) == 14);
      }
    }
  }
}

TEST_CASE("ordinary text of many languages has no suspects") {
  const std::string ordinary =
      "Caf\u00E9s \u2018na\u00EFef\u2019 \u2013 \u201Eid\u00E9e\u201C\u2026 \u20AC 5, Stra\u00DFe, "
      "\u0141\u00F3d\u017A, \u0395\u03BB\u03BB\u03AC\u03B4\u03B1, "
      "\u0420\u043E\u0441\u0441\u0438\u044F, "
      "\u6F22\u5B57, Vi\u1EC7t, \U0001F600\t\n\f\u2022 a\u2192b \u2264 c";
  std::string text;
  while (text.size() < 5000) text += ordinary;
  CHECK(FindSuspect(text, 0) == text.size());
  CHECK(FindSuspect("", 0) == 0);
}

TEST_CASE("a suspect is found wherever it stands, and the search goes on behind it") {
  for (std::size_t at = 0; at < 70; ++at) {
    std::string text(70, 'a');
    text[at] = '\r';
    CHECK(FindSuspect(text, 0) == at);
    CHECK(FindSuspect(text, at + 1) == 70);
  }
}

TEST_CASE("text.normalize composes as ICU composes whole texts") {
  std::mt19937 chance(1);
  const std::u32string marks = U"\u0301\u0308\u0323\u093C\u3099\u11A8\u05BC\U0001D165";
  const std::u32string bases =
      U"aeo \u00E9\u1E9B\u212B\u2126\u0387\u0930\u304B\uAC00\u05D0\u6F22\u2019";
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      const std::u32string& from = chance() % 3 == 0 ? marks : bases;
      AppendUtf8(from[chance() % from.size()], text);
    }
    std::string expected;
    nfc->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(expected);
    CHECK(Normalized(text, {"space"}) == expected);
  }
}

}  // namespace
}  // namespace koppel::text
