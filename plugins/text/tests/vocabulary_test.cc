#include "vocabulary/vocabulary.h"

#include <catch2/catch.hpp>
#include <string>

namespace koppel::text {
namespace {

HyphenVocabulary Of(std::string_view text) {
  HyphenVocabulary vocabulary;
  vocabulary.AddText(text);
  return vocabulary;
}

TEST_CASE("words inside lines are counted without regard to case") {
  const auto words = Of("Buurthuis, buurthuis en BUURTHUIS");
  CHECK(words.Joined("buurt", "huis") == 3);
  CHECK(words.Word("Buurthuis") == 3);
  CHECK(words.Word("buurt") == 0);
}

TEST_CASE("hyphenated words count whole and by their parts") {
  const auto words = Of("een kant-en-klare Wlz-aanvraag; Wlz\u2010zorg");
  CHECK(words.Hyphenated("Wlz", "aanvraag") == 1);
  CHECK(words.Hyphenated("kant-en", "klare") == 1);
  CHECK(words.Hyphenated("en", "klare") == 1);
  CHECK(words.HyphenatedAfter("wlz") == 2);
  CHECK(words.HyphenatedBefore("zorg") == 1);
  CHECK(words.Joined("Wlz", "aanvraag") == 0);
}

TEST_CASE("a hyphen before a space is suspended") {
  const auto words = Of("in- en uitgang, in-\nen uitgang");
  CHECK(words.Suspended("in") == 1);
  CHECK(words.Word("in") == 0);
}

TEST_CASE("the halves of a broken word are not words") {
  const auto words = Of("het buurt-\nhuis en de bi-\nblio-\ntheek");
  CHECK(words.Word("buurt") == 0);
  CHECK(words.Word("huis") == 0);
  CHECK(words.Word("theek") == 0);
  CHECK(words.Word("en") == 1);
}

TEST_CASE("a word broken at two places is no hyphenated word") {
  const auto words = Of("gezel-\nligheid en ge-\nzelligheid");
  CHECK(words.BrokenElsewhere("gezel", "ligheid") == 1);
  CHECK(words.BrokenElsewhere("gezellig", "heid") == 2);
  CHECK(words.BrokenElsewhere("buurt", "huis") == 0);
}

TEST_CASE("merging is commutative and equals counting in one go") {
  const std::string_view a = "zorg- en welzijn, oud-leden en leden-\nraad";
  const std::string_view b = "oud-leden van de ledenraad";
  HyphenVocabulary ab = Of(a);
  ab.Merge(Of(b));
  HyphenVocabulary ba = Of(b);
  ba.Merge(Of(a));
  HyphenVocabulary both = Of(a);
  both.AddText(b);
  CHECK(ab.counts().Sorted() == ba.counts().Sorted());
  CHECK(ab.counts().Sorted() == both.counts().Sorted());
  CHECK(ab.Hyphenated("oud", "leden") == 2);
}

TEST_CASE("words, pairs of words and given names are counted in all") {
  const auto words =
      Of("De donker-blauwe jas van Mei-ling; Zuid-Holland, ex-lid, A-4 en ge-\nzien");
  CHECK(words.Words() == 9);
  CHECK(words.HyphenatedWords() == 1);
  CHECK(words.HyphenatedNames() == 1);
}

TEST_CASE("hyphens before a capital are counted at line ends and inside lines") {
  HyphenVocabulary words;
  words.AddText("Zuid-Limburg, Noord-\nBrabant en AWBZ-\nZORG, van or-\nganisatie tot X-B-lijn");
  CHECK(words.Breaks() == 3);
  CHECK(words.BreaksBeforeCapital() == 1);
  CHECK(words.HyphensBeforeCapital() == 1);
}

TEST_CASE("a line of 100 MB is counted by parts of bounded length") {
  const auto words = Of(std::string(100'000'000, 'a'));
  CHECK(words.Words() == (100'000'000 + kLongestPart - 1) / kLongestPart);
  CHECK(words.counts().size() <= 3);
}

TEST_CASE("a document of the same size finds a cleared vocabulary empty") {
  HyphenVocabulary words = Of("de buurt-\nbewoner");
  words.Clear();
  CHECK(words.counts().size() == 0);
  words.AddText("bewoner");
  CHECK(words.Word("bewoner") == 1);
}

TEST_CASE("counts stop at the largest number") {
  HashCounter counter;
  counter.Add(42, 0xFFFFFFF0U);
  counter.Add(42, 100);
  CHECK(counter.Count(42) == 0xFFFFFFFFU);
  CHECK(counter.Count(43) == 0);
}

}  // namespace
}  // namespace koppel::text
