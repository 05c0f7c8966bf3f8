// Character encodings: from the bytes of a file to UTF-8, with an alignment that leads back.
#pragma once

#include <string>
#include <string_view>

#include "koppel/alignment.h"
#include "koppel/status.h"

namespace koppel::common {

enum class Encoding { kUtf8, kUtf16Le, kUtf16Be, kLatin1, kWindows1252 };

// In the order of the enum.
inline constexpr std::string_view kEncodings[] = {"utf-8", "utf-16le", "utf-16be", "iso-8859-1",
                                                  "windows-1252"};

inline std::string_view Name(Encoding encoding) {
  return kEncodings[static_cast<std::size_t>(encoding)];
}

// What to do with bytes that are no character: refuse the file, or put U+FFFD.
enum class OnInvalid { kFail, kReplace };

// `alignment` leads from the bytes, with their byte-order mark, to the text; it is empty where they
// are equal.
struct Decoded {
  std::string text;
  Alignment alignment;
};

// The bytes after the first `mark` ones, which are skipped, as UTF-8. Plain UTF-8 is moved, not
// copied. bad_input names the first bad byte with its offset.
Result<Decoded> Decode(std::string bytes, std::size_t mark, Encoding encoding,
                       OnInvalid on_invalid);

// Whether a byte is a character of windows-1252 (five are not) or, without C1 controls, of
// iso-8859-1.
bool IsCharacter(unsigned char byte, Encoding single_byte);

}  // namespace koppel::common
