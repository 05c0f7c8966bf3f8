// Characters, classified as far as segmentation needs it.
// All functions take valid UTF-8 and positions on code-point boundaries inside the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "koppel/utf8.h"

namespace koppel::segment {

enum class CharClass : std::uint8_t {
  kSpace,
  kLetter,
  kDigit,
  kExtend,  // combining mark or invisible format character: part of what it follows
  kPunctuation,
  kSymbol,
  kUnspaced,  // script written without spaces (Han, Thai, ...): needs a dictionary
};

namespace internal {
CharClass ClassBeyondAscii(char32_t code);

inline constexpr std::array<CharClass, 128> kAscii = [] {
  std::array<CharClass, 128> table{};
  table.fill(CharClass::kPunctuation);
  for (std::size_t c = 0; c <= ' '; ++c) table[c] = CharClass::kSpace;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = CharClass::kDigit;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = CharClass::kLetter;
  for (const char c : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    table[static_cast<std::size_t>(c)] = CharClass::kSymbol;
  }
  table[0x7F] = CharClass::kSpace;
  return table;
}();
}  // namespace internal

inline CharClass ClassOf(char32_t code) {
  return code < internal::kAscii.size() ? internal::kAscii[code] : internal::ClassBeyondAscii(code);
}

inline bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
// DecodeAt, with a short way for ASCII.
inline CodePoint CharacterAt(std::string_view text, std::size_t position) {
  const auto byte = static_cast<unsigned char>(text[position]);
  return byte < 0x80 ? CodePoint{byte, 1} : DecodeAt(text, position);
}

inline bool IsWordClass(CharClass c) { return c == CharClass::kLetter || c == CharClass::kDigit; }

// Class of the character at `position`; the end of the text counts as a space.
inline CharClass ClassAt(std::string_view text, std::size_t position) {
  return position < text.size() ? ClassOf(CharacterAt(text, position).value) : CharClass::kSpace;
}

// Class of the character that ends at `end`; the beginning of the text counts as a space.
CharClass ClassBefore(std::string_view text, std::size_t end);

// First position at or after `position` that is not white space, or the text's size.
std::size_t SkipSpaces(std::string_view text, std::size_t position);

// First white space at or after `position`, or the text's size.
std::size_t ChunkEnd(std::string_view text, std::size_t position);

// Length in bytes of the apostrophe (' or ’) at `position`, or 0.
std::uint32_t ApostropheLength(std::string_view text, std::size_t position);

// Length in bytes of the emoticon, like :-) or ;D, at `position`, or 0.
std::uint32_t EmoticonLength(std::string_view text, std::size_t position);

// `text` in lower case, with the typographic apostrophe as '.
std::string Fold(std::string_view text);

}  // namespace koppel::segment
