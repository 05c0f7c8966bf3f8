#include "turns/bylines.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr std::size_t kTopLines =
    12;  // where by-lines and introductions stand, in lines that are no boilerplate
constexpr std::size_t kBottomLines = 5;  // where notes about the author stand
constexpr std::size_t kLongestBio = 150;

bool HasGiven(const Name& name) { return !name.given.empty() && !name.family.empty(); }

// "Door X en Y", "Tekst: X | Foto: Y": the intro begins the line, and little follows the names.
std::vector<Name> BylineNames(const Words& words, const Line& line, const Lexicon& lexicon) {
  if (line.size() > kLongestByline) return {};
  std::size_t i = line.first + lexicon.Match(List::kBylineIntro, words, line.first);
  if (i == line.first) return {};
  if (words.IsMark(i, ":")) ++i;
  std::size_t end = i;
  std::vector<Name> names = MatchNames(words, i, line.last, lexicon, end);
  const bool clean = end == line.last || words[end].kind == Word::Kind::kMark ||
                     lexicon.Match(List::kBylineEnd, words, end) > 0;
  return clean ? names : std::vector<Name>();
}

// "…, betogen X en Y." at the end of the line.
std::vector<Name> IntroducedAtEnd(const Words& words, const Line& line, const Lexicon& lexicon) {
  constexpr std::size_t kReach = 24;
  const std::size_t from = line.last - std::min(line.size(), kReach);
  for (std::size_t i = line.last; i > from; --i) {
    const std::size_t n = lexicon.Match(List::kBylineVerb, words, i - 1);
    if (n == 0) continue;
    std::size_t end = i - 1 + n;
    std::vector<Name> names = MatchNames(words, end, line.last, lexicon, end);
    if (!names.empty() && end + 1 >= line.last && HasGiven(names.front())) return names;
  }
  return {};
}

// Skips "(Hoornsloot, 1958)".
std::size_t SkipBrackets(const Words& words, std::size_t i, std::size_t last) {
  if (!words.IsMark(i, "(")) return i;
  std::size_t k = i;
  while (k < last && !words.IsMark(k, ")")) ++k;
  return k < last ? k + 1 : i;
}

std::optional<Name> BioStart(const Words& words, std::size_t i, std::size_t last,
                             const Lexicon& lexicon) {
  std::optional<Name> name = MatchName(words, i, lexicon);
  if (!name || name->titled || !HasGiven(*name) || name->last >= last) return std::nullopt;
  const std::size_t verb = SkipBrackets(words, name->last, last);
  if (verb >= last || lexicon.Match(List::kBioVerb, words, verb) == 0) return std::nullopt;
  return name;
}

void AddBios(const Words& words, const Line& line, const Lexicon& lexicon, std::vector<Bio>& bios) {
  for (std::size_t i = line.first; i < line.last; ++i) {
    const bool starts = i == line.first || (words.IsMark(i - 1, ".") && words[i].space_before);
    std::optional<Name> name = starts ? BioStart(words, i, line.last, lexicon) : std::nullopt;
    if (!name) continue;
    if (i > line.first) bios.back().span.end = words[i - 1].span.end;
    bios.push_back({{words[i].span.begin, line.span.end}, std::move(*name)});
  }
}

class AuthorshipReader {
 public:
  AuthorshipReader(const Words& words, const std::vector<Line>& lines, const Lexicon& lexicon)
      : words_(words), lines_(lines), lexicon_(lexicon) {}

  Authorship Read(std::size_t first, std::size_t last) {
    found_.notes = last;
    ReadTop(first, last);
    ReadBottom(first, last);
    return std::move(found_);
  }

 private:
  void ReadTop(std::size_t first, std::size_t last) {
    std::size_t seen = 0;
    for (std::size_t k = first; k < last && seen < kTopLines; ++k) {
      if (lines_[k].boilerplate) continue;
      ++seen;
      if (std::vector<Name> names = BylineNames(words_, lines_[k], lexicon_); !names.empty()) {
        found_.bylines.push_back({k, std::move(names)});
      } else if (found_.introduced.empty() && seen <= kTopLines / 2) {
        found_.introduced = IntroducedAtEnd(words_, lines_[k], lexicon_);
      }
    }
  }

  void ReadBottom(std::size_t first, std::size_t last) {
    std::size_t seen = 0;
    for (std::size_t k = last; k > first && seen < kBottomLines; --k) {
      const Line& line = lines_[k - 1];
      if (line.boilerplate) continue;
      ++seen;
      if (seen > 1 && !found_.bios.empty() && !IsBio(line)) break;
      if (!IsBio(line)) continue;
      std::vector<Bio> bios;
      AddBios(words_, line, lexicon_, bios);
      found_.bios.insert(found_.bios.begin(), bios.begin(), bios.end());
      found_.notes = k - 1;
    }
  }

  bool IsBio(const Line& line) const {
    return line.size() <= kLongestBio &&
           BioStart(words_, line.first, line.last, lexicon_).has_value();
  }

  const Words& words_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  Authorship found_;
};

}  // namespace

Authorship FindAuthorship(const Words& words, const std::vector<Line>& lines, std::size_t first,
                          std::size_t last, const Lexicon& lexicon) {
  return AuthorshipReader(words, lines, lexicon).Read(first, last);
}

}  // namespace koppel::speakers
