#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "dehyphenate/decide.h"

// One broken word, judged by what a test gives.
namespace koppel::text {

using Words = std::set<std::string, std::less<>>;

// Knows what the test says.
class FixedLexicon : public Lexicon {
 public:
  explicit FixedLexicon(Words words) : words_(std::move(words)) {}
  Known Lookup(std::string_view word) override {
    return words_.count(word) > 0 ? Known::kListed : Known::kNo;
  }
  Legality BreakLegality(std::string_view, std::string_view) override { return legality; }

  Legality legality = Legality::kUnknown;

 private:
  Words words_;
};

// Kept: a decision names its rule in the language's own memory.
inline const LanguageData& LanguageOf(const std::string& code) {
  static std::map<std::string, LanguageData> kept;
  if (const auto found = kept.find(code); found != kept.end()) return found->second;
  auto data = LoadLanguage(std::string(KOPPEL_PLUGIN_DIR) + "/data/" + code + ".yaml");
  REQUIRE(data.ok());
  return kept.emplace(code, *std::move(data)).first->second;
}

struct Given {
  Words dictionary = {};
  std::string corpus = {};
  std::string document = {};
  std::string language = "nl";
  Legality legality = Legality::kUnknown;
};

inline Decision Decide(const BrokenWord& word, const Given& given = {}) {
  const LanguageData& language = LanguageOf(given.language);
  FixedLexicon lexicon(given.dictionary);
  lexicon.legality = given.legality;
  HyphenVocabulary corpus;
  corpus.AddText(given.corpus);
  BreakJudge judge(language, lexicon, corpus);
  HyphenVocabulary document;
  document.AddText(given.document);
  judge.Begin([&]() -> const HyphenVocabulary& { return document; });
  return judge.Decide(word);
}

inline BrokenWord Broken(std::string_view left, std::string_view right,
                         std::string_view next = {}) {
  BrokenWord word;
  word.left = left;
  word.right = right;
  word.next = next;
  return word;
}

}  // namespace koppel::text
