#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "koppel/utf8.h"

// Reading a text character by character up to and beyond its ends, and the classes of characters
// that word repair needs. All texts are valid UTF-8.
namespace koppel::text {

struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end (for CharacterBefore: the beginning)
};

inline Character CharacterAt(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte < 0x80) return {byte, 1};
  const CodePoint point = DecodeAt(text, pos);
  return {point.value, point.size};
}

inline Character CharacterBefore(std::string_view text, std::size_t pos) {
  if (pos == 0) return {};
  const auto byte = static_cast<unsigned char>(text[pos - 1]);
  if (byte < 0x80) return {byte, 1};
  const CodePoint point = DecodeBefore(text, pos);
  return {point.value, point.size};
}

// A letter, digit or combining mark: what words are made of.
bool IsWordCharacter(char32_t code);

// Straight and curly apostrophe; both occur inside words (baby's).
inline bool IsApostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

// U+002D and U+2010, the two that are written inside a word.
inline bool IsHyphen(char32_t code) { return code == '-' || code == 0x2010; }

// What stands for the hyphen of a broken word at a line end: also the no-break hyphen, the soft
// hyphen, the not sign as which some programs export it, and the double hyphens of older print
// (U+2E17, U+2E40), which transcriptions keep.
inline bool IsBreakHyphen(char32_t code) {
  return IsHyphen(code) || code == 0x2011 || code == 0xAD || code == 0xAC || code == 0x2E17 ||
         code == 0x2E40;
}

// Lower case, one kind of hyphen and of apostrophe: the form under which words are compared.
char32_t Fold(char32_t code);
std::string Fold(std::string_view word);

// First letter in upper case, the rest as it is: a noun where a language capitalises those.
std::string Capitalised(std::string_view word);

}  // namespace koppel::text
