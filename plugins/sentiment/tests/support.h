// A document with tokens and sentences, and the component run over it.
#pragma once

#include <catch2/catch.hpp>
#include <cctype>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "lexicon_sentiment.h"

namespace koppel::sentiment {

inline bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'' || c == '-';
}

// Words at white space and marks; a sentence ends after ".", "!" and "?".
inline std::unique_ptr<Document> Segmented(std::string_view text,
                                           std::string_view language = "nl") {
  auto document = testkit::MakeDocument(text, language);
  auto tokens = document->layer<Token>();
  auto sentences = document->layer<Sentence>();
  std::uint32_t sentence = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    if (text[i] == ' ') {
      if (sentence == i) ++sentence;
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    const bool word = IsWordByte(text[i]);
    while (word && end < size && IsWordByte(text[end])) ++end;
    tokens.Add({i, end}).Set(Token::kind, word ? Token::Kind::kWord : Token::Kind::kPunctuation);
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (stop || end == size) {
      sentences.Add({sentence, end});
      sentence = end;
    }
    i = end;
  }
  return document;
}

inline void Annotate(Document& document, LexiconSentiment::Params params = {}) {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  testkit::TestContext context;
  LexiconSentiment component(std::move(params));
  const Status status = testkit::Run(component, document, setup, context);
  INFO(status.ToString());
  REQUIRE(status.ok());
}

struct Row {
  std::string label;
  double value = 0;
  bool irony = false;
  std::string target;
};

inline std::vector<Row> Rows(const Document& document, Sentiment::Scope scope) {
  std::vector<Row> rows;
  for (const auto row : document.layer<Sentiment>()) {
    if (row[Sentiment::scope] != scope) continue;
    const auto label = static_cast<std::size_t>(row[Sentiment::label]);
    rows.push_back({std::string(Sentiment::kLabels[label]),
                    row.Has(Sentiment::value) ? row[Sentiment::value] : 0, row[Sentiment::irony],
                    std::string(row[Sentiment::target])});
  }
  return rows;
}

inline Row Judged(std::string_view text, std::string_view language = "nl") {
  const auto document = Segmented(text, language);
  Annotate(*document);
  return Rows(*document, Sentiment::Scope::kSentence).front();
}

inline double Value(std::string_view text) { return Judged(text).value; }
inline std::string Label(std::string_view text, std::string_view language = "nl") {
  return Judged(text, language).label;
}

// "name label; name label" of the targets in the order of the text.
inline std::string Targets(std::string_view text) {
  const auto document = Segmented(text);
  Annotate(*document);
  std::string targets;
  for (const Row& row : Rows(*document, Sentiment::Scope::kTarget)) {
    targets += (targets.empty() ? "" : "; ") + row.target + " " + row.label;
  }
  return targets;
}

}  // namespace koppel::sentiment
