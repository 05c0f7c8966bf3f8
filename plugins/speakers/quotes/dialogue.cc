#include "quotes/dialogue.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr std::size_t kFewestSpeeches = 2;
constexpr std::size_t kLongestSpeech = 2000;  // words

struct Speech {
  std::size_t dash = 0, first = 0, last = 0;  // words: the dash, what is said, the paragraph's end
  bool long_dash = false;                     // "--" or a dash that no list uses
};

// Number of words that a dash at word `i` takes; sets `long_dash`.
std::size_t DashAt(const Words& words, std::size_t i, bool& long_dash) {
  long_dash = words.IsMark(i, "—") || words.IsMark(i, "―") ||
              (words.IsMark(i, "-") && words.IsMark(i + 1, "-"));
  if (words.IsMark(i, "-") && words.IsMark(i + 1, "-")) return 2;
  return long_dash || words.IsMark(i, "–") || words.IsMark(i, "-") ? 1 : 0;
}

std::vector<Speech> FindSpeeches(const Words& words, std::size_t first, std::size_t last) {
  std::vector<Speech> speeches;
  for (std::size_t i = first; i < last; ++i) {
    if (!words[i].blank_before) continue;
    Speech speech;
    const std::size_t n = DashAt(words, i, speech.long_dash);
    if (n == 0) continue;
    speech.dash = i;
    speech.first = speech.last = i + n;
    while (speech.last < last && !words[speech.last].blank_before) ++speech.last;
    const bool speaks = speech.first < speech.last && speech.last - speech.first <= kLongestSpeech;
    if (speaks && words[speech.first].kind != Word::Kind::kNumber) speeches.push_back(speech);
  }
  return speeches;
}

bool ClosesSpeech(const Words& words, std::size_t i) {
  for (const std::string_view mark : {",", "?", "!", "…", "."}) {
    if (words.IsMark(i, mark)) return true;
  }
  return false;
}

// The first reporting clause in the speech: a cue with its subject right behind a mark.
std::optional<Attribution> FindReport(const Words& words, const Speech& speech,
                                      const Lexicon& lexicon) {
  for (std::size_t i = speech.first + 1; i + 1 < speech.last; ++i) {
    if (!ClosesSpeech(words, i - 1) || !words.IsWord(i) || words[i].capital) continue;
    const std::optional<Cue> cue = MatchCue(words, i, lexicon);
    // A verb that is not known to be one of saying needs more than a comma before it.
    if (cue ? cue->tier == Cue::Tier::kNominal : words.IsMark(i - 1, ",")) continue;
    if (auto report = AttributeAfter(words, i, speech.last, lexicon);
        report && report->cue->first == i)
      return report;
  }
  return std::nullopt;
}

// Behind the report the speech goes on after a semicolon, or after a comma if somebody says I or
// you there, or the report ends with a pronoun behind its verb ("répondit-il").
std::size_t Resume(const Words& words, std::size_t i, std::size_t last, const Lexicon& lexicon) {
  if (words.IsMark(i, ",") && IsInverted(words, i - 1)) return i + 1;
  while (i < last && !ClosesSpeech(words, i) && !words.IsMark(i, ";") && !words.IsMark(i, ":")) ++i;
  if (words.IsMark(i, ";")) return i + 1;
  if (i >= last || !words.IsMark(i, ",")) return last;
  for (std::size_t k = i + 1; k < last; ++k) {
    const std::string_view word = words.Lower(k);
    if (lexicon.Has(List::kFirstPerson, word) || lexicon.Has(List::kSecondPerson, word))
      return i + 1;
  }
  return last;
}

QuoteDraft Draft(const Words& words, const Speech& speech, const Lexicon& lexicon) {
  QuoteDraft draft;
  draft.marked = false;
  draft.rule = "dash";
  draft.attribution = FindReport(words, speech, lexicon);
  if (!draft.attribution) {
    draft.parts.push_back({speech.first, speech.last});
    return draft;
  }
  draft.parts.push_back({speech.first, draft.attribution->first});
  const std::size_t resumed = Resume(words, draft.attribution->last, speech.last, lexicon);
  if (resumed < speech.last) draft.parts.push_back({resumed, speech.last});
  return draft;
}

}  // namespace

std::vector<QuoteDraft> FindDialogue(const Words& words, std::size_t first, std::size_t last,
                                     const Lexicon& lexicon) {
  std::vector<QuoteDraft> drafts;
  std::size_t long_dashes = 0;
  bool reported = false;
  const std::vector<Speech> speeches = FindSpeeches(words, first, last);
  for (const Speech& speech : speeches) {
    drafts.push_back(Draft(words, speech, lexicon));
    long_dashes += speech.long_dash ? 1 : 0;
    reported = reported || drafts.back().attribution.has_value();
  }
  const bool usual =
      drafts.size() >= kFewestSpeeches && (reported || 2 * long_dashes > drafts.size());
  if (!usual) drafts.clear();
  return drafts;
}

}  // namespace koppel::speakers
