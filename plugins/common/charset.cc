#include "common/charset.h"

#include <fmt/format.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "koppel/document.h"
#include "koppel/utf8.h"

namespace koppel::common {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// windows-1252 from 0x80 to 0x9F; 0 where it has no character. Above, it equals Latin-1.
constexpr char32_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char Byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

Status NotIn(Encoding encoding, std::string_view bytes, std::size_t at) {
  return BadInput(
      fmt::format("byte 0x{:02X} at offset {} is not {}", Byte(bytes, at), at, Name(encoding)));
}

Status DecodeUtf8(std::string_view bytes, OnInvalid on_invalid, TextBuilder& builder) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t next = static_cast<std::int32_t>(builder.position());
  while (next < size) {
    const std::int32_t at = next;
    UChar32 c = 0;
    U8_NEXT(data, next, size, c);
    if (c >= 0) continue;
    if (on_invalid == OnInvalid::kFail) {
      return NotIn(Encoding::kUtf8, bytes, static_cast<std::size_t>(at));
    }
    builder.Copy(static_cast<std::uint32_t>(at) - builder.position());
    builder.Replace(static_cast<std::uint32_t>(next - at), kReplacement);
  }
  builder.Copy(static_cast<std::uint32_t>(size) - builder.position());
  return Ok();
}

char32_t Unit(std::string_view bytes, std::size_t at, Encoding encoding) {
  const std::size_t high = encoding == Encoding::kUtf16Le ? at + 1 : at;
  const std::size_t low = encoding == Encoding::kUtf16Le ? at : at + 1;
  return static_cast<char32_t>(Byte(bytes, high) << 8 | Byte(bytes, low));
}

// Consumes one character, or one unit (or half unit at the end) that is none; false for the latter.
bool DecodeUtf16Step(std::string_view bytes, Encoding encoding, TextBuilder& builder) {
  const std::size_t at = builder.position();
  std::string character(kReplacement);
  if (bytes.size() - at < 2) return builder.Replace(1, character), false;
  char32_t c = Unit(bytes, at, encoding);
  std::uint32_t used = 2;
  if (U16_IS_LEAD(c) && bytes.size() - at >= 4 && U16_IS_TRAIL(Unit(bytes, at + 2, encoding))) {
    c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, Unit(bytes, at + 2, encoding)));
    used = 4;
  }
  const bool valid = !U_IS_SURROGATE(c) && c != 0;  // NUL is a sign of binary data
  if (valid) {
    character.clear();
    AppendUtf8(c, character);
  }
  builder.Replace(used, character);
  return valid;
}

Status DecodeUtf16(std::string_view bytes, Encoding encoding, OnInvalid on_invalid,
                   TextBuilder& builder) {
  while (builder.position() < bytes.size()) {
    const std::size_t at = builder.position();
    if (!DecodeUtf16Step(bytes, encoding, builder) && on_invalid == OnInvalid::kFail) {
      return NotIn(encoding, bytes, at);
    }
  }
  return Ok();
}

Status DecodeSingleByte(std::string_view bytes, Encoding encoding, OnInvalid on_invalid,
                        TextBuilder& builder) {
  std::string character;
  for (std::size_t i = builder.position(); i < bytes.size(); ++i) {
    const unsigned char byte = Byte(bytes, i);
    if (byte < 0x80) continue;
    const bool valid = IsCharacter(byte, encoding);
    if (!valid && on_invalid == OnInvalid::kFail) return NotIn(encoding, bytes, i);
    character.clear();
    AppendUtf8(!valid ? 0xFFFD : byte < 0xA0 ? kWindows1252[byte - 0x80] : byte, character);
    builder.Copy(static_cast<std::uint32_t>(i) - builder.position());
    builder.Replace(1, character);
  }
  builder.Copy(static_cast<std::uint32_t>(bytes.size()) - builder.position());
  return Ok();
}

}  // namespace

bool IsCharacter(unsigned char byte, Encoding single_byte) {
  if (byte < 0x80 || byte > 0x9F) return true;
  return single_byte == Encoding::kWindows1252 && kWindows1252[byte - 0x80] != 0;
}

Result<Decoded> Decode(std::string bytes, std::size_t mark, Encoding encoding,
                       OnInvalid on_invalid) {
  if (bytes.size() > Document::kMaxTextBytes) {
    return BadInput(fmt::format("file of {} bytes; at most {} fit in one document", bytes.size(),
                                Document::kMaxTextBytes));
  }
  const bool plain = encoding == Encoding::kUtf8 && FindInvalidUtf8(bytes) == std::string::npos;
  if (plain && mark == 0) return Decoded{std::move(bytes), {}};

  TextBuilder builder(bytes);
  builder.Skip(static_cast<std::uint32_t>(mark));
  Status status;
  if (plain) {
    builder.Copy(static_cast<std::uint32_t>(bytes.size() - mark));
  } else if (encoding == Encoding::kUtf8) {
    status = DecodeUtf8(bytes, on_invalid, builder);
  } else if (encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be) {
    status = DecodeUtf16(bytes, encoding, on_invalid, builder);
  } else {
    status = DecodeSingleByte(bytes, encoding, on_invalid, builder);
  }
  if (!status.ok()) return status;
  Alignment alignment = builder.alignment();
  return Decoded{builder.TakeText(), std::move(alignment)};
}

}  // namespace koppel::common
