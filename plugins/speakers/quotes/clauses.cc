#include "quotes/clauses.h"

#include <algorithm>

#include "koppel/utf8.h"

namespace koppel::speakers {

namespace {

constexpr std::size_t kLongestSentence = 200;  // words
constexpr std::size_t kClosingMarks = 4;       // behind a full stop
constexpr std::size_t kLongestModifier = 7;
constexpr std::size_t kLongestNounPhrase = 3;  // words behind the determiner
constexpr std::size_t kLongestProperName = 5;  // of an organisation

bool IsSentenceMark(const Words& words, std::size_t i) {
  return words.IsMark(i, ".") || words.IsMark(i, "?") || words.IsMark(i, "!") ||
         words.IsMark(i, "…");
}

bool IsClosingMark(const Words& words, std::size_t i) {
  for (const std::string_view mark : {"\"", "”", "’", "'", "»", "«", "“", ")", "]"}) {
    if (words.IsMark(i, mark)) return true;
  }
  return false;
}

bool AfterPreposition(const Words& words, std::size_t i, const Lexicon& lexicon) {
  return i > 0 && !words[i].blank_before && lexicon.Has(List::kPreposition, words.Lower(i - 1));
}

Subject Between(const Words& words, std::size_t first, std::size_t last, Subject::Kind kind,
                const Lexicon& lexicon) {
  Subject subject;
  subject.kind = kind;
  subject.first = first;
  subject.last = last;
  subject.span = words.Cover(first, last);
  subject.after_preposition = AfterPreposition(words, first, lexicon);
  return subject;
}

std::optional<Subject> MatchNamed(const Words& words, std::size_t i, const Lexicon& lexicon) {
  std::optional<Name> name = MatchName(words, i, lexicon);
  if (!name) return std::nullopt;
  Subject subject = Between(words, i, name->last, Subject::Kind::kName, lexicon);
  subject.gender = name->gender;
  subject.name = std::move(name);
  return subject;
}

std::optional<Subject> MatchPronoun(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const std::string_view word = words.Lower(i);
  Subject subject = Between(words, i, i + 1, Subject::Kind::kPronoun, lexicon);
  if (lexicon.Has(List::kFirstPerson, word)) {
    subject.kind = Subject::Kind::kFirstPerson;
  } else if (lexicon.Has(List::kMale, word)) {
    subject.gender = Gender::kMale;
  } else if (lexicon.Has(List::kFemale, word)) {
    subject.gender = Gender::kFemale;
  } else if (!lexicon.Has(List::kPlural, word)) {
    return std::nullopt;
  }
  subject.plural = lexicon.Has(List::kPlural, word);
  return subject;
}

bool IsAcronym(const Words& words, std::size_t i) {
  const std::string_view text = words.Text(i);
  return words.IsCapital(i) && CodePoints(text) > 1 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool IsPersonNoun(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const std::string_view word = words.Lower(i);
  for (const List list :
       {List::kOffice, List::kPersonNoun, List::kPeople, List::kMaleNoun, List::kFemaleNoun}) {
    if (lexicon.HasCompound(list, word)) return true;
  }
  return false;
}

std::size_t SkipCapitals(const Words& words, std::size_t i) {
  std::size_t taken = 0;
  while (taken < kLongestProperName && words.IsCapital(i) && !words[i].blank_before) ++i, ++taken;
  return i;
}

// Finds the word for people or for an organisation by which a noun phrase can be a speaker; an
// organisation's proper name belongs to it.
void ReadHead(const Words& words, const Lexicon& lexicon, Subject& subject) {
  subject.human = false;
  for (std::size_t k = subject.first; k < subject.last; ++k) {
    const std::string_view word = words.Lower(k);
    if (lexicon.Has(List::kMaleNoun, word)) subject.gender = Gender::kMale;
    if (lexicon.Has(List::kFemaleNoun, word)) subject.gender = Gender::kFemale;
    const bool person = IsPersonNoun(words, k, lexicon);
    const bool organisation =
        !person && (IsAcronym(words, k) || lexicon.HasCompound(List::kOrganisation, word));
    if (!person && !organisation) continue;
    subject.human = true;
    subject.organisation = organisation;
    subject.head_end = organisation ? SkipCapitals(words, k + 1) : k + 1;
  }
  subject.last = std::max(subject.last, subject.head_end);
  subject.span = words.Cover(subject.first, subject.last);
}

// "Critici", "oudervereniging De Wip": without a determiner.
std::optional<Subject> MatchBareNoun(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const bool people = words.IsCapital(i) && lexicon.Has(List::kPeople, words.Lower(i));
  const bool organisation = lexicon.HasCompound(List::kOrganisation, words.Lower(i)) &&
                            words.IsCapital(i + 1) && !words[i + 1].blank_before;
  if (!people && !organisation) return std::nullopt;
  Subject subject = Between(words, i, i + 1, Subject::Kind::kNounPhrase, lexicon);
  ReadHead(words, lexicon, subject);
  return subject;
}

// "de wethouder", "een oude man": up to the first word that belongs to something else.
std::optional<Subject> MatchNounPhrase(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const std::string_view word = words.Lower(i);
  if (!lexicon.Has(List::kDeterminer, word) || lexicon.Has(List::kImpersonal, word))
    return std::nullopt;
  std::size_t end = i + 1;
  while (end <= i + kLongestNounPhrase && words.IsWord(end) && !words[end].blank_before &&
         !lexicon.Has(List::kFunction, words.Lower(end)) && !MatchCue(words, end, lexicon)) {
    ++end;
  }
  if (end == i + 1) return std::nullopt;
  // "zijn collega Jan Smit" is a name with an apposition before it.
  for (std::size_t k = i + 1; k <= end; ++k) {
    std::optional<Subject> named =
        words.IsCapital(k) ? MatchNamed(words, k, lexicon) : std::nullopt;
    if (named && !named->name->lone) return named;
  }
  Subject subject = Between(words, i, end, Subject::Kind::kNounPhrase, lexicon);
  ReadHead(words, lexicon, subject);
  return subject;
}

// First word behind a phrase such as "van de bibliotheek" at word `i`; `i` itself if there is none,
// or its end can't be told from what goes on.
std::size_t SkipModifier(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (!words.IsWord(i) || !lexicon.Has(List::kPreposition, words.Lower(i))) return i;
  std::size_t end = i + 1;
  if (lexicon.Has(List::kDeterminer, words.Lower(end))) ++end;
  const std::size_t noun = end;
  while (end < i + kLongestModifier && words.IsWord(end) && !words[end].blank_before) {
    const bool name_ended = end > noun && words.IsCapital(end - 1) && !words.IsCapital(end);
    const bool function = !words.IsCapital(end) && lexicon.Has(List::kFunction, words.Lower(end));
    if (name_ended || function) return end > noun ? end : i;
    ++end;
  }
  return words.IsMark(end, ",") && end > noun ? end : i;
}

// The closing bracket of one that opens at word `i`, before word `last`; else `i`.
std::size_t CloseBracket(const Words& words, std::size_t i, std::size_t last) {
  if (!words.IsMark(i, "(")) return i;
  for (std::size_t k = i + 1; k < last; ++k) {
    if (words.IsMark(k, ")")) return k;
  }
  return i;
}

}  // namespace

std::optional<Cue> MatchCue(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const struct {
    List list;
    Cue::Tier tier;
  } tiers[] = {{List::kCueNominal, Cue::Tier::kNominal},
               {List::kCueText, Cue::Tier::kText},
               {List::kCueAlways, Cue::Tier::kAlways},
               {List::kCueWithEvidence, Cue::Tier::kWithEvidence}};
  if (!words.IsWord(i)) return std::nullopt;
  for (const auto& entry : tiers) {
    if (const std::size_t n = lexicon.Match(entry.list, words, i); n > 0)
      return Cue{entry.tier, i, i + n};
  }
  return std::nullopt;
}

std::optional<Subject> MatchSubject(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (!words.IsWord(i)) return std::nullopt;
  if (std::optional<Subject> named = MatchNamed(words, i, lexicon)) return named;
  // "haar vader": what can be a determiner is one where a noun follows.
  if (std::optional<Subject> noun = MatchNounPhrase(words, i, lexicon)) return noun;
  if (std::optional<Subject> noun = MatchBareNoun(words, i, lexicon)) return noun;
  return MatchPronoun(words, i, lexicon);
}

bool CanReport(const Subject& subject, const Cue& cue) {
  if (cue.tier == Cue::Tier::kText) return false;
  return subject.human || cue.tier == Cue::Tier::kAlways;
}

std::optional<Source> MatchSource(const Words& words, std::size_t i, const Lexicon& lexicon) {
  std::optional<Subject> subject = MatchSubject(words, i, lexicon);
  if (!subject || !subject->human) return std::nullopt;
  if (subject->kind == Subject::Kind::kNounPhrase) {
    subject->last = subject->head_end;
    subject->span = words.Cover(subject->first, subject->last);
  }
  std::size_t last = subject->last;
  if (subject->kind == Subject::Kind::kPronoun) return Source{std::move(*subject), last};
  last = SkipModifier(words, last, lexicon);
  if (subject->kind == Subject::Kind::kNounPhrase && words.IsMark(last, ",")) {
    std::optional<Subject> named = MatchNamed(words, last + 1, lexicon);
    if (named && words.IsMark(named->last, ",")) {
      last = named->last;
      return Source{std::move(*named), last};
    }
  }
  return Source{std::move(*subject), last};
}

bool StandsBefore(const Words& words, const Subject& subject, std::size_t i,
                  const Lexicon& lexicon) {
  if (subject.last == i) return true;
  if (subject.last > i || i - subject.last > kLongestModifier) return false;
  if (!lexicon.Has(List::kPreposition, words.Lower(subject.last))) return false;
  for (std::size_t k = subject.last; k < i; ++k) {
    if (words[k].kind == Word::Kind::kMark || lexicon.Has(List::kConjunction, words.Lower(k)))
      return false;
  }
  return true;
}

Clause ReadClause(const Words& words, std::size_t first, std::size_t last, const Lexicon& lexicon) {
  Clause clause;
  std::size_t bracketed = first;  // up to this word
  for (std::size_t i = first; i < last;) {
    if (i >= bracketed) bracketed = CloseBracket(words, i, last);
    const std::optional<Cue> cue = MatchCue(words, i, lexicon);
    const std::optional<Subject> subject =
        i < bracketed ? std::nullopt : MatchSubject(words, i, lexicon);
    const std::size_t subject_end = subject ? subject->last : i;
    if (cue && (subject_end <= cue->last || subject_end > last)) {
      clause.cues.push_back(*cue);
      i = cue->last;
    } else if (subject_end > i && subject_end <= last) {
      clause.subjects.push_back(*subject);
      i = subject_end;
    } else {
      ++i;
    }
  }
  return clause;
}

bool EndsSentence(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (i + 1 >= words.size() || words[i + 1].blank_before) return true;
  if (!words[i + 1].space_before) return false;
  std::size_t mark = i;
  while (mark > 0 && i - mark < kClosingMarks && IsClosingMark(words, mark)) --mark;
  if (!IsSentenceMark(words, mark)) return false;
  // „Zeg eens …?” vroeg zij: what follows in lower case goes on.
  if (words.IsWord(i + 1) && !words[i + 1].capital) return false;
  if (!words.IsMark(mark, ".") || mark != i || mark == 0) return true;
  const bool initial = words.IsCapital(mark - 1) && CodePoints(words.Text(mark - 1)) == 1;
  for (const List list : {List::kTitle, List::kTitleMale, List::kTitleFemale}) {
    if (lexicon.Match(list, words, mark - 1) == 2) return false;
  }
  return !initial;
}

std::size_t SentenceBegin(const Words& words, std::size_t i, std::size_t limit,
                          const Lexicon& lexicon) {
  const std::size_t earliest = std::max(limit, i - std::min(i, kLongestSentence));
  while (i > earliest && !words[i].blank_before && !EndsSentence(words, i - 1, lexicon)) --i;
  return i;
}

std::size_t SentenceEnd(const Words& words, std::size_t i, std::size_t limit,
                        const Lexicon& lexicon) {
  const std::size_t latest = std::min({limit, words.size(), i + kLongestSentence});
  while (i < latest && !EndsSentence(words, i, lexicon)) ++i;
  return std::min(i + 1, latest);
}

}  // namespace koppel::speakers
