#include "common/detect.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "koppel/utf8.h"

namespace koppel::common {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view prefix;
  std::string_view what;
};
constexpr Signature kNotText[] = {{"%PDF-"sv, "a PDF file"},
                                  {"PK\x03\x04"sv, "a ZIP archive (docx, odt, epub and the like)"},
                                  {"\xD0\xCF\x11\xE0"sv, "an old Microsoft Office file"},
                                  {"{\\rtf"sv, "an RTF file"},
                                  {"\x1F\x8B"sv, "gzip data"},
                                  {"\x28\xB5\x2F\xFD"sv, "zstd data"},
                                  {"\x89PNG"sv, "a PNG image"},
                                  {"\xFF\xD8\xFF"sv, "a JPEG image"},
                                  {"GIF89a"sv, "a GIF image"},
                                  {"\x7F"
                                   "ELF"sv,
                                   "a program"},
                                  {"\xFF\xFE\0\0"sv, "UTF-32 text"},
                                  {"\0\0\xFE\xFF"sv, "UTF-32 text"}};

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF"sv, Encoding::kUtf8},
                           {"\xFF\xFE"sv, Encoding::kUtf16Le},
                           {"\xFE\xFF"sv, Encoding::kUtf16Be}};

// So much of a file is looked at where counting is enough.
constexpr std::size_t kSample = std::size_t{1} << 16;

std::string_view SignatureOf(std::string_view bytes) {
  for (const Signature& signature : kNotText) {
    if (bytes.starts_with(signature.prefix)) return signature.what;
  }
  return {};
}

Detection DetectMark(std::string_view bytes, Encoding otherwise) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size()};
  }
  return {otherwise, 0};
}

bool IsUtf16(Encoding encoding) {
  return encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
}

// Control characters that text files do have: tab, line ends, form feed, escape, the end mark of
// DOS.
bool IsStrayControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1A && byte != 0x1B;
}

// Whether the bytes read as UTF-16 of an alphabetic script: those lie below U+2100, so that the
// high halves are small, and zero for Latin letters or at least for blanks (about one in seven).
bool ReadsAsUtf16(std::string_view bytes, Encoding order) {
  const std::size_t units = std::min(bytes.size(), kSample) / 2;
  const std::size_t high_half = order == Encoding::kUtf16Le ? 1 : 0;
  std::size_t zeros = 0;
  std::size_t plausible = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const auto high = static_cast<unsigned char>(bytes[2 * i + high_half]);
    const char low = bytes[2 * i + 1 - high_half];
    zeros += high == 0;
    plausible += high == 0 ? low != 0 && !IsStrayControl(low) : high <= 0x20;
  }
  return zeros > 0 && zeros * 10 >= units && plausible * 10 >= units * 9;
}

// Refuses what no single-byte encoding or UTF-8 would hold. Stray controls are let through up to
// one in twenty: extractions from PDF have some.
Status CheckText(std::string_view bytes) {
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return BadInput(fmt::format("not a text file: byte 0x00 at offset {}", nul));
  }
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = std::count_if(sample.begin(), sample.end(), IsStrayControl);
  if (static_cast<std::size_t>(controls) * 20 <= sample.size()) return Ok();
  return BadInput(fmt::format("not a text file: {} control characters in the first {} bytes",
                              controls, sample.size()));
}

struct Utf8Count {
  std::size_t valid = 0;    // sequences of two bytes or more
  std::size_t invalid = 0;  // stretches that are no character
};

Utf8Count CountUtf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  Utf8Count count;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    count.valid += c >= 0x80;
    count.invalid += c < 0;
  }
  return count;
}

// Bytes whose characters (ƒ ˆ ˜ ¤ ¦ ¨ ¬ ¯ ¶ ¸ Â Ã × Þ ÷ þ ÿ) are few in Western European text;
// where they are most of what is not ASCII, the file is damaged or in another encoding.
constexpr std::string_view kRare =
    "\x83\x88\x98\xA4\xA6\xA8\xAC\xAF\xB6\xB8\xC2\xC3\xD7\xDE\xF7\xFE\xFF";

// Whether the bytes read as Western European text: at most a third of the letters beyond ASCII (a
// Cyrillic code page has nearly all of them there) and few rare characters.
bool PlausiblyWestern(std::string_view bytes) {
  std::size_t ascii = 0;
  std::size_t high = 0;
  std::size_t rare = 0;
  for (const char c : bytes.substr(0, kSample)) {
    ascii += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    high += static_cast<unsigned char>(c) >= 0x80;
    rare += kRare.find(c) != std::string_view::npos;
  }
  return rare * 2 < std::max<std::size_t>(high, 1) && (high < 4 || high * 2 <= ascii);
}

Result<Detection> DetectSingleByte(std::string_view bytes) {
  const auto is_c1 = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F;
  };
  const auto undefined = [](char c) {
    return !IsCharacter(static_cast<unsigned char>(c), Encoding::kWindows1252);
  };
  if (std::any_of(bytes.begin(), bytes.end(), undefined) || !PlausiblyWestern(bytes)) {
    const std::size_t bad = FindInvalidUtf8(bytes);
    return BadInput(fmt::format(
        "byte 0x{:02X} at offset {} is not utf-8, and the file does not read as windows-1252; "
        "declare its encoding, or convert it to utf-8",
        static_cast<unsigned char>(bytes[bad]), bad));
  }
  const bool windows = std::any_of(bytes.begin(), bytes.end(), is_c1);
  return Detection{windows ? Encoding::kWindows1252 : Encoding::kLatin1, 0};
}

Status NotText(std::string_view what) {
  return BadInput(fmt::format("not a text file: it looks like {}", what));
}

Encoding AsEncoding(Declared declared, std::string_view bytes) {
  switch (declared) {
    case Declared::kUtf16:
      return ReadsAsUtf16(bytes, Encoding::kUtf16Be) ? Encoding::kUtf16Be : Encoding::kUtf16Le;
    case Declared::kUtf16Le:
      return Encoding::kUtf16Le;
    case Declared::kUtf16Be:
      return Encoding::kUtf16Be;
    case Declared::kLatin1:
      return Encoding::kLatin1;
    case Declared::kWindows1252:
      return Encoding::kWindows1252;
    default:
      return Encoding::kUtf8;
  }
}

// Offset of the first byte that speaks against the encoding, or npos. Most bytes are characters in
// UTF-16 and in the single-byte encodings, so there a file that is valid UTF-8 speaks against them.
std::size_t FirstAgainst(std::string_view bytes, const Detection& declared) {
  const std::size_t bad_utf8 = FindInvalidUtf8(bytes);
  if (declared.encoding == Encoding::kUtf8) return bad_utf8;
  if (IsUtf16(declared.encoding)) {
    const bool reads_as_utf8 = declared.mark == 0 && bad_utf8 == std::string_view::npos &&
                               bytes.find('\0') == std::string_view::npos;
    return reads_as_utf8 && !bytes.empty() ? 0 : std::string_view::npos;
  }
  const auto against = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 &&
           (bad_utf8 == std::string_view::npos || !IsCharacter(byte, declared.encoding));
  };
  const auto found = std::find_if(bytes.begin(), bytes.end(), against);
  return found == bytes.end() ? std::string_view::npos
                              : static_cast<std::size_t>(found - bytes.begin());
}

Detection DeclaredWithMark(std::string_view bytes, Declared declared) {
  const Encoding expected = AsEncoding(declared, bytes);
  const Detection by_mark = DetectMark(bytes, expected);
  const bool agrees =
      by_mark.encoding == expected || (declared == Declared::kUtf16 && IsUtf16(by_mark.encoding));
  return agrees ? by_mark : Detection{expected, 0};
}

}  // namespace

Result<Detection> Detect(std::string_view bytes) {
  if (const std::string_view what = SignatureOf(bytes); !what.empty()) return NotText(what);
  const Detection by_mark = DetectMark(bytes, Encoding::kUtf8);
  if (IsUtf16(by_mark.encoding)) return by_mark;
  for (const Encoding order : {Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    if (by_mark.mark == 0 && ReadsAsUtf16(bytes, order)) return Detection{order, 0};
  }
  KOPPEL_RETURN_IF_ERROR(CheckText(bytes));
  const std::size_t bad = FindInvalidUtf8(bytes);
  if (bad == std::string_view::npos) return by_mark;
  const Utf8Count count = CountUtf8(bytes);
  if (by_mark.mark == 0 && count.valid <= count.invalid) return DetectSingleByte(bytes);
  return BadInput(
      fmt::format("byte 0x{:02X} at offset {} is not utf-8, as the rest of the file is ({} such "
                  "places); repair "
                  "the file, or set 'encoding' to utf-8 and 'invalid' to replace",
                  static_cast<unsigned char>(bytes[bad]), bad, count.invalid));
}

Result<Detection> Determine(std::string_view bytes, Declared declared, OnInvalid on_invalid) {
  if (declared == Declared::kAuto) return Detect(bytes);
  if (const std::string_view what = SignatureOf(bytes); !what.empty()) return NotText(what);
  const Detection detection = DeclaredWithMark(bytes, declared);
  if (on_invalid == OnInvalid::kFail) {
    const std::size_t at = FirstAgainst(bytes, detection);
    if (at != std::string_view::npos) {
      return BadInput(fmt::format(
          "declared {}, but byte 0x{:02X} at offset {} is not; the file looks like {}",
          Name(detection.encoding), static_cast<unsigned char>(bytes[at]), at, LooksLike(bytes)));
    }
  }
  if (IsUtf16(detection.encoding)) return detection;
  if (Status status = CheckText(bytes); !status.ok()) {
    return BadInput(fmt::format("{}; it looks like {}", status.message(), LooksLike(bytes)));
  }
  return detection;
}

std::string LooksLike(std::string_view bytes) {
  if (const std::string_view what = SignatureOf(bytes); !what.empty()) return std::string(what);
  if (!DetectMark(bytes, Encoding::kUtf8).mark) {
    const Utf8Count count = CountUtf8(bytes);
    if (count.invalid > 0 && count.valid > count.invalid) return "damaged utf-8 text";
  }
  const Result<Detection> detection = Detect(bytes);
  return detection.ok() ? fmt::format("{} text", Name(detection->encoding)) : "binary data";
}

}  // namespace koppel::common
