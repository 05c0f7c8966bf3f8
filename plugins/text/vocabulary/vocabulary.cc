#include "vocabulary/vocabulary.h"

#include <array>
#include <span>
#include <vector>

#include "lines/characters.h"
#include "vocabulary/scanner.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kLongestNamePart = 5;
constexpr std::size_t kAtOnce = 16;  // words whose counts are fetched together

// What a form was counted as; part of the hash, so that the kinds do not meet.
enum class Form : std::uint8_t {
  kWord = 1,
  kFirstPart,
  kLastPart,
  kSuspended,
  kBroken,
  kBrokenAt,
  kWords,
  kHyphenatedWords,
  kHyphenatedNames,
  kBreaks,
  kBreaksBeforeCapital,
  kHyphensBeforeCapital,
};

std::uint64_t HashOf(Form form, std::string_view a, std::string_view b = {}) {
  return FoldedHash(static_cast<std::uint64_t>(form)).Add(a).Add(b).Finish();
}

std::uint64_t HashOfPair(Form form, std::string_view a, std::string_view b) {
  return FoldedHash(static_cast<std::uint64_t>(form)).Add(a).AddCode('-').Add(b).Finish();
}

std::vector<std::string_view> PartsOf(std::string_view word) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const Character c = CharacterAt(word, pos);
    if (IsHyphen(c.code)) {
      parts.push_back(word.substr(begin, pos - begin));
      begin = pos + c.size;
    }
    pos += c.size;
  }
  parts.push_back(word.substr(begin));
  return parts;
}

bool IsHyphenAndSpace(std::string_view text, std::size_t pos) {
  const Character hyphen = CharacterAt(text, pos);
  return IsHyphen(hyphen.code) && pos + hyphen.size < text.size() && text[pos + hyphen.size] == ' ';
}

// Letters of `part`; 0 if there is anything else in it or a capital.
std::size_t LowerCaseLetters(std::string_view part) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < part.size(); ++letters) {
    const Character c = CharacterAt(part, pos);
    if (!IsLetter(c.code) || IsUpper(c.code)) return 0;
    pos += c.size;
  }
  return letters;
}

bool BeginsInTitleCase(std::string_view word) {
  const Character first = CharacterAt(word, 0);
  if (!IsUpper(first.code) || first.size >= word.size()) return false;
  const char32_t second = CharacterAt(word, first.size).code;
  return IsLetter(second) && !IsUpper(second);
}

// Noord-Holland. Behind a small letter, a capital may begin another line, and the hyphen break a
// word whose rest is lost.
bool AreNames(std::string_view left, std::string_view right) {
  return IsUpper(CharacterAt(left, 0).code) && BeginsInTitleCase(right);
}

// A dash that cannot be a hyphen: the words around it are whole.
bool IsPlainDash(const LineBreak& place) { return place.dash && !place.look_alike; }

}  // namespace

void HyphenVocabulary::AddText(std::string_view text) { AddText(text, FindLineBreaks(text)); }

void HyphenVocabulary::AddText(std::string_view text, const std::vector<LineBreak>& breaks) {
  auto next = breaks.begin();
  std::size_t continuation = text.size();  // where the second part of the last broken word begins
  std::array<std::uint64_t, kAtOnce> whole{};  // words that are not yet counted
  std::size_t waiting = 0;
  std::uint32_t words = 0;
  WordScanner scanner(text, static_cast<std::uint64_t>(Form::kWord));
  while (scanner.Next()) {
    const ScannedWord& word = scanner.word();
    while (next != breaks.end() && (next->hyphen < word.end || IsPlainDash(*next))) ++next;
    if (next != breaks.end() && next->hyphen == word.end) {
      CountBroken(next->Left(text), next->Right(text));
      continuation = next->right;
      continue;
    }
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (IsHyphenAndSpace(text, word.end)) {
      counts_.Add(HashOf(Form::kSuspended, written));
    } else if (word.begin != continuation) {
      ++words;
      whole[waiting++] = word.hash;
      if (waiting == whole.size()) counts_.AddEach(whole);
      waiting %= whole.size();
      if (word.hyphen) CountParts(written);
    }
  }
  counts_.AddEach(std::span(whole).first(waiting));
  counts_.Add(HashOf(Form::kWords, {}), words);
}

void HyphenVocabulary::CountParts(std::string_view word) {
  const auto parts = PartsOf(word);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    counts_.Add(HashOf(Form::kFirstPart, parts[i]));
    counts_.Add(HashOf(Form::kLastPart, parts[i + 1]));
    if (AreNames(parts[i], parts[i + 1])) counts_.Add(HashOf(Form::kHyphensBeforeCapital, {}));
    // "huis-aan" is evidence for a break in the middle of "huis-aan-huisblad".
    if (parts.size() > 2) counts_.Add(HashOfPair(Form::kWord, parts[i], parts[i + 1]));
  }
  if (parts.size() == 2) CountPair(parts[0], parts[1]);
}

void HyphenVocabulary::CountPair(std::string_view left, std::string_view right) {
  const std::size_t right_letters = LowerCaseLetters(right);
  if (right_letters >= kShortestPart && LowerCaseLetters(left) >= kShortestPart)
    counts_.Add(HashOf(Form::kHyphenatedWords, {}));
  const bool short_parts = right_letters > 0 && CodePoints(left) <= kLongestNamePart &&
                           right_letters <= kLongestNamePart;
  const Character first = CharacterAt(left, 0);
  if (short_parts && IsUpper(first.code) && LowerCaseLetters(left.substr(first.size)) > 0)
    counts_.Add(HashOf(Form::kHyphenatedNames, {}));
}

void HyphenVocabulary::CountBroken(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return;
  counts_.Add(HashOf(Form::kBreaks, {}));
  if (AreNames(left, right)) counts_.Add(HashOf(Form::kBreaksBeforeCapital, {}));
  counts_.Add(HashOf(Form::kBroken, left, right));
  counts_.Add(HashOfPair(Form::kBrokenAt, left, right));
}

std::uint32_t HyphenVocabulary::Joined(std::string_view left, std::string_view right) const {
  return counts_.Count(HashOf(Form::kWord, left, right));
}

std::uint32_t HyphenVocabulary::Hyphenated(std::string_view left, std::string_view right) const {
  return counts_.Count(HashOfPair(Form::kWord, left, right));
}

std::uint32_t HyphenVocabulary::HyphenatedAfter(std::string_view left) const {
  return counts_.Count(HashOf(Form::kFirstPart, left));
}

std::uint32_t HyphenVocabulary::HyphenatedBefore(std::string_view right) const {
  return counts_.Count(HashOf(Form::kLastPart, right));
}

std::uint32_t HyphenVocabulary::Suspended(std::string_view word) const {
  return counts_.Count(HashOf(Form::kSuspended, word));
}

std::uint32_t HyphenVocabulary::BrokenElsewhere(std::string_view left,
                                                std::string_view right) const {
  const std::uint32_t all = counts_.Count(HashOf(Form::kBroken, left, right));
  const std::uint32_t here = counts_.Count(HashOfPair(Form::kBrokenAt, left, right));
  return all > here ? all - here : 0;
}

std::uint32_t HyphenVocabulary::Words() const { return counts_.Count(HashOf(Form::kWords, {})); }

std::uint32_t HyphenVocabulary::Breaks() const { return counts_.Count(HashOf(Form::kBreaks, {})); }

std::uint32_t HyphenVocabulary::BreaksBeforeCapital() const {
  return counts_.Count(HashOf(Form::kBreaksBeforeCapital, {}));
}

std::uint32_t HyphenVocabulary::HyphensBeforeCapital() const {
  return counts_.Count(HashOf(Form::kHyphensBeforeCapital, {}));
}

std::uint32_t HyphenVocabulary::HyphenatedNames() const {
  return counts_.Count(HashOf(Form::kHyphenatedNames, {}));
}

std::uint32_t HyphenVocabulary::HyphenatedWords() const {
  return counts_.Count(HashOf(Form::kHyphenatedWords, {}));
}

}  // namespace koppel::text
