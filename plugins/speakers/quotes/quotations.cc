#include "quotes/quotations.h"

#include <algorithm>

#include "quotes/cast.h"
#include "quotes/copies.h"
#include "quotes/dialogue.h"
#include "quotes/indirect.h"
#include "quotes/kinds.h"
#include "quotes/pairs.h"

namespace koppel::speakers {

namespace {

constexpr std::size_t kBetweenParts =
    4;  // words from a reporting clause to where the quotation goes on
constexpr std::size_t kLongestApposition = 15;  // … with what describes the speaker
constexpr double kCopied = 0.9;

class QuotationFinder {
 public:
  QuotationFinder(const Words& words, const std::vector<QuotationTurn>& turns,
                  const Lexicon& lexicon, Registry& registry)
      : words_(words), turns_(turns), lexicon_(lexicon), registry_(registry) {}

  std::vector<QuoteDraft> Find() {
    const std::vector<Mark> marks = CollectMarks(words_);
    const Convention convention(marks);
    for (const QuotationTurn& turn : turns_)
      by_turn_.push_back(MarkedQuotes(turn, marks, convention));
    SetKinds();
    for (std::size_t t = 0; t < turns_.size(); ++t) {
      AddDialogue(turns_[t], by_turn_[t]);
      AddIndirect(turns_[t], by_turn_[t]);
    }
    Decode();
    LinkCopies();
    return Collect();
  }

 private:
  // --- spans
  // -------------------------------------------------------------------------------------------------

  std::vector<QuoteDraft> MarkedQuotes(const TurnRange& turn, const std::vector<Mark>& marks,
                                       const Convention& convention) {
    const auto at = [&](std::size_t word) {
      const auto found = std::lower_bound(marks.begin(), marks.end(), word,
                                          [](const Mark& m, std::size_t w) { return m.word < w; });
      return static_cast<std::size_t>(found - marks.begin());
    };
    std::vector<QuoteDraft> quotes;
    for (const MarkPair& pair :
         PairMarks(words_, marks, at(turn.first), at(turn.last), convention)) {
      QuoteDraft quote;
      quote.level = pair.level;
      quote.closed = pair.close.has_value();
      const std::size_t last =
          pair.close ? *pair.close + 1 : SentenceEnd(words_, pair.open + 1, turn.last, lexicon_);
      quote.parts.push_back({pair.open, last});
      quotes.push_back(std::move(quote));
    }
    Attribute(turn, quotes);
    JoinParts(quotes);
    return quotes;
  }

  void SetKinds() {
    std::vector<QuoteDraft*> all;
    for (auto& quotes : by_turn_) {
      for (QuoteDraft& quote : quotes) all.push_back(&quote);
    }
    JudgeKinds(words_, all, lexicon_);
  }

  // A reporting clause lies between the quotations before and after at the same level, inside the
  // one around.
  void Attribute(const TurnRange& turn, std::vector<QuoteDraft>& quotes) const {
    std::vector<std::size_t> floor{
        turn.first};  // by level: where the last quotation there, or the one around, leaves off
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      QuoteDraft& quote = quotes[i];
      floor.resize(static_cast<std::size_t>(quote.level) + 1, turn.first);
      std::size_t ceiling = turn.last;
      if (i + 1 < quotes.size() && quotes[i + 1].level == quote.level)
        ceiling = quotes[i + 1].first();
      AttributeOne(quote, floor.back(), std::max(ceiling, quote.last()));
      floor.back() = quote.last();
      floor.push_back(quote.first() + 1);
    }
  }

  void AttributeOne(QuoteDraft& quote, std::size_t floor, std::size_t ceiling) const {
    auto before = AttributeBefore(words_, quote.first(), floor, lexicon_);
    auto after = AttributeAfter(words_, quote.last(), ceiling, lexicon_);
    const bool introduced = before && before->subject && words_.IsMark(quote.first() - 1, ":");
    quote.attribution = introduced || !after ? std::move(before) : std::move(after);
    if (!quote.attribution)
      quote.attribution = AttributeInside(words_, quote.first(), quote.last(), lexicon_);
  }

  // "…", zei Jan, "…": the second part is the first's, or at least the same person's.
  void JoinParts(std::vector<QuoteDraft>& quotes) const {
    std::vector<QuoteDraft> joined;
    for (QuoteDraft& quote : quotes) {
      if (joined.empty() || !FollowsReport(joined.back(), quote)) {
        joined.push_back(std::move(quote));
        continue;
      }
      QuoteDraft& before = joined.back();
      if (words_.IsMark(quote.first() - 1, ",") || words_.IsMark(quote.first() - 1, ";")) {
        before.parts.push_back(quote.parts.front());
        before.closed = before.closed && quote.closed;
        continue;
      }
      if (!quote.attribution) quote.attribution = before.attribution;
      joined.push_back(std::move(quote));
    }
    quotes = std::move(joined);
  }

  bool FollowsReport(const QuoteDraft& before, const QuoteDraft& quote) const {
    if (!before.attribution || before.level != quote.level ||
        before.attribution->first < before.last())
      return false;
    const std::size_t end = before.attribution->last;
    if (quote.first() < end || words_[quote.first()].blank_before) return false;
    // "…", zei Jan, de voorzitter van de club, "…": an apposition between commas.
    const bool apposition = words_.IsMark(end, ",") && words_.IsMark(quote.first() - 1, ",") &&
                            SentenceEnd(words_, end, quote.first(), lexicon_) == quote.first();
    return quote.first() - end <= (apposition ? kLongestApposition : kBetweenParts);
  }

  // Speech behind dashes takes the marks inside it a level down.
  void AddDialogue(const TurnRange& turn, std::vector<QuoteDraft>& quotes) const {
    std::vector<QuoteDraft> speeches = FindDialogue(words_, turn.first, turn.last, lexicon_);
    std::size_t next = 0;
    for (QuoteDraft& quote : quotes) {
      while (next < speeches.size() && speeches[next].last() <= quote.first()) ++next;
      if (next < speeches.size() && speeches[next].first() <= quote.first()) ++quote.level;
    }
    quotes.insert(quotes.end(), speeches.begin(), speeches.end());
    SortByPlace(quotes);
  }

  void AddIndirect(const TurnRange& turn, std::vector<QuoteDraft>& quotes) const {
    std::vector<WordRange> quoted;
    for (const QuoteDraft& quote : quotes) {
      if (quote.kind != Quote::Kind::kNotSpeech)
        quoted.insert(quoted.end(), quote.parts.begin(), quote.parts.end());
    }
    std::sort(quoted.begin(), quoted.end(),
              [](const WordRange& a, const WordRange& b) { return a.first < b.first; });
    const std::vector<QuoteDraft> indirect =
        FindIndirect(words_, turn.first, turn.last, quoted, lexicon_);
    quotes.insert(quotes.end(), indirect.begin(), indirect.end());
    SortByPlace(quotes);
  }

  static void SortByPlace(std::vector<QuoteDraft>& quotes) {
    std::stable_sort(quotes.begin(), quotes.end(), [](const QuoteDraft& a, const QuoteDraft& b) {
      return a.first() < b.first();
    });
  }

  // --- speakers
  // ----------------------------------------------------------------------------------------------

  void Decode() {
    for (const auto& quotes : by_turn_) {
      for (const QuoteDraft& quote : quotes) {
        if (quote.attribution && quote.attribution->subject &&
            quote.kind != Quote::Kind::kNotSpeech) {
          RegisterSubject(words_, *quote.attribution->subject, registry_);
        }
      }
    }
    const Cast cast(words_, lexicon_, registry_, Speeches());
    for (std::size_t t = 0; t < turns_.size(); ++t) {
      std::vector<QuoteDraft*> direct;
      for (QuoteDraft& quote : by_turn_[t]) {
        const bool reported =
            quote.kind == Quote::Kind::kIndirect || quote.kind == Quote::Kind::kReported;
        if (reported && quote.attribution->subject)
          SpeakerDecoder(words_, lexicon_, registry_, cast, turns_[t]).Decode({&quote});
        if (!reported && quote.kind != Quote::Kind::kNotSpeech) direct.push_back(&quote);
      }
      SpeakerDecoder(words_, lexicon_, registry_, cast, turns_[t]).Decode(direct);
    }
    for (const Appearance& place : cast.appearances()) {
      if (place.person != kNobody) registry_.AddMention(place.span, place.person, place.form);
    }
  }

  // The outermost quotations of all turns, without what reports them.
  std::vector<SpeechRange> Speeches() const {
    std::vector<SpeechRange> speeches;
    int speech = 0;
    for (const auto& quotes : by_turn_) {
      for (const QuoteDraft& quote : quotes) {
        const bool speaks = quote.kind == Quote::Kind::kDirect || quote.kind == Quote::Kind::kMixed;
        const bool outer = speeches.empty() || quote.first() >= speeches.back().last;
        if (!speaks || !outer) continue;
        for (const WordRange& part : quote.parts)
          speeches.push_back({part.first, part.last, speech});
        ++speech;
      }
    }
    return speeches;
  }

  void LinkCopies() {
    std::vector<WordRange> source;
    for (const QuotationTurn& turn : turns_) {
      if (turn.article) source.push_back({turn.first, turn.last});
    }
    if (source.empty()) return;
    const CopyFinder copies(words_, source);
    for (std::size_t t = 0; t < turns_.size(); ++t) {
      if (!turns_[t].comment) continue;
      for (QuoteDraft& quote : by_turn_[t]) LinkCopy(copies, quote);
    }
  }

  void LinkCopy(const CopyFinder& copies, QuoteDraft& quote) const {
    if (!quote.marked) return;
    const auto copy = copies.Find({quote.first(), quote.last()});
    const int speaker = copy ? SpeakerAt(copy->source.first) : kNobody;
    if (speaker == kNobody) return;
    if (quote.kind == Quote::Kind::kNotSpeech) quote.kind = Quote::Kind::kMixed;
    // A reporting clause that names somebody else has a reason to.
    if (quote.speaker != kNobody && !quote.inferred && quote.form != Mention::Form::kPronoun)
      return;
    if (quote.speaker != speaker && quote.inferred) quote.mention.reset();
    quote.speaker = speaker;
    quote.inferred = true;
    quote.confidence = kCopied * copy->share;
    quote.rule = "copy";
  }

  // Who says word `i` of an article: the speaker of a quotation there, else of the turn.
  int SpeakerAt(std::size_t i) const {
    for (std::size_t t = 0; t < turns_.size(); ++t) {
      if (i < turns_[t].first || i >= turns_[t].last) continue;
      for (const QuoteDraft& quote : by_turn_[t]) {
        const bool speech = quote.kind == Quote::Kind::kDirect || quote.kind == Quote::Kind::kMixed;
        if (speech && quote.first() <= i && i < quote.last()) return quote.speaker;
      }
      return turns_[t].speaker;
    }
    return kNobody;
  }

  std::vector<QuoteDraft> Collect() {
    std::vector<QuoteDraft> all;
    for (auto& quotes : by_turn_) std::move(quotes.begin(), quotes.end(), std::back_inserter(all));
    return all;
  }

  const Words& words_;
  const std::vector<QuotationTurn>& turns_;
  const Lexicon& lexicon_;
  Registry& registry_;
  std::vector<std::vector<QuoteDraft>> by_turn_;
};

}  // namespace

std::vector<QuoteDraft> FindQuotations(const Words& words, const std::vector<QuotationTurn>& turns,
                                       const Lexicon& lexicon, Registry& registry) {
  return QuotationFinder(words, turns, lexicon, registry).Find();
}

}  // namespace koppel::speakers
