#include "quotes/kinds.h"

#include <algorithm>
#include <cmath>

#include "koppel/layers.h"

namespace koppel::speakers {

namespace {

// Log-odds for speech. Set by hand from how writers of Dutch, English, German and French use marks:
// a sentence that is introduced or closed off is speech; one or two words inside a running sentence
// are a term.
constexpr double kBias = -1.6;
constexpr double kCueBeside = 3.2;  // a reporting clause touches it
constexpr double kColonBefore = 1.5;
constexpr double kEndsLikeSentence = 1.6;  // . ? ! … or a comma before the closing mark
constexpr double kStartsUpper = 1.0;
constexpr double kOpensParagraph = 1.0;
constexpr double kTalks = 1.0;     // holds I, you, we
constexpr double kPerWord = 0.25;  // from the third to the tenth word
constexpr double kOneWord = -1.6;
constexpr double kTwoWords = -0.8;
constexpr double kTermBefore = -2.5;  // "het woord …", "zogenaamde …"
constexpr double kDeterminerBefore = -1.5;
constexpr double kRunsOn = -1.0;  // the sentence goes on behind it without a mark
constexpr double kSingleMarks = -0.3;
constexpr double kUnclosed = -0.5;
constexpr double kHabit = 0.4;  // times the log-odds of speech among the document's quotations

bool EndsLikeSentence(const Words& words, std::size_t last) {
  for (const std::string_view mark : {".", "?", "!", "…", ",", ";"}) {
    if (words.IsMark(last, mark)) return true;
  }
  return false;
}

struct Features {
  std::size_t size = 0;
  bool cue = false, colon = false, ends = false, upper = false, paragraph = false, talks = false;
  bool term = false, determiner = false, runs_on = false, single = false;
};

constexpr std::size_t kLooksAt = 100;  // words of a quotation

std::size_t CountWords(const Words& words, std::size_t first, std::size_t last) {
  std::size_t n = 0;
  const std::size_t end = std::min(last, first + kLooksAt);
  for (std::size_t i = first; i < end; ++i) n += words[i].kind != Word::Kind::kMark ? 1 : 0;
  return n;
}

Features Observe(const Words& words, const QuoteDraft& quote, const Lexicon& lexicon) {
  Features f;
  const WordRange part = quote.parts.front();
  const std::size_t first = part.first + 1, last = part.last - (quote.closed ? 1 : 0);
  for (const WordRange& range : quote.parts) f.size += CountWords(words, range.first, range.last);
  f.cue = quote.attribution.has_value() && quote.attribution->rule != "colon";
  f.colon = part.first > 0 && words.IsMark(part.first - 1, ":");
  f.ends = last > first && EndsLikeSentence(words, last - 1);
  f.upper = first < words.size() && words.IsCapital(first);
  f.paragraph = words[part.first].blank_before;
  f.single = words.Text(part.first) == "‘" || words.Text(part.first) == "'";
  const std::size_t looked_at = std::min(last, first + kLooksAt);
  for (std::size_t i = first; i < looked_at && !f.talks; ++i) {
    if (!words.IsWord(i)) continue;
    f.talks = lexicon.Has(List::kFirstPerson, words.Lower(i)) ||
              lexicon.Has(List::kSecondPerson, words.Lower(i));
  }
  if (part.first > 0 && !f.paragraph) {
    f.term = lexicon.Has(List::kTerm, words.Lower(part.first - 1));
    f.determiner = lexicon.Has(List::kDeterminer, words.Lower(part.first - 1));
  }
  f.runs_on =
      words.IsWord(part.last) && !words[part.last].capital && !words[part.last].blank_before;
  return f;
}

double LengthWeight(std::size_t size) {
  if (size <= 1) return kOneWord;
  if (size == 2) return kTwoWords;
  return kPerWord * static_cast<double>(std::min<std::size_t>(size, 10) - 2);
}

// Without what the document's habit adds.
double Odds(const Features& f, bool closed) {
  double odds = kBias + LengthWeight(f.size);
  const auto add = [&](bool seen, double weight) { odds += seen ? weight : 0; };
  add(f.cue, kCueBeside);
  add(f.colon, kColonBefore);
  add(f.ends, kEndsLikeSentence);
  add(f.upper, kStartsUpper);
  add(f.paragraph, kOpensParagraph);
  add(f.talks, kTalks);
  add(f.term, kTermBefore);
  add(f.determiner, kDeterminerBefore);
  add(f.runs_on && !f.cue, kRunsOn);
  add(f.single, kSingleMarks);
  add(!closed, kUnclosed);
  return odds;
}

// How often marks of a kind hold speech in the document.
struct Habit {
  double speech = 0, all = 0;
  double Prior() const { return kHabit * std::log((speech + 1) / (all - speech + 1)); }
};

}  // namespace

void JudgeKinds(const Words& words, const std::vector<QuoteDraft*>& quotes,
                const Lexicon& lexicon) {
  std::vector<Features> seen;
  Habit habits[2];  // of double and of single marks
  for (const QuoteDraft* quote : quotes) {
    seen.push_back(Observe(words, *quote, lexicon));
    Habit& habit = habits[seen.back().single ? 1 : 0];
    habit.speech += Odds(seen.back(), quote->closed) > 0 ? 1 : 0;
    habit.all += 1;
  }
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const Features& f = seen[i];
    const double odds = Odds(f, quotes[i]->closed) + habits[f.single ? 1 : 0].Prior();
    const bool fragment = !f.upper && !f.ends && !f.colon && !f.paragraph;
    quotes[i]->kind = odds <= 0  ? Quote::Kind::kNotSpeech
                      : fragment ? Quote::Kind::kMixed
                                 : Quote::Kind::kDirect;
  }
}

}  // namespace koppel::speakers
