#include "language/lexicon.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(List::kCount)> kListNames = {
    "clitic",        "particle",     "title.male",      "title.female",    "title",
    "office",        "organisation", "voice",           "anonymous",       "salutation",
    "group_address", "thanks",       "closing",         "byline.intro",    "byline.verb",
    "byline.end",    "bio.verb",     "comment.heading", "comment.many_on", "comment.one_on",
    "form",          "label.verb",   "label.time",      "label.question",  "label.answer",
    "label.stop",    "mail.from",    "mail.to",         "mail.header",     "narration",
    "cue.always",    "cue.evidence", "cue.nominal",     "cue.text",        "cue.particle",
    "impersonal",    "passive",      "agent",           "complementiser",  "conjunction",
    "preposition",   "determiner",   "indefinite",      "function",        "term",
    "pronoun.first", "pronoun.male", "pronoun.female",  "pronoun.plural",  "pronoun.second",
    "noun.male",     "noun.female",  "noun.person",     "noun.people"};

std::string_view Trim(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1);
}

// The part of `rest` before `separator`, which is taken off it.
std::string_view TakeUntil(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

}  // namespace

Result<Lexicon> Lexicon::Parse(std::string_view language, std::string_view data) {
  Lexicon lexicon;
  lexicon.language_ = language;
  const std::string_view* section = nullptr;
  for (std::size_t number = 1; !data.empty(); ++number) {
    std::string_view whole = TakeUntil(data, '\n');
    std::string_view line = Trim(TakeUntil(whole, '#'));
    const auto fail = [&](std::string_view what) {
      return BadInput(lexicon.language_ + ".txt:" + std::to_string(number) + ": " +
                      std::string(what));
    };
    if (line.starts_with('[') && line.ends_with(']')) {
      section = std::find(kListNames.begin(), kListNames.end(), line.substr(1, line.size() - 2));
      if (section == kListNames.end()) return fail("no section is called " + std::string(line));
      continue;
    }
    if (!line.empty() && section == nullptr)
      return fail("an entry stands before the first section");
    while (!line.empty()) {
      lexicon.AddEntry(static_cast<List>(section - kListNames.begin()), Trim(TakeUntil(line, ',')));
    }
  }
  return lexicon;
}

Words Lexicon::Scan(std::string_view text) const {
  return Words(text, [this](std::string_view form) { return Has(List::kClitic, form); });
}

void Lexicon::AddEntry(List list, std::string_view entry) {
  // The entries of [clitic] tell how apostrophes are read, in the entries below them too.
  const bool clitic = list == List::kClitic;
  const Words words = clitic ? Words(entry, [](std::string_view) { return true; }) : Scan(entry);
  if (words.size() == 0) return;
  std::vector<std::string> rest;
  for (std::size_t i = 1; i < words.size(); ++i) rest.emplace_back(words.Lower(i));
  auto& entries = lists_[static_cast<std::size_t>(list)][std::string(words.Lower(0))];
  entries.push_back(std::move(rest));
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::size_t Lexicon::Match(List list, const Words& words, std::size_t i) const {
  const Entries& entries = lists_[static_cast<std::size_t>(list)];
  const auto found = entries.find(words.Lower(i));
  if (found == entries.end()) return 0;
  for (const std::vector<std::string>& rest : found->second) {
    std::size_t k = 0;
    while (k < rest.size() && words.Lower(i + 1 + k) == rest[k] && !words[i + 1 + k].blank_before)
      ++k;
    if (k == rest.size()) return k + 1;
  }
  return 0;
}

bool Lexicon::Has(List list, std::string_view lower_word) const {
  const Entries& entries = lists_[static_cast<std::size_t>(list)];
  const auto found = entries.find(lower_word);
  return found != entries.end() && found->second.back().empty();
}

bool Lexicon::HasCompound(List list, std::string_view lower_word) const {
  // No listed word is longer than the longest head, so that a word without end costs no more.
  constexpr std::size_t kShortestHead = 5, kLongestHead = 60, kShortestFirst = 3;
  if (Has(list, lower_word)) return true;
  std::size_t i = kShortestFirst;
  if (lower_word.size() > kLongestHead) i = std::max(i, lower_word.size() - kLongestHead);
  for (; i + kShortestHead <= lower_word.size(); ++i) {
    if (Has(list, lower_word.substr(i))) return true;
  }
  return false;
}

}  // namespace koppel::speakers
