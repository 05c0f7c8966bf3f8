#include "vocabulary/vocabulary.h"

#include <vector>

#include "lines/breaks.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

// What a form was counted as; part of the hash, so that the kinds do not meet.
enum class Form : std::uint8_t { kWord = 1, kFirstPart, kLastPart, kSuspended, kBroken, kBrokenAt };

// FNV-1a over the folded characters: the same on every machine, and nothing is allocated.
class FormHash {
 public:
  explicit FormHash(Form form) { AddCode(static_cast<char32_t>(form)); }

  FormHash& Add(std::string_view word) {
    for (std::size_t pos = 0; pos < word.size();) {
      const Character c = CharacterAt(word, pos);
      AddCode(Fold(c.code));
      pos += c.size;
    }
    return *this;
  }

  FormHash& AddCode(char32_t code) {
    state_ = (state_ ^ code) * 0x100000001B3U;
    return *this;
  }

  // FNV leaves the low bits weak, and the table is indexed by them.
  std::uint64_t Finish() const {
    std::uint64_t x = state_ ^ (state_ >> 32U);
    x *= 0xD6E8FEB86659FD93U;
    return x ^ (x >> 32U);
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::uint64_t HashOf(Form form, std::string_view a, std::string_view b = {}) {
  return FormHash(form).Add(a).Add(b).Finish();
}

std::uint64_t HashOfPair(Form form, std::string_view a, std::string_view b) {
  return FormHash(form).Add(a).AddCode('-').Add(b).Finish();
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

bool HasHyphen(std::string_view word) {
  return word.find('-') != std::string_view::npos ||
         word.find("\xE2\x80\x90") != std::string_view::npos;
}

}  // namespace

void HyphenVocabulary::AddText(std::string_view text) {
  const std::vector<LineBreak> breaks = FindLineBreaks(text);
  auto next = breaks.begin();
  std::size_t continuation = text.size();  // where the second part of the last broken word begins
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = WordEnd(text, pos);
    if (end == pos) {
      pos += CharacterAt(text, pos).size;
      continue;
    }
    while (next != breaks.end() && next->hyphen < end) ++next;
    const std::string_view word = text.substr(pos, end - pos);
    const bool broken = next != breaks.end() && next->hyphen == end;
    if (broken) {
      CountBroken(next->Left(text), next->Right(text));
    } else if (IsHyphenAndSpace(text, end)) {
      counts_.Add(HashOf(Form::kSuspended, word));
    } else if (pos != continuation) {
      CountWord(word);
    }
    if (broken) continuation = next->right;
    pos = end;
  }
}

void HyphenVocabulary::CountWord(std::string_view word) {
  counts_.Add(HashOf(Form::kWord, word));
  if (!HasHyphen(word)) return;
  const auto parts = PartsOf(word);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    counts_.Add(HashOf(Form::kFirstPart, parts[i]));
    counts_.Add(HashOf(Form::kLastPart, parts[i + 1]));
    // "huis-aan" is evidence for a break in the middle of "huis-aan-huisblad".
    if (parts.size() > 2) counts_.Add(HashOfPair(Form::kWord, parts[i], parts[i + 1]));
  }
}

void HyphenVocabulary::CountBroken(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return;
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

}  // namespace koppel::text
