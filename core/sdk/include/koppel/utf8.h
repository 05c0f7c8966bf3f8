// UTF-8, the only text encoding inside the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace koppel {

// Offset of the first byte that does not belong to valid UTF-8 (RFC 3629: no surrogates, no
// overlong forms), or npos.
std::size_t FindInvalidUtf8(std::string_view text);

// Whether `offset` (at most the size) is the start of a code point or the end of the text.
inline bool OnBoundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// The code point that starts at `offset`, and its length in bytes. Precondition: valid UTF-8,
// offset on a boundary before the end.
struct CodePoint {
  char32_t value;
  std::uint32_t size;
};
CodePoint DecodeAt(std::string_view text, std::size_t offset);
// The code point that ends at `offset`. Precondition: as above, offset > 0.
CodePoint DecodeBefore(std::string_view text, std::size_t offset);

void AppendUtf8(char32_t code_point, std::string& out);

// Number of code points.
std::size_t CodePoints(std::string_view text);

// Unicode properties and simple case mapping, by ICU.
bool IsLetter(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
bool IsDigit(char32_t c);
bool IsSpace(char32_t c);
char32_t ToLower(char32_t c);
// The text with each code point in its simple lower case; independent of locale.
std::string ToLower(std::string_view text);

}  // namespace koppel
