#include "report.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "score.h"

namespace koppel::sentiment {
namespace {

using Scope = Sentiment::Scope;

// What one row is made of.
struct Judged {
  Span span;
  Scope scope = Scope::kSentence;
  std::vector<const Sign*> signs;
  Coverage coverage;
  std::size_t sentences = 0;
  bool irony = false;
  std::string_view target = {};
  Ref<Entity> holder = {};
};

class Report {
 public:
  Report(Document& document, const DocumentReading& reading, const Voices& voices)
      : document_(document),
        reading_(reading),
        voices_(voices),
        by_sentence_(reading.sentences.size()) {
    for (const Sign& sign : reading.signs) by_sentence_[sign.sentence].push_back(&sign);
  }

  void Write() {
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s) {
      WriteSentence(s);
      WriteTargets(s);
    }
    WriteQuotes();
    WriteTurns();
    WriteDocument();
  }

 private:
  void WriteSentence(std::size_t s) {
    const SentenceReading& sentence = reading_.sentences[s];
    Judged judged;
    judged.span = sentence.span;
    judged.signs = by_sentence_[s];
    judged.coverage = sentence.coverage;
    judged.irony = sentence.irony;
    // Where all that is felt is in a quotation, it is that speaker who feels it.
    Ref<Quote> quote = by_sentence_[s].empty() ? sentence.quote : by_sentence_[s].front()->quote;
    for (const Sign* sign : by_sentence_[s]) {
      if (!(sign->quote == quote)) quote = sentence.quote;
    }
    judged.holder = voices_.Speaker(quote, sentence.turn);
    AddRow(judged);
  }

  // One row for each target and voice.
  void WriteTargets(std::size_t s) {
    std::map<std::pair<std::size_t, std::int32_t>, Judged> rows;
    for (const Sign* sign : by_sentence_[s]) {
      if (sign->target == kNoTarget) continue;
      const NamedTarget& target = reading_.targets[sign->target];
      Judged& judged = rows[{sign->target, sign->quote.index}];
      judged.span = target.span;
      judged.scope = Scope::kTarget;
      judged.target = target.name;
      judged.holder = voices_.Speaker(sign->quote, sign->turn);
      judged.coverage = reading_.sentences[s].coverage;
      judged.irony = reading_.sentences[s].irony;
      judged.signs.push_back(sign);
    }
    for (const auto& [key, judged] : rows) AddRow(judged);
  }

  void WriteQuotes() {
    const auto quotes = document_.layer<Quote>();
    std::vector<Judged> rows(quotes.size());
    for (const Sign& sign : reading_.signs) {
      if (sign.quote) rows[static_cast<std::size_t>(sign.quote.index)].signs.push_back(&sign);
    }
    for (const auto quote : quotes) {
      if (quote[Quote::kind] == Quote::Kind::kNotSpeech) continue;
      Judged& judged = rows[quote.index()];
      judged.span = quote.span();
      judged.scope = Scope::kQuote;
      judged.holder = quote[Quote::speaker];
      CoverSentences(judged);
      AddRow(judged);
    }
  }

  void WriteTurns() {
    const auto turns = document_.layer<Turn>();
    std::vector<Judged> rows(turns.size());
    for (const Sign& sign : reading_.signs) {
      if (sign.turn && voices_.IsOwn(sign.quote, sign.turn)) {
        rows[static_cast<std::size_t>(sign.turn.index)].signs.push_back(&sign);
      }
    }
    for (const auto turn : turns) {
      if (!IsText(turn[Turn::kind])) continue;
      Judged& judged = rows[turn.index()];
      judged.span = turn.span();
      judged.scope = Scope::kTurn;
      judged.holder = turn[Turn::speaker];
      CoverSentences(judged);
      AddRow(judged);
    }
  }

  void WriteDocument() {
    if (reading_.sentences.empty()) return;
    Judged judged;
    judged.span = {0, static_cast<std::uint32_t>(document_.text().size())};
    judged.scope = Scope::kDocument;
    for (const Sign& sign : reading_.signs) judged.signs.push_back(&sign);
    CoverSentences(judged);
    AddRow(judged);
  }

  // Number, coverage and irony of the sentences that begin in the span, or of the one that it lies
  // in.
  void CoverSentences(Judged& judged) const {
    const auto& sentences = reading_.sentences;
    auto s = std::upper_bound(
        sentences.begin(), sentences.end(), judged.span.begin,
        [](std::uint32_t at, const SentenceReading& sentence) { return at < sentence.span.end; });
    for (; s != sentences.end() && s->span.begin < judged.span.end; ++s) {
      ++judged.sentences;
      judged.coverage.Add(s->coverage);
      judged.irony = judged.irony || s->irony;
    }
  }

  void AddRow(const Judged& judged) {
    std::vector<Piece> pieces;
    for (const Sign* sign : judged.signs) pieces.push_back({sign->value, sign->sentence});
    const bool over_sentences = judged.scope != Scope::kSentence && judged.scope != Scope::kTarget;
    const bool text = judged.scope == Scope::kTurn || judged.scope == Scope::kDocument;
    std::vector<double> shares = Shares(pieces, over_sentences);
    // Every sentence lists all of its own evidence.
    if (text) DropNothing(shares);
    const double coverage = judged.coverage.share();
    const Score score =
        text ? JudgeText(pieces, shares, judged.sentences, coverage) : Judge(shares, coverage);
    auto row = document_.layer<Sentiment>().Add(judged.span);
    row.Set(Sentiment::scope, judged.scope).Set(Sentiment::label, score.label);
    row.Set(Sentiment::coverage, coverage).Set(Sentiment::irony, judged.irony);
    if (!judged.target.empty()) row.Set(Sentiment::target, judged.target);
    if (judged.holder) row.Set(Sentiment::holder, judged.holder);
    if (judged.signs.empty()) return;
    row.Set(Sentiment::value, score.value).Set(Sentiment::confidence, score.confidence);
    for (std::size_t i = 0; i < judged.signs.size(); ++i)
      if (shares[i] != 0) AddEvidence(*judged.signs[i], shares[i], row.ref());
  }

  void AddEvidence(const Sign& sign, double share, Ref<Sentiment> of) {
    auto row = document_.layer<Evidence>().Add(sign.span);
    row.Set(Evidence::of, of).Set(Evidence::value, share).Set(Evidence::entry, sign.entry);
    if (!sign.modifiers.empty()) row.Set(Evidence::modifiers, sign.modifiers);
  }

  Document& document_;
  const DocumentReading& reading_;
  const Voices& voices_;
  std::vector<std::vector<const Sign*>> by_sentence_;
};

}  // namespace

void WriteReport(Document& document, const DocumentReading& reading, const Voices& voices) {
  Report(document, reading, voices).Write();
}

}  // namespace koppel::sentiment
