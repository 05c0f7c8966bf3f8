#include "koppel/utf8.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace koppel {
namespace {

// Bytes of the valid sequence at `i`, or 0 (RFC 3629).
std::size_t SequenceLength(std::string_view text, std::size_t i) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - i, 4));
  std::int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data() + i), next, size, c);
  return c < 0 ? 0 : static_cast<std::size_t>(next);
}

UChar32 AsIcu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

std::size_t FindInvalidUtf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::string_view::npos;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = SequenceLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

CodePoint DecodeAt(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + offset);
  if (bytes[0] < 0x80) return {bytes[0], 1};
  std::int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, next, c);
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(next)};
}

CodePoint DecodeBefore(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - 1;
  while (begin > 0 && !OnBoundary(text, begin)) --begin;
  return DecodeAt(text, begin);
}

void AppendUtf8(char32_t code_point, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, static_cast<std::uint32_t>(code_point));
  out.append(buffer, static_cast<std::size_t>(size));
}

std::size_t CodePoints(std::string_view text) {
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

bool IsLetter(char32_t c) { return u_isalpha(AsIcu(c)) != 0; }
bool IsUpper(char32_t c) { return u_isupper(AsIcu(c)) != 0; }
bool IsLower(char32_t c) { return u_islower(AsIcu(c)) != 0; }
bool IsDigit(char32_t c) { return u_isdigit(AsIcu(c)) != 0; }
bool IsSpace(char32_t c) { return u_isUWhiteSpace(AsIcu(c)) != 0; }
char32_t ToLower(char32_t c) { return static_cast<char32_t>(u_tolower(AsIcu(c))); }

std::string ToLower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      lower.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte));
      ++i;
      continue;
    }
    const CodePoint point = DecodeAt(text, i);
    AppendUtf8(ToLower(point.value), lower);
    i += point.size;
  }
  return lower;
}

}  // namespace koppel
