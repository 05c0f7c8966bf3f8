#include "lexicon_sentiment.h"

#include <chrono>
#include <cmath>
#include <numeric>

#include "score.h"
#include "support.h"
#include "voices.h"

namespace koppel::sentiment {
namespace {

using Scope = Sentiment::Scope;

TEST_CASE("Every score is the sum of its evidence") {
  auto document = Segmented(
      "De gemeente is traag, maar de vrijwilligers zijn echt heel geweldig. Ik klaag niet. Het "
      "regent. "
      "Minder overlast is mooi en het valt niet tegen.");
  document->layer<Turn>().Add({0, 70});
  document->layer<Quote>().Add({0, 30});
  Annotate(*document);
  const auto scores = document->layer<Sentiment>();
  std::vector<double> sums(scores.size(), 0);
  for (const auto piece : document->layer<Evidence>()) {
    sums[static_cast<std::size_t>(piece[Evidence::of].index)] += piece[Evidence::value];
    CHECK(piece[Evidence::value] != 0);
    CHECK_FALSE(piece[Evidence::entry].empty());
  }
  CHECK(document->layer<Evidence>().size() > 15);
  for (const auto score : scores) {
    const double value = score.Has(Sentiment::value) ? score[Sentiment::value] : 0;
    CHECK(sums[score.index()] == Approx(value).margin(1e-12));
    CHECK(std::abs(value) <= 1);
  }
}

TEST_CASE("A single word says less than several that agree, and a mean does not grow with length") {
  const double one = Value("Mooi.");
  CHECK(Value("Mooi en goed.") > one);
  const std::vector<Piece> many(1000, Piece{0.5, 0});
  double sum = 0;
  for (const double share : Shares(many, false)) sum += share;
  CHECK(sum == Approx(0.5).margin(0.01));
}

TEST_CASE("Judgements that balance are mixed") {
  CHECK(Label("De zaal is mooi en de stoelen zijn lelijk.") == "mixed");
}

std::vector<Piece> OnePerSentence(const std::vector<double>& values) {
  std::vector<Piece> pieces;
  for (const double value : values) pieces.push_back({value, pieces.size()});
  return pieces;
}

Sentiment::Label TextLabel(const std::vector<double>& values, std::size_t sentences) {
  const std::vector<Piece> pieces = OnePerSentence(values);
  return JudgeText(pieces, Shares(pieces, true), sentences, 0).label;
}

TEST_CASE("A text is polar by a value that is far from 0 or by most of its sentences") {
  CHECK(TextLabel({-0.7}, 10) == Sentiment::Label::kNegative);
  CHECK(TextLabel({0.15}, 10) == Sentiment::Label::kNeutral);
  CHECK(TextLabel({0.15}, 1) == Sentiment::Label::kPositive);
  CHECK(TextLabel({-0.12, -0.12, -0.12, -0.12, 0.2}, 6) == Sentiment::Label::kNegative);
}

TEST_CASE("A text is mixed where its sentences balance, else neutral") {
  CHECK(TextLabel({0.7, -0.7, 0.6, -0.5}, 9) == Sentiment::Label::kMixed);
  CHECK(TextLabel({0.7, -0.7}, 20) == Sentiment::Label::kNeutral);
  CHECK(TextLabel({0.2, 0.2, 0.2, -0.5}, 9) == Sentiment::Label::kNeutral);
  // Most sentences are positive, but what they weigh is not.
  CHECK(TextLabel({0.2, 0.2, 0.2, -0.7}, 4) == Sentiment::Label::kNeutral);
}

TEST_CASE("A complaint with a friendly word is not positive as a whole") {
  auto document = Segmented(
      "De bus rijdt om acht uur. De halte is verplaatst. Het bankje staat er leuk bij. De lift "
      "is stuk en dat is waardeloos. De dienstregeling hangt binnen.");
  Annotate(*document);
  CHECK(Rows(*document, Scope::kDocument).front().label != "positive");
}

TEST_CASE("Small shares that cancel each other are left out") {
  std::vector<double> shares = {0.004, 0.2, -0.004, 0.003, 0.004, -0.003};
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  DropNothing(shares);
  CHECK(shares == std::vector<double>{0, 0.2, 0, 0, 0.004, 0});
  CHECK(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - sum) < kNothing);
}

TEST_CASE("Many small shares that agree are all listed but for less than rounding") {
  std::vector<double> shares(200, 0.004);
  DropNothing(shares);
  CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(0.8).margin(kNothing));
}

// "Truus" says the second sentence; the rest is the author's.
std::unique_ptr<Document> WithQuote() {
  auto document = Segmented("Het gebouw is mooi. De koffie is smerig. Truus zweeg.");
  document->layer<Entity>().Add({41, 46}).Set(Entity::name, "Auteur");
  document->layer<Entity>().Add({41, 46}).Set(Entity::name, "Truus");
  document->layer<Turn>().Add({0, 53}).Set(Turn::speaker, Ref<Entity>{0});
  document->layer<Quote>().Add({20, 40}).Set(Quote::speaker, Ref<Entity>{1});
  return document;
}

TEST_CASE("A quotation counts for its speaker, not for the author") {
  const auto document = WithQuote();
  Annotate(*document);
  CHECK(Rows(*document, Scope::kTurn).front().label == "positive");
  CHECK(Rows(*document, Scope::kQuote).front().label == "negative");
}

TEST_CASE("The holder is the speaker of the innermost voice") {
  const auto document = WithQuote();
  Annotate(*document);
  std::vector<std::int32_t> holders;
  for (const auto row : document->layer<Sentiment>()) {
    if (row[Sentiment::scope] == Scope::kSentence) holders.push_back(row[Sentiment::holder].index);
  }
  CHECK(holders == std::vector<std::int32_t>{0, 1, 0});
}

TEST_CASE("Words that are no speech belong to the author") {
  auto document = WithQuote();
  document->layer<Quote>()[0].Set(Quote::kind, Quote::Kind::kNotSpeech);
  Annotate(*document);
  CHECK(Rows(*document, Scope::kTurn).front().label == "mixed");
  CHECK(Rows(*document, Scope::kQuote).empty());
}

TEST_CASE("Turns that are no text are not judged") {
  const auto kind = GENERATE(Turn::Kind::kBoilerplate, Turn::Kind::kByline, Turn::Kind::kBio,
                             Turn::Kind::kSignature);
  auto document = Segmented("Wat mooi. Deel dit prachtige artikel.");
  document->layer<Turn>().Add({10, 37}).Set(Turn::kind, kind);
  Annotate(*document);
  CHECK(Rows(*document, Scope::kSentence).size() == 1);
  CHECK(Rows(*document, Scope::kTurn).empty());
}

TEST_CASE("The language layer goes before the document's language, the parameter before both") {
  auto document = Segmented("This is bad. Dit is slecht.", "nl");
  document->layer<Language>().Add({0, 12}).Set(Language::code, "en");
  Annotate(*document);
  CHECK(Rows(*document, Scope::kDocument).front().value < 0);
  CHECK(Rows(*document, Scope::kSentence).front().label == "negative");
  LexiconSentiment::Params params;
  params.language = "fr";
  Annotate(*document, params);
  CHECK(Rows(*document, Scope::kSentence).front().label == "no_evidence");
}

TEST_CASE("Languages without a lexicon get no judgement; as a parameter they are an error") {
  auto document = Segmented("To je hezké.", "cs");
  Annotate(*document);
  CHECK(document->layer<Sentiment>().empty());
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  LexiconSentiment::Params params;
  params.language = "cs";
  CHECK(LexiconSentiment(params).Open(setup).message() ==
        "'language' must be one of auto, de, en, fr, nl; got \"cs\"");
}

TEST_CASE("A domain that there is not is an error, and so is one that the language lacks") {
  const auto told = [](std::vector<std::string> domains, std::string language) {
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    LexiconSentiment::Params params;
    params.domains = std::move(domains);
    params.language = std::move(language);
    const Status status = LexiconSentiment(params).Open(setup);
    return status.ok() ? std::string() : status.message();
  };
  CHECK(told({"social", "economy"}, "auto").empty());
  CHECK(told({"economy"}, "nl-BE").empty());
  CHECK(told({"social", "econmy"}, "auto") ==
        "'domains' must be one of economy, social; got \"econmy\"; did you mean 'economy'?");
  CHECK(told({"targets"}, "auto") == "'domains' must be one of economy, social; got \"targets\"");
  CHECK(told({"economy"}, "fr") ==
        "'domains': \"economy\" has words in nl only, and 'language' is fr");
}

TEST_CASE("A missing lexicon is an error that names it") {
  testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  LexiconSentiment::Params params;
  params.lexicons = {"/nowhere/own.tsv"};
  const Status status = LexiconSentiment(params).Open(setup);
  REQUIRE_FALSE(status.ok());
  CHECK(status.message().find("/nowhere/own.tsv") != std::string::npos);
}

TEST_CASE("Judging twice gives the same rows") {
  auto document = Segmented("De gemeente is traag. De gemeente is mooi.");
  Annotate(*document);
  const std::uint32_t rows = document->layer<Sentiment>().size();
  Annotate(*document);
  CHECK(document->layer<Sentiment>().size() == rows);
}

TEST_CASE("The innermost of nested spans is found, also after an inner one has ended") {
  Nesting nesting;
  nesting.Add({2, 4}, 1);
  nesting.Add({0, 10}, 0);
  nesting.Add({6, 8}, 2);
  nesting.Build();
  std::vector<std::int32_t> ids;
  for (const std::uint32_t at : {1u, 3u, 5u, 7u, 9u, 10u}) ids.push_back(nesting.At(at));
  CHECK(ids == std::vector<std::int32_t>{0, 1, 0, 2, 0, -1});
}

double SecondsFor(std::string_view word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word;
  auto document = Segmented(text);
  const auto start = std::chrono::steady_clock::now();
  Annotate(*document);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("A sentence without end takes linear time") {
  for (const std::string_view word :
       {"niet ", "maar mooi ", "valt tegen ", "kind ", "minder overlast te ", "gemeente "}) {
    INFO(word);
    CHECK(SecondsFor(word, 40000) < 12 * SecondsFor(word, 10000) + 0.5);
  }
}

}  // namespace
}  // namespace koppel::sentiment
