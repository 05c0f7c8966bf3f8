#include "word_scanner.h"

#include <algorithm>

#include "characters.h"
#include "full_stop.h"

namespace koppel::segment {
namespace {

bool IsDigitAt(std::string_view text, std::size_t position) {
  return position < text.size() && IsAsciiDigit(text[position]);
}

bool IsHyphen(char32_t code) { return code == U'-' || code == U'‐' || code == U'‑'; }

// End of the letters, hyphens and apostrophes that begin at `position`; of very many, some.
std::size_t CompoundEnd(std::string_view text, std::size_t position) {
  constexpr std::size_t kLongest = 64;  // more than any listed word
  const std::size_t limit = position + kLongest;
  while (position < std::min(text.size(), limit)) {
    const CodePoint c = CharacterAt(text, position);
    if (ClassOf(c.value) != CharClass::kLetter && !IsHyphen(c.value) &&
        ApostropheLength(text, position) == 0) {
      break;
    }
    position += c.size;
  }
  return position;
}

}  // namespace

Word WordScanner::Scan(std::size_t begin, bool in_quote) {
  begin_ = part_ = end_ = begin;
  letters_ = complete_ = false;
  in_quote_ = in_quote;
  TakeRun();
  while (!complete_ && end_ < text_.size()) {
    const std::size_t length = Joiner();
    if (length == 0) break;
    part_ = end_ + length;
    end_ = part_;
    if (!complete_) TakeRun();
  }
  return {end_, letters_};
}

void WordScanner::TakeRun() {
  while (end_ < text_.size()) {
    const CodePoint c = CharacterAt(text_, end_);
    const CharClass kind = ClassOf(c.value);
    if (kind == CharClass::kLetter) {
      letters_ = true;
    } else if (kind != CharClass::kDigit && kind != CharClass::kExtend) {
      break;
    }
    end_ += c.size;
  }
}

// Length of what joins on at the end of the word so far, or 0.
std::size_t WordScanner::Joiner() {
  const CodePoint c = CharacterAt(text_, end_);
  switch (c.value) {
    case U'\'':
    case U'’':
      return JoinApostrophe(c.size);
    case U'-':
    case U'‐':
    case U'‑':
      return JoinHyphen(c.size);
    case U'.':
      return JoinFullStop();
    case U',':
    case U':':
      return BetweenDigits(1) ? 1 : 0;
    case U'/':
      return JoinSlash();
    case U'&':
    case U'_':
      return BetweenWords(1) ? 1 : 0;
    case U' ':
      return rules_.spaced_thousands ? JoinThousands(1) : 0;
    case U'\u00A0':
    case U'\u202F':
      return JoinThousands(c.size);
    default:
      return JoinSign(c.size);
  }
}

std::size_t WordScanner::JoinApostrophe(std::size_t length) {
  if (rules_.elisions.contains(Fold(part())) && !IsFixedWord()) {
    complete_ = true;
    return length;
  }
  if (BetweenWords(length)) return length;
  const bool plural = rules_.plural_possessives && !in_quote_ && text_[end_ - 1] == 's' &&
                      ApostropheLength(text_, end_ + length) == 0;
  complete_ = plural;
  return plural ? length : 0;
}

std::size_t WordScanner::JoinHyphen(std::size_t length) {
  if (!BetweenWords(length)) {
    // welzijns- en jeugdwerk
    constexpr std::string_view kAfter = " \n,;/)";
    const std::string_view after = text_.substr(end_ + length).substr(0, 1);
    const bool suspended = after.empty() || kAfter.find(after) != std::string_view::npos;
    complete_ = rules_.keep_hyphens && letters_ && part_ < end_ && suspended;
    return complete_ ? length : 0;
  }
  if (BetweenDigits(length)) return length;
  if (!rules_.keep_hyphens) return rules_.prefixes.contains(Fold(part())) ? length : 0;
  return InversionEnd(end_) > end_ && !IsFixedWord() ? 0 : length;
}

std::size_t WordScanner::JoinFullStop() {
  if (BetweenDigits(1)) return 1;
  const Next next = LookAhead(text_, end_ + 1, rules_);
  const bool letter_follows = ClassAt(text_, end_ + 1) == CharClass::kLetter;
  if (letter_follows && ClassBefore(text_, end_) == CharClass::kLetter) {
    return SpaceForgotten(text_, part_, end_, next, rules_) ? 0 : 1;
  }
  if (letter_follows || text_.substr(end_, 2) == "..") return 0;
  return JudgeFullStop(text_, begin_, end_, next, rules_).part_of_word ? 1 : 0;
}

std::size_t WordScanner::JoinSlash() const {
  constexpr std::size_t kUnit = 2;  // km/h, b/c, w/o
  if (BetweenDigits(1)) return 1;
  if (!BetweenWords(1)) return 0;
  if (rules_.keep_slashes) return 1;
  return end_ - begin_ <= kUnit && CompoundEnd(text_, end_ + 1) - end_ - 1 <= kUnit ? 1 : 0;
}

// 10 000: one to three digits, a space, exactly three.
std::size_t WordScanner::JoinThousands(std::size_t length) const {
  constexpr std::size_t kGroup = 3;
  const std::string_view group = part();
  const std::size_t next = end_ + length;
  const bool first = part_ == begin_;
  if (letters_ || group.empty() || group.size() > kGroup || (!first && group.size() < kGroup)) {
    return 0;
  }
  const std::string_view digits = text_.substr(next, kGroup);
  if (digits.size() < kGroup || !std::all_of(digits.begin(), digits.end(), IsAsciiDigit)) return 0;
  return IsWordClass(ClassAt(text_, next + kGroup)) ? 0 : length;
}

// 5%, n°
std::size_t WordScanner::JoinSign(std::size_t length) {
  const bool percent =
      rules_.join_percent && text_[end_] == '%' && !letters_ && IsDigitAt(text_, end_ - 1);
  const std::string_view signed_word = text_.substr(begin_, end_ + length - begin_);
  complete_ = percent || (ClassAt(text_, end_) == CharClass::kSymbol &&
                          rules_.words.contains(Fold(signed_word)));
  return complete_ ? length : 0;
}

bool WordScanner::BetweenDigits(std::size_t length) const {
  return IsDigitAt(text_, end_ - 1) && IsDigitAt(text_, end_ + length);
}

bool WordScanner::BetweenWords(std::size_t length) const {
  return part_ < end_ && IsWordClass(ClassAt(text_, end_ + length));
}

// Whether a listed word with hyphens or apostrophes (c'est-à-dire) stands at the beginning.
bool WordScanner::IsFixedWord() const {
  const std::size_t end = CompoundEnd(text_, end_);
  return rules_.words.contains(Fold(text_.substr(begin_, end - begin_)));
}

std::size_t WordScanner::InversionEnd(std::size_t hyphen) const {
  if (rules_.inversions.empty() || hyphen >= text_.size()) return hyphen;
  const CodePoint c = CharacterAt(text_, hyphen);
  if (!IsHyphen(c.value) || ClassBefore(text_, hyphen) != CharClass::kLetter) return hyphen;
  const std::size_t end = CompoundEnd(text_, hyphen + c.size);
  const std::string_view pronoun = text_.substr(hyphen + c.size, end - hyphen - c.size);
  return rules_.inversions.contains(Fold(pronoun)) ? end : hyphen;
}

}  // namespace koppel::segment
