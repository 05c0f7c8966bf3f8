#include "lexicon/lexicon.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "lexicon/families.h"
#include "lexicon/languages.h"
#include "lexicon/patterns.h"
#include "lexicon/word_list.h"

namespace koppel::text {
namespace {

// A file that goes when the test ends.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, const std::string& content)
      : path_(std::filesystem::temp_directory_path() / name) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST_CASE("a word list finds its words and no others") {
  const WordList list("appel\npeer\n\nzee-eend");
  CHECK(list.size() == 3);
  CHECK(list.Contains("appel"));
  CHECK(list.Contains("zee-eend"));
  CHECK_FALSE(list.Contains("app"));
  CHECK_FALSE(list.Contains("appels"));
  CHECK_FALSE(list.Contains(""));
  CHECK_FALSE(WordList("").Contains("x"));
}

TEST_CASE("patterns allow a break at an odd digit and forbid the rest") {
  const ScratchFile file("koppel_patterns_test.dic",
                         "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n% note\n1t\na2t\n");
  const auto patterns = BreakPatterns::Load(file.path());
  REQUIRE(patterns != nullptr);
  CHECK(patterns->Judge("ro", "ten") == Legality::kAllowed);
  CHECK(patterns->Judge("ra", "ten") == Legality::kForbidden);
  CHECK(patterns->Judge("rot", "ten") == Legality::kAllowed);
  CHECK(patterns->Judge("rott", "en") == Legality::kForbidden);
  CHECK(patterns->Judge("r", "otten") == Legality::kForbidden);
  CHECK(patterns->Judge("RO", "TEN") == Legality::kAllowed);
}

TEST_CASE("patterns in Latin-1 and on two levels") {
  const ScratchFile file("koppel_patterns_latin1_test.dic",
                         "ISO8859-1\nhaus1t\nNEXTLEVEL\n1t\xFC\n");
  const auto patterns = BreakPatterns::Load(file.path());
  REQUIRE(patterns != nullptr);
  CHECK(patterns->Judge("haus", "tor") == Legality::kAllowed);
  CHECK(patterns->Judge("holz", "t\u00FCr") == Legality::kAllowed);
  CHECK(patterns->Judge("holz", "tor") == Legality::kForbidden);
}

TEST_CASE("patterns that cannot be read are none") {
  CHECK(BreakPatterns::Load("/nowhere/hyph.dic") == nullptr);
  const ScratchFile file("koppel_patterns_koi_test.dic", "KOI8-R\n1t\n");
  CHECK(BreakPatterns::Load(file.path()) == nullptr);
}

TEST_CASE("a dictionary names what is not installed and works without") {
  DictionaryFiles files;
  files.hunspell = "/nowhere/xx_XX";
  files.hunspell_package = "hunspell-xx";
  const Dictionary dictionary(files);
  const auto missing = dictionary.Missing();
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].path == "/nowhere/xx_XX.aff");
  CHECK(missing[0].package == "hunspell-xx");
  CHECK(dictionary.Present().empty());
  CHECK(dictionary.Lookup("woord") == Known::kNo);
  CHECK(dictionary.BreakLegality("woor", "den") == Legality::kUnknown);
}

TEST_CASE("a word list alone is a dictionary, at the start of a sentence too") {
  const ScratchFile file("koppel_words_test", "kamerplant\n");
  DictionaryFiles files;
  files.word_list = file.path();
  InstalledLexicon lexicon(std::make_shared<const Dictionary>(files));
  CHECK(lexicon.Lookup("kamerplant") == Known::kListed);
  CHECK(lexicon.Lookup("Kamerplant") == Known::kListed);
  CHECK(lexicon.Lookup("kamerplanten") == Known::kNo);
  CHECK(lexicon.Lookup("") == Known::kNo);
}

TEST_CASE("every language file of the plugin can be read") {
  const auto languages = Languages::Load(std::string(KOPPEL_PLUGIN_DIR) + "/data");
  REQUIRE(languages.ok());
  std::string codes;
  for (const LanguageResources& language : (*languages)->all()) codes += language.data.code + ' ';
  CHECK(codes == "de en fr nl ");
  CHECK((*languages)->Find("nl-BE")->data.code == "nl");
  CHECK((*languages)->Find("xx") == nullptr);
}

TEST_CASE("the language of a text is guessed from its function words") {
  const auto languages = Languages::Load(std::string(KOPPEL_PLUGIN_DIR) + "/data");
  REQUIRE(languages.ok());
  CHECK((*languages)->Guess("Het is een huis dat op de heuvel staat, met een tuin.").data.code ==
        "nl");
  CHECK((*languages)->Guess("Das Haus steht auf dem Berg und ist nicht alt.").data.code == "de");
  CHECK((*languages)->Guess("The house on the hill is not very old.").data.code == "en");
  CHECK((*languages)->Guess("La maison est sur une colline avec un jardin.").data.code == "fr");
  CHECK((*languages)->Guess("1 2 3").data.code.empty());
  CHECK((*languages)->Guess("").data.code.empty());
}

TEST_CASE("a wrong language file is refused with its place") {
  const ScratchFile file("koppel_language_test.yaml",
                         "language: xx\nrestorations:\n  - {rule: odd, forms: [nonsense]}\n");
  const auto language = LoadLanguage(file.path());
  REQUIRE_FALSE(language.ok());
  CHECK(language.status().message().find("line 3") != std::string::npos);
  CHECK(language.status().message().find("left|right=joined") != std::string::npos);
}

TEST_CASE("the language file of the how-to is one") {
  std::ifstream page(std::string(KOPPEL_PLUGIN_DIR) + "/../../docs/how_to/add_a_language.md");
  const std::string text{std::istreambuf_iterator<char>(page), {}};
  const std::size_t begin = text.find("# file: sv.yaml");
  REQUIRE(begin != std::string::npos);
  const ScratchFile file("koppel-how-to-sv.yaml",
                         text.substr(begin, text.find("```", begin) - begin));
  const auto language = LoadLanguage(file.path());
  REQUIRE(language.ok());
  CHECK(language->code == "sv");
  CHECK(language->closed_compounds);
  CHECK(language->conjunctions.Contains("samt"));
  CHECK(language->dictionary.patterns_package == "hyphen-sv");
}

TEST_CASE("a change of spelling needs both sides") {
  const ScratchFile file("koppel-old-spelling.yaml",
                         "language: xx\nold_spelling: {letters: [sch]}\n");
  const auto language = LoadLanguage(file.path());
  REQUIRE_FALSE(language.ok());
  CHECK(language.status().ToString().find("expected from=to") != std::string::npos);
}

TEST_CASE("a hyphenated pair needs a left half, and its right one may be any") {
  const ScratchFile good("koppel-old-pairs.yaml",
                         "language: xx\nold_spelling: {hyphenated: [\"noord|oost\", \"oud|\"]}\n");
  const auto language = LoadLanguage(good.path());
  REQUIRE(language.ok());
  REQUIRE(language->old_pairs.size() == 2);
  CHECK(language->old_pairs[1].left == "oud");
  CHECK(language->old_pairs[1].right.empty());
  const ScratchFile bad("koppel-old-pair.yaml",
                        "language: xx\nold_spelling: {hyphenated: [noordoost]}\n");
  CHECK(LoadLanguage(bad.path()).status().ToString().find("expected left|right") !=
        std::string::npos);
}

TEST_CASE("families count words with a hyphen and compounds, forms of one word once") {
  const WordList list(
      "tv\ntv-actie\ntv-acties\ntv-beeld\ntv-Oost\ntv-programma\ntvtje\nzee\nzee-"
      "eend\nzeehond\nhond\n"
      "na\nna-apen\nna-ijver\nna-oorlogs\nnadenken\nnadenkend\nnahoofd\ndenken\ndenkend\n");
  const WordFamilies families(list);
  CHECK(families.Of("tv").hyphenated == 3);
  CHECK(families.Of("tv").joined == 0);
  CHECK(families.Of("na").hyphenated == 3);
  CHECK(families.Of("na").joined == 1);
  CHECK(families.Of("zee").hyphenated == 0);
}

}  // namespace
}  // namespace koppel::text
