#include "turns/letters.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr std::size_t kGreetedWords = 6;  // of a name that is no personal one
constexpr std::size_t kSignatureLines = 8;
constexpr std::size_t kSignatureWords = 26;  // words and marks of a line without closing phrase

bool IsAnyMark(const Words& words, std::size_t i, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return words.IsMark(i, mark); });
}

bool EndsAddress(const Words& words, std::size_t i) {
  return i >= words.size() || words[i].line_start || words[i].blank_before ||
         IsAnyMark(words, i, {",", ":", "!", "."});
}

// Between two people who are greeted together.
bool JoinsPeople(const Words& words, std::size_t i, const Lexicon& lexicon) {
  return i < words.size() && !words[i].line_start && words.IsWord(i) &&
         lexicon.Has(List::kConjunction, words.Lower(i));
}

// The name on a line of a signature: at its start, or behind the closing phrase.
std::optional<Address> NameInLine(const Words& words, std::size_t first, std::size_t last,
                                  const Lexicon& lexicon, bool alone) {
  while (first < last && words[first].kind == Word::Kind::kMark) ++first;
  if (first == last) return std::nullopt;
  std::size_t end = first;
  std::optional<Address> who = MatchAddress(words, first, lexicon, end);
  if (!who || end > last) return std::nullopt;
  const bool whole = end == last || (end + 1 == last && words[end].kind == Word::Kind::kMark);
  if (whole) return who;
  const bool role_follows = IsAnyMark(words, end, {",", ".", "-", "–", "—", "|", "(", "/"});
  const bool lone = who->name && who->name->lone;
  return alone || !role_follows || lone ? std::nullopt : who;
}

struct Closing {
  std::size_t line, word, end;
};

// The last line among [first, last) that starts with a closing phrase.
std::optional<Closing> FindClosing(const Words& words, const std::vector<Line>& lines,
                                   std::size_t first, std::size_t last, std::size_t body,
                                   const Lexicon& lexicon) {
  const std::size_t oldest = last - std::min(last - first, kSignatureLines);
  for (std::size_t k = last; k > oldest; --k) {
    const Line& line = lines[k - 1];
    if (line.size() > kSignatureWords) continue;
    const std::size_t n = lexicon.Match(List::kClosing, words, line.first);
    if (n > 0 && line.first > body) return Closing{k - 1, line.first, line.first + n};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Address> MatchAddress(const Words& words, std::size_t i, const Lexicon& lexicon,
                                    std::size_t& end) {
  if (const std::size_t n = lexicon.Match(List::kAnonymous, words, i); n > 0) {
    end = i + n;
    return Address{words.Cover(i, end), std::nullopt, Entity::Kind::kAnonymous};
  }
  std::optional<Name> name = MatchName(words, i, lexicon);
  if (!name) return std::nullopt;
  end = name->last;
  return Address{name->span, std::move(name), Entity::Kind::kPerson};
}

std::optional<Salutation> MatchSalutation(const Words& words, std::size_t i,
                                          const Lexicon& lexicon) {
  const bool at = words.IsMark(i, "@");
  const std::size_t n = at ? 1 : lexicon.Match(List::kSalutation, words, i);
  if (n == 0) return std::nullopt;
  Salutation salutation;
  std::size_t k = i + n;
  if (const std::size_t group = lexicon.Match(List::kGroupAddress, words, k);
      group > 0 && EndsAddress(words, k + group)) {
    salutation.end = k + group;
    return salutation;
  }
  while (k < words.size()) {
    std::optional<Address> who = MatchAddress(words, k, lexicon, k);
    if (!who) break;
    salutation.people.push_back(std::move(*who));
    if (!JoinsPeople(words, k, lexicon)) break;
    ++k;
  }
  // "@" names somebody wherever it stands; "Dag Jan" is a greeting only if a mark or the line's end
  // follows.
  if (salutation.people.empty() || (!at && !EndsAddress(words, k))) return std::nullopt;
  while (k < words.size() && !words[k].line_start && IsAnyMark(words, k, {",", ":", "!"})) ++k;
  salutation.end = k;
  return salutation;
}

std::optional<Address> MatchGreeted(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const bool at = words.IsMark(i, "@");
  const std::size_t first = i + (at ? 1 : lexicon.Match(List::kSalutation, words, i));
  if (first == i || first >= words.size()) return std::nullopt;
  std::size_t end = first + 1;
  while (end < first + kGreetedWords && !EndsAddress(words, end) &&
         !(at && words[end].space_before))
    ++end;
  if (!EndsAddress(words, end) && !at) return std::nullopt;
  return Address{words.Cover(first, end), std::nullopt, Entity::Kind::kPerson};
}

std::optional<Signature> FindSignature(const Words& words, const std::vector<Line>& lines,
                                       std::size_t first, std::size_t last, std::size_t body,
                                       const Lexicon& lexicon) {
  if (const auto closing = FindClosing(words, lines, first, last, body, lexicon)) {
    Signature signature{std::nullopt, closing->line, closing->word, true};
    signature.who = NameInLine(words, closing->end, lines[closing->line].last, lexicon, true);
    for (std::size_t k = closing->line + 1; k < last && !signature.who; ++k) {
      signature.who = NameInLine(words, lines[k].first, lines[k].last, lexicon, false);
    }
    return signature;
  }
  if (last == first || lines[last - 1].first <= body || lines[last - 1].size() > kSignatureWords)
    return std::nullopt;
  const Line& line = lines[last - 1];
  std::optional<Address> who = NameInLine(words, line.first, line.last, lexicon, false);
  if (!who) return std::nullopt;
  return Signature{std::move(who), last - 1, line.first, false};
}

}  // namespace koppel::speakers
