#include "dehyphenate/words.h"

#include <algorithm>

#include "koppel/utf8.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortestCompoundPart = 3;
constexpr std::size_t kLongestCompound = 100;  // bytes; every place in it is tried
constexpr std::size_t kLongestBoundPart = 5;
constexpr std::size_t kLongestLink = 2;
constexpr std::size_t kLongestInflection = 5;
constexpr std::size_t kLongestAcronym = 6;
constexpr std::size_t kShortestOldWord = 5;  // shorter ones become others by chance
constexpr std::size_t kShortestVariant = 6;

std::string Replaced(std::string_view word, const SpellingChange& change) {
  std::string replaced(word);
  for (std::size_t at = replaced.find(change.from); at != std::string::npos;
       at = replaced.find(change.from, at + change.to.size())) {
    replaced.replace(at, change.from.size(), change.to);
  }
  return replaced;
}

}  // namespace

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

std::string Concat(std::string_view a, std::string_view b) {
  std::string whole(a);
  return whole.append(b);
}

std::string_view LastPart(std::string_view word) {
  for (std::size_t pos = word.size(); pos > 0;) {
    const Character c = CharacterBefore(word, pos);
    if (IsHyphen(c.code)) return word.substr(pos);
    pos -= c.size;
  }
  return word;
}

std::string_view FirstPart(std::string_view word) {
  for (std::size_t pos = 0; pos < word.size();) {
    const Character c = CharacterAt(word, pos);
    if (IsHyphen(c.code)) return word.substr(0, pos);
    pos += c.size;
  }
  return word;
}

char32_t First(std::string_view word) { return CharacterAt(word, 0).code; }
char32_t Last(std::string_view word) { return CharacterBefore(word, word.size()).code; }
std::string_view Tail(std::string_view word) { return word.substr(CharacterAt(word, 0).size); }

bool HasAny(std::string_view word, std::string_view characters) {
  for (std::size_t pos = 0; pos < characters.size();) {
    const std::size_t size = CharacterAt(characters, pos).size;
    if (word.find(characters.substr(pos, size)) != std::string_view::npos) return true;
    pos += size;
  }
  return false;
}

bool IsAcronym(std::string_view word) {
  if (CodePoints(word) > kLongestAcronym || !IsUpper(Last(word))) return false;
  return CodePoints(word) > 1;
}

bool IsCapitals(std::string_view word) {
  std::size_t letters = 0;
  for (; !word.empty(); word = Tail(word)) {
    if (!IsUpper(First(word))) return false;
    ++letters;
  }
  return letters >= 2;
}

bool BeginsInCapitals(std::string_view word) {
  return IsUpper(First(word)) && IsUpper(First(Tail(word)));
}

bool IsClosing(char32_t code) {
  constexpr std::u32string_view kClosing = U".,;:!?)]}%\u2019\u201D\u00BB'\"";
  return kClosing.find(code) != std::u32string_view::npos;
}

// Each change alone, then all of them: menschen, eetkamerschoorsteenen.
Known Words::KnownChanged(std::string_view word, const std::vector<SpellingChange>& changes) {
  std::string all(word);
  for (const SpellingChange& change : changes) {
    const std::string changed = Replaced(word, change);
    if (changed == word) continue;
    if (const Known known = lexicon_.Lookup(changed); known != Known::kNo) return known;
    all = Replaced(all, change);
  }
  return all == word ? Known::kNo : lexicon_.Lookup(all);
}

Known Words::KnownJoined(std::string_view word) {
  Known known = lexicon_.Lookup(word);
  if (known != Known::kNo) return known;
  const std::size_t letters = CodePoints(word);
  if (letters >= kShortestVariant) known = KnownChanged(word, language_.variants);
  if (known == Known::kNo && old_spelling_ && letters >= kShortestOldWord)
    known = KnownChanged(word, language_.old_letters);
  return known;
}

Known Words::KnownAnyCase(std::string_view word) {
  const Known known = KnownJoined(word);
  if (known != Known::kNo || !language_.capital_nouns || IsUpper(First(word))) return known;
  return lexicon_.Lookup(Capitalised(word));
}

bool Words::KnownHyphenated(std::string_view left, std::string_view right) {
  std::string whole(left);
  whole.push_back('-');
  return lexicon_.Lookup(whole.append(right)) == Known::kListed;
}

bool Words::HasLinkingElement(std::string_view word) {
  for (std::size_t link = 1; link <= kLongestLink && link + kShortestCompoundPart <= word.size();
       ++link) {
    const std::size_t end = word.size() - link;
    if (language_.linking_elements.Contains(word.substr(end)) &&
        KnownAnyCase(word.substr(0, end)) != Known::kNo) {
      return true;
    }
  }
  return false;
}

bool Words::IsBoundSuffix(std::string_view folded) const {
  if (language_.bound_suffixes.Contains(folded)) return true;
  for (std::size_t size = 1; size <= kLongestInflection && size < folded.size(); ++size) {
    const std::size_t at = folded.size() - size;
    if (language_.inflections.Contains(folded.substr(at)) &&
        language_.bound_suffixes.Contains(folded.substr(0, at)))
      return true;
  }
  return false;
}

bool Words::IsAdjective(std::string_view folded) {
  return std::any_of(
      language_.adjectives.begin(), language_.adjectives.end(), [&](const SpellingChange& ending) {
        if (!EndsWith(folded, ending.from)) return false;
        const std::size_t stem = folded.size() - ending.from.size();
        return lexicon_.Lookup(Concat(folded.substr(0, stem), ending.to)) != Known::kNo;
      });
}

bool Words::EndsLikeAdjective(std::string_view folded) const {
  const auto ends = [this](std::string_view word) {
    return std::any_of(language_.adjectives.begin(), language_.adjectives.end(),
                       [&](const SpellingChange& ending) {
                         return EndsWith(word, ending.from) || EndsWith(word, ending.to);
                       });
  };
  if (ends(folded)) return true;
  const std::size_t last = folded.size() - CharacterBefore(folded, folded.size()).size;
  return language_.inflections.Contains(folded.substr(last)) && ends(folded.substr(0, last));
}

bool Words::IsCompoundHead(std::string_view word) {
  return KnownAnyCase(word) != Known::kNo || HasLinkingElement(word);
}

bool Words::IsCompound(std::string_view word) {
  if (word.size() > kLongestCompound) return false;
  for (std::size_t at = kShortestCompoundPart; at + kShortestCompoundPart <= word.size(); ++at) {
    const bool letter = OnBoundary(word, at) && IsLetter(First(word.substr(at)));
    if (letter && KnownAnyCase(word.substr(at)) != Known::kNo &&
        IsCompoundHead(word.substr(0, at))) {
      return true;
    }
  }
  return false;
}

bool Words::EndsInBoundPart(std::string_view folded) {
  for (std::size_t size = 2; size <= kLongestBoundPart && size <= folded.size(); ++size) {
    const std::size_t at = folded.size() - size;
    if (!language_.bound_prefixes.Contains(folded.substr(at))) continue;
    if (at == 0 || IsCompoundHead(folded.substr(0, at))) return true;
  }
  return false;
}

}  // namespace koppel::text
