#include "full_stop.h"

#include <algorithm>

#include "characters.h"

namespace koppel::segment {
namespace {

// Quotes, brackets, dashes and bullets that may stand before the first word of a sentence.
bool MayOpen(char32_t code) {
  constexpr std::u32string_view kOpeners = U"\"'`([{<-*«»‹›„“”‘’‚–—•·¿¡";
  return kOpeners.find(code) != std::u32string_view::npos;
}

bool MayContinue(char32_t code) {
  constexpr std::u32string_view kContinuing = U",;:)]}/…";
  return kContinuing.find(code) != std::u32string_view::npos;
}

// Where the word after an apostrophe and a clitic ('s Middags, 't Is) begins, or `position`.
std::size_t SkipClitic(std::string_view text, std::size_t position, const LanguageRules& rules) {
  const std::uint32_t apostrophe = ApostropheLength(text, position);
  if (apostrophe == 0) return position;
  const std::size_t end = std::min(text.find(' ', position), text.size());
  const std::string_view word = text.substr(position + apostrophe, end - position - apostrophe);
  constexpr std::size_t kLongestClitic = 4;
  if (word.empty() || word.size() > kLongestClitic) return position;
  return rules.clitics.contains(Fold(word)) ? SkipSpaces(text, end) : position;
}

std::size_t SkipOpeners(std::string_view text, std::size_t position, const LanguageRules& rules) {
  constexpr std::size_t kMost = 8;  // more than any run of quotes, brackets and dashes
  for (std::size_t i = 0; i < kMost && position < text.size(); ++i) {
    position = SkipClitic(text, position, rules);
    if (text.substr(position, 2) == ",,") {
      position += 2;
    } else if (position < text.size() && MayOpen(CharacterAt(text, position).value)) {
      position += CharacterAt(text, position).size;
    } else {
      break;
    }
    if (position < text.size() && text[position] == ' ') ++position;
  }
  return position;
}

NextKind KindAt(std::string_view text, std::size_t position) {
  if (position >= text.size()) return NextKind::kNothing;
  const CodePoint c = CharacterAt(text, position);
  switch (ClassOf(c.value)) {
    case CharClass::kDigit:
      return NextKind::kDigit;
    case CharClass::kLetter: {
      // iPhone, eBay
      const std::size_t second = position + c.size;
      const bool inner_capital = second < text.size() && IsUpper(CharacterAt(text, second).value);
      return IsLower(c.value) && !inner_capital ? NextKind::kLower : NextKind::kUpper;
    }
    case CharClass::kUnspaced:
      return NextKind::kUpper;
    default:
      return MayContinue(c.value) ? NextKind::kContinuing : NextKind::kSymbol;
  }
}

// "J", "J.W", "d.w.z": single letters, with full stops or hyphens between them.
bool IsInitials(std::string_view word) {
  bool letter_expected = true;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = CharacterAt(word, i);
    const bool letter = ClassOf(c.value) == CharClass::kLetter;
    if (letter != letter_expected && !(letter_expected && c.value == U'-')) return false;
    if (!letter && c.value != U'.' && c.value != U'-') return false;
    letter_expected = c.value == U'-' ? true : !letter;
    i += c.size;
  }
  return !letter_expected;
}

bool IsOrdinal(std::string_view word) {
  constexpr std::size_t kMostDigits = 3;  // four are a year
  return !word.empty() && word.size() <= kMostDigits &&
         std::all_of(word.begin(), word.end(), IsAsciiDigit);
}

bool Capital(const Next& next) {
  return next.kind == NextKind::kUpper || next.kind == NextKind::kSymbol ||
         next.kind == NextKind::kNothing;
}

// What stands at `position` up to white space; of very long ones the beginning.
std::string_view BoundedChunk(std::string_view text, std::size_t position) {
  constexpr std::size_t kEnough = 64;
  std::size_t end = position;
  while (end - position < kEnough && ClassAt(text, end) != CharClass::kSpace) {
    end += CharacterAt(text, end).size;
  }
  return text.substr(position, end - position);
}

bool IsLowerByte(char c) { return (c >= 'a' && c <= 'z') || c < 0; }

// An unknown abbreviation is likelier than a sentence without a capital, unless the word before
// looks like an ordinary one: at least four lower-case letters, vowels among them.
bool IsOrdinaryWord(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest && std::all_of(word.begin(), word.end(), IsLowerByte) &&
         word.find_first_of("aeiouy") != std::string_view::npos;
}

// End of the lower-case letters that begin at `position`.
std::size_t LowerEnd(std::string_view text, std::size_t position) {
  while (position < text.size() && IsLower(CharacterAt(text, position).value)) {
    position += CharacterAt(text, position).size;
  }
  return position;
}

bool OrdinaryStopEnds(std::string_view word, const Next& next) {
  if (next.kind == NextKind::kNothing) return true;
  if (next.kind == NextKind::kLower) return IsOrdinaryWord(word);
  return next.kind != NextKind::kContinuing;
}

FullStop JudgeAbbreviation(AbbreviationClass value, const Next& next, bool starter) {
  const bool nothing = next.kind == NextKind::kNothing;
  switch (value) {
    case AbbreviationClass::kTitle:
    case AbbreviationClass::kNumber:
      return {true, nothing};
    case AbbreviationClass::kFinal:
      return {true, next.spaced ? Capital(next) : nothing};
    case AbbreviationClass::kInner:
      break;
  }
  return {true, nothing || (next.spaced && starter)};
}

}  // namespace

Next LookAhead(std::string_view text, std::size_t position, const LanguageRules& rules) {
  const std::size_t begin = SkipSpaces(text, position);
  const std::string_view gap = text.substr(position, begin - position);
  if (begin == text.size() || std::count(gap.begin(), gap.end(), '\n') > 1) return {};
  const bool spaced = begin > position;
  if (text.substr(begin, 2) != ",," && KindAt(text, begin) == NextKind::kContinuing) {
    return {NextKind::kContinuing, begin, spaced};
  }
  const std::size_t word = SkipOpeners(text, begin, rules);
  return {KindAt(text, word), word, spaced};
}

bool StartsSentences(std::string_view text, const Next& next, const LanguageRules& rules) {
  if (next.kind != NextKind::kUpper) return false;
  constexpr std::size_t kLongestStarter = 24;
  std::size_t end = next.word;
  while (end < text.size() && end - next.word < kLongestStarter &&
         ClassAt(text, end) == CharClass::kLetter) {
    end += CharacterAt(text, end).size;
  }
  return rules.starters.contains(Fold(text.substr(next.word, end - next.word)));
}

FullStop JudgeFullStop(std::string_view text, std::size_t begin, std::size_t end, const Next& next,
                       const LanguageRules& rules) {
  const std::string_view word = text.substr(begin, end - begin);
  const bool starter = StartsSentences(text, next, rules);
  const bool over = next.kind == NextKind::kNothing || (next.spaced && starter);
  const AbbreviationClass* value = FindAbbreviation(rules, word);
  if (value != nullptr && (*value != AbbreviationClass::kNumber || next.kind == NextKind::kDigit)) {
    return JudgeAbbreviation(*value, next, starter);
  }
  if (IsInitials(word)) {
    const bool several = word.find('.') != std::string_view::npos;
    return {several || !over, over};
  }
  if (rules.ordinal_dots && IsOrdinal(word)) return {!over, over};
  if (next.kind != NextKind::kNothing && !next.spaced) {
    return {false, SpaceForgotten(text, begin, end, next, rules)};
  }
  return {false, OrdinaryStopEnds(word, next)};
}

bool SpaceForgotten(std::string_view text, std::size_t begin, std::size_t end, const Next& next,
                    const LanguageRules& rules) {
  const std::string_view word = text.substr(begin, end - begin);
  if (next.kind != NextKind::kUpper || next.spaced || word.size() < 2) return false;
  if (begin > 0 && std::string_view("./@_=#").find(text[begin - 1]) != std::string_view::npos) {
    return false;
  }
  if (!std::all_of(word.begin() + 1, word.end(), IsLowerByte)) return false;
  const std::string_view chunk = BoundedChunk(text, next.word);
  const std::size_t first = CharacterAt(chunk, 0).size;
  const std::size_t last = LowerEnd(chunk, first);
  if (last == first || rules.domains.contains(Fold(chunk.substr(0, last)))) return false;
  const std::size_t joint = chunk.find_first_of("./@");
  return joint == std::string_view::npos || !IsWordClass(ClassAt(chunk, joint + 1));
}

}  // namespace koppel::segment
