#include "characters.h"

#include <unicode/uchar.h>

#include <array>

namespace koppel::segment {
namespace {

constexpr char32_t kRightQuote = 0x2019;
constexpr std::size_t kTableSize = 0x2100;  // Latin to Arabic, and general punctuation

bool IsUnspaced(UChar32 code) {
  switch (u_getIntPropertyValue(code, UCHAR_LINE_BREAK)) {
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
      return u_hasBinaryProperty(code, UCHAR_ALPHABETIC) != 0;
    default:
      return false;
  }
}

CharClass Classify(UChar32 code) {
  constexpr UChar32 kZeroWidthSpace = 0x200B;
  constexpr UChar32 kByteOrderMark = 0xFEFF;
  if (code == kZeroWidthSpace || code == kByteOrderMark || u_isUWhiteSpace(code) != 0) {
    return CharClass::kSpace;
  }
  const auto mask = U_GET_GC_MASK(code);
  if ((mask & U_GC_CC_MASK) != 0) return CharClass::kSpace;
  if ((mask & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return CharClass::kExtend;
  if ((mask & (U_GC_L_MASK | U_GC_NL_MASK)) != 0) {
    return IsUnspaced(code) ? CharClass::kUnspaced : CharClass::kLetter;
  }
  if ((mask & (U_GC_ND_MASK | U_GC_NO_MASK)) != 0) return CharClass::kDigit;
  if ((mask & U_GC_P_MASK) != 0) return CharClass::kPunctuation;
  return CharClass::kSymbol;
}

std::array<CharClass, kTableSize> MakeTable() {
  std::array<CharClass, kTableSize> table{};
  for (std::size_t code = 0; code < kTableSize; ++code) {
    table[code] = Classify(static_cast<UChar32>(code));
  }
  return table;
}

}  // namespace

CharClass internal::ClassBeyondAscii(char32_t code) {
  static const auto table = MakeTable();
  return code < kTableSize ? table[code] : Classify(static_cast<UChar32>(code));
}

CharClass ClassBefore(std::string_view text, std::size_t end) {
  return end > 0 ? ClassOf(DecodeBefore(text, end).value) : CharClass::kSpace;
}

std::size_t SkipSpaces(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    const CodePoint c = CharacterAt(text, position);
    if (ClassOf(c.value) != CharClass::kSpace) break;
    position += c.size;
  }
  return position;
}

std::size_t ChunkEnd(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    const CodePoint c = CharacterAt(text, position);
    if (ClassOf(c.value) == CharClass::kSpace) break;
    position += c.size;
  }
  return position;
}

std::uint32_t ApostropheLength(std::string_view text, std::size_t position) {
  if (position >= text.size()) return 0;
  if (text[position] == '\'') return 1;
  if (text[position] != '\xE2') return 0;
  return CharacterAt(text, position).value == kRightQuote ? 3 : 0;
}

std::uint32_t EmoticonLength(std::string_view text, std::size_t position) {
  constexpr std::string_view kMouths = ")(DPpO/|*";
  if (position + 1 >= text.size()) return 0;
  if (text[position] != ':' && text[position] != ';') return 0;
  const std::size_t mouth = position + (text[position + 1] == '-' ? 2 : 1);
  if (mouth >= text.size() || kMouths.find(text[mouth]) == std::string_view::npos) return 0;
  // "12:00", "a:Die" and "://" are no faces.
  const bool smiles = text[mouth] == ')' || text[mouth] == '(';
  if (IsWordClass(ClassBefore(text, position)) && !smiles) return 0;
  const CharClass after = ClassAt(text, mouth + 1);
  if (IsWordClass(after) || after == CharClass::kSymbol) return 0;
  if (text.substr(mouth).substr(0, 2) == "//") return 0;
  return static_cast<std::uint32_t>(mouth + 1 - position);
}

std::string Fold(std::string_view text) {
  constexpr std::string_view kTypographic = "’";
  std::string folded = ToLower(text);
  for (auto at = folded.find(kTypographic); at != std::string::npos;
       at = folded.find(kTypographic, at)) {
    folded.replace(at, kTypographic.size(), 1, '\'');
  }
  return folded;
}

}  // namespace koppel::segment
