#include "quotes/attribution.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr std::size_t kBeforeCue = 2;  // function words between a quotation and the cue behind it
constexpr std::size_t kBeforeSubject = 3;  // words between that cue and its subject
constexpr std::size_t kNearSubject = 2;    // words from a subject to the cue behind it
constexpr std::size_t kNearCue = 4;        // words between a cue and a quotation without a colon
constexpr double kInside = 0.9;
constexpr double kStoodUp = 0.7;  // who acts before a colon, without a verb of saying

double Certainty(Cue::Tier tier) { return tier == Cue::Tier::kWithEvidence ? 0.88 : 0.95; }

bool IsPersonal(const Subject& subject) { return subject.kind != Subject::Kind::kNounPhrase; }

bool IsGap(const Words& words, std::size_t i) {
  for (const std::string_view mark : {",", ";", "-", "–", "—"}) {
    if (words.IsMark(i, mark)) return true;
  }
  return false;
}

class AfterReader {
 public:
  AfterReader(const Words& words, std::size_t end, std::size_t limit, const Lexicon& lexicon)
      : words_(words), end_(end), limit_(limit), lexicon_(lexicon) {}

  std::optional<Attribution> Read() {
    std::size_t i = end_;
    while (i < limit_ && i < end_ + 2 && IsGap(words_, i)) ++i;
    if (!Inside(i) || words_[i].capital) return SubjectFirst(i);
    for (std::size_t k = i; k <= i + kBeforeCue && Inside(k); ++k) {
      if (const auto cue = MatchCue(words_, k, lexicon_)) {
        if (auto found = CueFirst(i, *cue)) return found;
      }
      if (!lexicon_.Has(List::kFunction, words_.Lower(k))) break;
    }
    if (auto found = UnknownVerb(i)) return found;
    return SubjectFirst(i);
  }

 private:
  bool Inside(std::size_t i) const {
    return i < limit_ && i < words_.size() && !words_[i].blank_before;
  }

  std::optional<Attribution> CueFirst(std::size_t begin, const Cue& cue) const {
    for (std::size_t s = cue.last; s <= cue.last + kBeforeSubject && Inside(s) && words_.IsWord(s);
         ++s) {
      std::optional<Subject> subject = MatchSubject(words_, s, lexicon_);
      if (!subject || (subject->after_preposition && cue.tier != Cue::Tier::kNominal)) continue;
      if (!CanReport(*subject, cue)) continue;
      const std::size_t last = subject->last;
      return Attribution{std::move(subject), cue, "after", Certainty(cue.tier), begin, last};
    }
    return std::nullopt;
  }

  // "…", grijnsde Jan: any word in lower case may be a verb of saying if a name or pronoun stands
  // right behind it.
  std::optional<Attribution> UnknownVerb(std::size_t i) const {
    if (!words_.IsWord(i) || lexicon_.Has(List::kFunction, words_.Lower(i)) || !Inside(i + 1) ||
        lexicon_.Has(List::kCueText, words_.Lower(i)))
      return std::nullopt;
    std::optional<Subject> subject = MatchSubject(words_, i + 1, lexicon_);
    if (!subject || !IsPersonal(*subject)) return std::nullopt;
    const std::size_t last = subject->last;
    return Attribution{
        std::move(subject), Cue{Cue::Tier::kWithEvidence, i, i + 1}, "after", 0.75, i, last};
  }

  // "…", Ms Pettifer said. Only where the sentence goes on behind the quotation.
  std::optional<Attribution> SubjectFirst(std::size_t i) const {
    if (!Inside(i) || EndsSentence(words_, end_ - 1, lexicon_)) return std::nullopt;
    std::optional<Subject> subject = MatchSubject(words_, i, lexicon_);
    if (!subject || !Inside(subject->last)) return std::nullopt;
    const auto cue = MatchCue(words_, subject->last, lexicon_);
    if (!cue || cue->tier == Cue::Tier::kNominal || !CanReport(*subject, *cue)) return std::nullopt;
    return Attribution{std::move(subject), cue, "after", Certainty(cue->tier) - 0.05, i, cue->last};
  }

  const Words& words_;
  const std::size_t end_, limit_;
  const Lexicon& lexicon_;
};

class BeforeReader {
 public:
  BeforeReader(const Words& words, std::size_t begin, std::size_t limit, const Lexicon& lexicon)
      : words_(words), begin_(begin), limit_(limit), lexicon_(lexicon) {}

  std::optional<Attribution> Read() {
    if (begin_ <= limit_) return std::nullopt;
    last_ = begin_;
    colon_ = words_.IsMark(begin_ - 1, ":");
    if (colon_) --last_;
    if (!colon_ && (words_[begin_].blank_before || EndsSentence(words_, begin_ - 1, lexicon_)))
      return std::nullopt;
    if (last_ <= limit_) return std::nullopt;
    first_ = SentenceBegin(words_, last_ - 1, limit_, lexicon_);
    clause_ = ReadClause(words_, first_, last_, lexicon_);
    const Cue* cue = FindCue();
    return cue != nullptr ? WithCue(*cue) : WithoutCue();
  }

 private:
  const Cue* FindCue() const {
    for (auto cue = clause_.cues.rbegin(); cue != clause_.cues.rend(); ++cue) {
      if (colon_) return &*cue;
      if (last_ - cue->last <= kNearCue || cue->tier == Cue::Tier::kNominal) return &*cue;
      return nullptr;
    }
    return nullptr;
  }

  Attribution Make(std::optional<Subject> subject, const std::optional<Cue>& cue,
                   std::string_view rule, double confidence) const {
    return {std::move(subject), cue, rule, confidence, first_, begin_};
  }

  std::optional<Attribution> WithCue(const Cue& cue) const {
    const double confidence = Certainty(cue.tier) - (colon_ ? 0 : 0.1);
    if (cue.tier == Cue::Tier::kText) return Written(cue);
    if (cue.tier == Cue::Tier::kNominal) {
      const auto source = MatchSource(words_, cue.last, lexicon_);
      if (!source || source->last > begin_) return std::nullopt;
      return Make(source->subject, cue, "according_to", confidence);
    }
    for (const Subject& subject : clause_.subjects) {
      if (subject.last == cue.first && !subject.after_preposition && CanReport(subject, cue))
        return Make(subject, cue, "before", confidence);
    }
    for (const Subject& subject : clause_.subjects) {
      const bool near = subject.last < cue.first && cue.first - subject.last <= kNearSubject &&
                        IsPersonal(subject) && !words_.IsMark(cue.first - 1, ",") &&
                        !subject.after_preposition;
      if (near) return Make(subject, cue, "before", confidence - 0.05);
    }
    for (const Subject& subject : clause_.subjects) {
      if (subject.first == cue.last && subject.kind != Subject::Kind::kNounPhrase) {
        return Make(subject, cue, "before", confidence);
      }
    }
    for (const Subject& subject : clause_.subjects) {
      const bool beside = StandsBefore(words_, subject, cue.first, lexicon_);
      if (beside && !subject.after_preposition && CanReport(subject, cue))
        return Make(subject, cue, "before", confidence - 0.1);
    }
    const bool strong = colon_ || cue.tier == Cue::Tier::kAlways;
    const Subject* subject = strong ? Distant(cue) : nullptr;
    if (subject != nullptr) return Make(*subject, cue, "before_distant", confidence - 0.2);
    if (!strong) return std::nullopt;
    return Make(std::nullopt, cue, "before", confidence);
  }

  // "In de brief staat: …" names nobody; "Jan stond op: …" does.
  std::optional<Attribution> Written(const Cue& cue) const {
    if (!colon_) return std::nullopt;
    for (const Subject& subject : clause_.subjects) {
      if (IsPersonal(subject) && subject.last == cue.first && !subject.after_preposition)
        return Make(subject, cue, "before", kStoodUp);
    }
    return Make(std::nullopt, cue, "before", Certainty(cue.tier));
  }

  // The sentence's subject stands away from the cue: "Jan stond op en zei". Names and pronouns
  // before people without a name, and those before what only a verb of saying makes a person.
  const Subject* Distant(const Cue& cue) const {
    const auto rank = [](const Subject& subject) {
      return IsPersonal(subject) ? 0 : subject.human ? 1 : 2;
    };
    const Subject* best = nullptr;
    for (const Subject& subject : clause_.subjects) {
      const bool placed = subject.last <= cue.first || subject.first <= cue.last + kBeforeSubject;
      if (!placed || subject.after_preposition || !CanReport(subject, cue)) continue;
      if (best == nullptr || rank(subject) < rank(*best)) best = &subject;
    }
    return best;
  }

  std::optional<Attribution> WithoutCue() const {
    if (!colon_ || clause_.subjects.empty()) return std::nullopt;
    const Subject& nearest = clause_.subjects.back();
    if (nearest.last == last_ && nearest.kind == Subject::Kind::kName) {
      return Make(nearest, std::nullopt, "label", 0.9);
    }
    for (const Subject& subject : clause_.subjects) {
      if (IsPersonal(subject) && !subject.after_preposition &&
          subject.kind != Subject::Kind::kFirstPerson) {
        return Make(subject, std::nullopt, "colon", 0.6);
      }
    }
    return std::nullopt;
  }

  const Words& words_;
  const std::size_t begin_, limit_;
  const Lexicon& lexicon_;
  std::size_t first_ = 0, last_ = 0;
  bool colon_ = false;
  Clause clause_;
};

}  // namespace

std::optional<Attribution> AttributeAfter(const Words& words, std::size_t end, std::size_t limit,
                                          const Lexicon& lexicon) {
  return AfterReader(words, end, limit, lexicon).Read();
}

bool IsInverted(const Words& words, std::size_t i) {
  return words.IsWord(i) && words.Text(i).starts_with('-');
}

std::optional<Attribution> AttributeInside(const Words& words, std::size_t first, std::size_t last,
                                           const Lexicon& lexicon) {
  for (std::size_t i = first + 2; i + 1 < last; ++i) {
    if (!words.IsMark(i - 1, ",") || !words.IsWord(i) || !IsInverted(words, i + 1)) continue;
    std::optional<Subject> subject = MatchSubject(words, i + 1, lexicon);
    if (!subject) continue;
    const Cue cue{Cue::Tier::kAlways, i, i + 1};
    return Attribution{std::move(subject), cue, "inside", kInside, i, i + 2};
  }
  return std::nullopt;
}

std::optional<Attribution> AttributeBefore(const Words& words, std::size_t begin, std::size_t limit,
                                           const Lexicon& lexicon) {
  return BeforeReader(words, begin, limit, lexicon).Read();
}

}  // namespace koppel::speakers
