#include "quotes/indirect.h"

#include <algorithm>
#include <optional>

namespace koppel::speakers {

namespace {

constexpr std::size_t kToComplementiser = 6;  // words between a cue and its "that"
constexpr std::size_t kToComplementiserPassive = 2;
constexpr std::size_t kToPassive = 6;  // words between "wordt" and its participle
constexpr double kThatClause = 0.85;
constexpr double kAccordingTo = 0.85;
constexpr double kParenthesis = 0.85;
constexpr double kPassive = 0.7;
constexpr double kGapping = 0.6;

bool Reports(const Subject& subject) { return subject.kind != Subject::Kind::kFirstPerson; }

class SentenceReader {
 public:
  SentenceReader(const Words& words, std::size_t first, std::size_t last, const Lexicon& lexicon)
      : words_(words),
        first_(first),
        last_(last),
        lexicon_(lexicon),
        clause_(ReadClause(words, first, last, lexicon)) {}

  void Read(std::vector<QuoteDraft>& drafts) const {
    for (const Cue& cue : clause_.cues) {
      std::optional<QuoteDraft> draft = ReadCue(cue);
      if (!draft) continue;
      std::optional<QuoteDraft> gapped = Gapping(cue, *draft);
      // What the first says ends before the comma and the name of the second.
      if (gapped) draft->parts.back().last = gapped->attribution->subject->first - 1;
      drafts.push_back(std::move(*draft));
      if (gapped) drafts.push_back(std::move(*gapped));
      return;
    }
  }

 private:
  std::optional<QuoteDraft> ReadCue(const Cue& cue) const {
    if (cue.tier == Cue::Tier::kNominal) return AccordingTo(cue);
    if (cue.tier == Cue::Tier::kText) return std::nullopt;
    if (auto draft = Parenthesis(cue)) return draft;
    if (auto draft = Passive(cue)) return draft;
    return ThatClause(cue);
  }

  // The sentence's last word without its final mark.
  std::size_t ContentEnd() const {
    std::size_t end = last_;
    while (end > first_ && words_[end - 1].kind == Word::Kind::kMark) --end;
    return end;
  }

  std::optional<QuoteDraft> Draft(Subject subject, const Cue& cue, std::vector<WordRange> parts,
                                  std::string_view rule, double confidence) const {
    std::erase_if(parts, [](const WordRange& part) { return part.first >= part.last; });
    if (parts.empty() || !Reports(subject)) return std::nullopt;
    QuoteDraft draft;
    draft.kind = Quote::Kind::kIndirect;
    draft.marked = false;
    draft.parts = std::move(parts);
    draft.rule = rule;
    draft.attribution = Attribution{std::move(subject), cue, rule, confidence, cue.first, cue.last};
    return draft;
  }

  std::optional<QuoteDraft> AccordingTo(const Cue& cue) const {
    std::optional<Source> source = MatchSource(words_, cue.last, lexicon_);
    if (!source || source->last >= last_) return std::nullopt;
    const std::size_t rest = words_.IsMark(source->last, ",") ? source->last + 1 : source->last;
    return Draft(source->subject, cue, {{first_, cue.first}, {rest, ContentEnd()}}, "according_to",
                 kAccordingTo);
  }

  // "…, zo stelt ze, …": between commas, or behind one at the end.
  std::optional<QuoteDraft> Parenthesis(const Cue& cue) const {
    std::size_t comma = cue.first;
    while (comma > first_ && cue.first - comma < 2 &&
           lexicon_.Has(List::kFunction, words_.Lower(comma - 1)))
      --comma;
    // "…, en geeft", "…, en die schrijft": the sentence's own second verb.
    for (std::size_t i = comma; i < cue.first; ++i) {
      if (lexicon_.Has(List::kDeterminer, words_.Lower(i)) ||
          lexicon_.Has(List::kConjunction, words_.Lower(i)))
        return std::nullopt;
    }
    if (comma <= first_ + 1 || !words_.IsMark(comma - 1, ",")) return std::nullopt;
    std::optional<Subject> subject = MatchSubject(words_, cue.last, lexicon_);
    if (!subject || !subject->human || subject->last > last_) return std::nullopt;
    const bool closed = words_.IsMark(subject->last, ",") || subject->last >= ContentEnd();
    if (!closed) return std::nullopt;
    return Draft(*subject, cue, {{first_, comma - 1}, {subject->last + 1, ContentEnd()}},
                 "parenthesis", kParenthesis);
  }

  // First word of the clause behind a complementiser near `i`, or none.
  std::optional<std::size_t> ClauseAfter(std::size_t i, std::size_t reach) const {
    const std::size_t end = std::min(i + reach, last_);
    for (; i < end; ++i) {
      if (const std::size_t n = lexicon_.Match(List::kComplementiser, words_, i)) return i + n;
      if (words_[i].kind == Word::Kind::kMark && !words_.IsMark(i, ",")) return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<QuoteDraft> ThatClause(const Cue& cue) const {
    const Subject* subject = SubjectOf(cue);
    if (subject == nullptr) return std::nullopt;
    const auto clause =
        ClauseAfter(std::max(cue.last, subject->first >= cue.last ? subject->last : cue.last),
                    kToComplementiser);
    if (!clause) return std::nullopt;
    return Draft(*subject, cue, {{*clause, ContentEnd()}}, "that_clause", kThatClause);
  }

  // Beside the cue, or first in the sentence with an apposition between commas.
  const Subject* SubjectOf(const Cue& cue) const {
    for (const Subject& subject : clause_.subjects) {
      const bool reports = subject.human || (subject.last == cue.first && CanReport(subject, cue));
      if (reports && StandsBefore(words_, subject, cue.first, lexicon_) &&
          !subject.after_preposition)
        return &subject;
    }
    for (const Subject& subject : clause_.subjects) {
      if (subject.first == cue.last && CanReport(subject, cue) &&
          !lexicon_.Has(List::kImpersonal, words_.Lower(subject.first)))
        return &subject;
    }
    const bool apposition =
        cue.first > first_ && words_.IsMark(cue.first - 1, ",") && !clause_.subjects.empty();
    if (!apposition || !words_.IsMark(clause_.subjects.front().last, ",")) return nullptr;
    const Subject& first = clause_.subjects.front();
    return first.first == first_ && first.kind == Subject::Kind::kName ? &first : nullptr;
  }

  std::optional<QuoteDraft> Passive(const Cue& cue) const {
    const std::size_t from = cue.first - std::min(cue.first - first_, kToPassive);
    bool passive = false;
    for (std::size_t i = from; i < cue.first; ++i)
      passive = passive || lexicon_.Has(List::kPassive, words_.Lower(i));
    const bool beside =
        std::any_of(clause_.subjects.begin(), clause_.subjects.end(),
                    [&](const Subject& s) { return s.last == cue.first || s.first == cue.last; });
    const auto clause =
        passive && !beside ? ClauseAfter(cue.last, kToComplementiserPassive) : std::nullopt;
    if (!clause) return std::nullopt;
    QuoteDraft draft;
    draft.kind = Quote::Kind::kReported;
    draft.marked = false;
    draft.rule = "passive";
    draft.parts.push_back({*clause, std::max(ContentEnd(), *clause + 1)});
    draft.attribution = Attribution{Agent(), cue, "passive", kPassive, cue.first, cue.last};
    return draft;
  }

  // "door de wethouder".
  std::optional<Subject> Agent() const {
    for (const Subject& subject : clause_.subjects) {
      if (subject.first > first_ && lexicon_.Has(List::kAgent, words_.Lower(subject.first - 1)))
        return subject;
    }
    return std::nullopt;
  }

  // A comma, another subject, and an object without a verb.
  std::optional<QuoteDraft> Gapping(const Cue& cue, const QuoteDraft& report) const {
    if (cue.tier != Cue::Tier::kWithEvidence || report.parts.size() != 1) return std::nullopt;
    for (const Subject& subject : clause_.subjects) {
      const bool named = subject.kind == Subject::Kind::kName && subject.first > report.first() + 1;
      if (!named || !words_.IsMark(subject.first - 1, ",") || subject.last >= ContentEnd())
        continue;
      if (!lexicon_.Has(List::kDeterminer, words_.Lower(subject.last))) continue;
      return Draft(subject, cue, {{subject.last, ContentEnd()}}, "gapping", kGapping);
    }
    return std::nullopt;
  }

  const Words& words_;
  const std::size_t first_, last_;
  const Lexicon& lexicon_;
  const Clause clause_;
};

}  // namespace

std::vector<QuoteDraft> FindIndirect(const Words& words, std::size_t first, std::size_t last,
                                     const std::vector<WordRange>& quoted, const Lexicon& lexicon) {
  std::vector<QuoteDraft> drafts;
  std::size_t next = 0;
  for (std::size_t i = first; i < last;) {
    const std::size_t end = SentenceEnd(words, i, last, lexicon);
    while (next < quoted.size() && quoted[next].last <= i) ++next;
    const bool free = next == quoted.size() || quoted[next].first >= end;
    if (free) SentenceReader(words, i, end, lexicon).Read(drafts);
    i = end;
  }
  return drafts;
}

}  // namespace koppel::speakers
