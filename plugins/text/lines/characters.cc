#include "lines/characters.h"

#include <unicode/uchar.h>

namespace koppel::text {

bool IsWordCharacter(char32_t code) {
  if (code < 0x80) {
    const char32_t lower = code | 0x20U;
    return (lower >= 'a' && lower <= 'z') || (code >= '0' && code <= '9');
  }
  constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(code)) & kWord) != 0;
}

char32_t Fold(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code | 0x20U : code;
  if (IsHyphen(code)) return '-';
  if (IsApostrophe(code)) return '\'';
  return ToLower(code);
}

std::string Fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t pos = 0; pos < word.size();) {
    const Character c = CharacterAt(word, pos);
    AppendUtf8(Fold(c.code), folded);
    pos += c.size;
  }
  return folded;
}

std::string Capitalised(std::string_view word) {
  const Character first = CharacterAt(word, 0);
  std::string result;
  if (first.size == 0) return result;
  AppendUtf8(static_cast<char32_t>(u_toupper(static_cast<UChar32>(first.code))), result);
  result.append(word.substr(first.size));
  return result;
}

}  // namespace koppel::text
