// Which encoding the bytes of a file are in, and whether they are text at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/charset.h"
#include "koppel/status.h"

namespace koppel::common {

struct Detection {
  Encoding encoding = Encoding::kUtf8;
  std::size_t mark = 0;  // bytes of the byte-order mark
};

// By byte-order mark, then strict UTF-8, then the zero bytes of UTF-16, then the bytes that tell
// windows-1252 from iso-8859-1. An empty file is UTF-8. bad_input if the bytes are not text, are
// UTF-8 with damage (naming the first bad byte), or are in an encoding that can't be told.
Result<Detection> Detect(std::string_view bytes);

// kUtf16 has its byte order from the mark, or from the bytes.
enum class Declared { kAuto, kUtf8, kUtf16, kUtf16Le, kUtf16Be, kLatin1, kWindows1252 };

// Holds a declared encoding against the bytes; kAuto detects it. bad_input says where they disagree
// and what the file looks like. With kReplace the declaration is believed of every file that is
// text.
Result<Detection> Determine(std::string_view bytes, Declared declared, OnInvalid on_invalid);

// What the bytes look like, for messages: "a PDF file", "utf-8 text", "binary data".
std::string LooksLike(std::string_view bytes);

}  // namespace koppel::common
