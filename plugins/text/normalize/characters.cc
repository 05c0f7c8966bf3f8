#include "normalize/characters.h"

#include <optional>
#include <string>

#include "lines/characters.h"
#include "normalize/scan.h"
#include "normalize/windows1252.h"

namespace koppel::text {
namespace {

// In the order of kCharacterRules.
enum Rule : std::uint32_t {
  kLineEnd,
  kStrayByte,
  kControl,
  kByteOrderMark,
  kZeroWidth,
  kSoftHyphen,
  kSpace,
  kLigature
};

struct Change {
  Rule rule;
  std::string replacement;
};

constexpr std::array<std::string_view, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

// Latin letters, ASCII and common punctuation: where joiners and direction marks have no work to
// do. The beginning and the end of the text count.
bool IsLatin(char32_t code) { return code < 0x250 || (code >= 0x2010 && code <= 0x205E); }

bool AtLineEnd(std::string_view text, std::size_t pos) {
  const std::size_t end = text.find_first_not_of(" \t\r", pos);
  return end == std::string_view::npos || text[end] == '\n' || text[end] == '\f';
}

std::optional<Change> ControlChange(std::string_view text, std::size_t pos, char32_t code) {
  if (code == '\r') {
    const bool pair = pos + 1 < text.size() && text[pos + 1] == '\n';
    return Change{kLineEnd, pair ? "" : "\n"};
  }
  if (code == '\v') return Change{kLineEnd, "\n"};
  if (code < 0x80) return Change{kControl, ""};
  const char32_t meant = kWindows1252[code - 0x80];
  if (meant == 0) return Change{kControl, ""};
  Change change{kStrayByte, ""};
  AppendUtf8(meant, change.replacement);
  return change;
}

std::optional<Change> FormatChange(std::string_view text, std::size_t pos, Character c) {
  switch (c.code) {
    case 0xFEFF:
      return Change{pos == 0 ? kByteOrderMark : kZeroWidth, ""};
    case 0x200B:
    case 0x2060:
      return Change{kZeroWidth, ""};
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
      if (!IsLatin(CharacterBefore(text, pos).code)) return {};
      if (!IsLatin(CharacterAt(text, pos + c.size).code)) return {};
      return Change{kZeroWidth, ""};
    case 0xAD:
      if (AtLineEnd(text, pos + c.size)) return {};
      return Change{kSoftHyphen, ""};
    default:
      return {};
  }
}

std::optional<Change> SpaceChange(char32_t code) {
  if (code == 0x2028) return Change{kLineEnd, "\n"};
  if (code == 0x2029) return Change{kLineEnd, "\n\n"};
  const bool space = code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
                     code == 0x205F || code == 0x3000;
  return space ? std::optional(Change{kSpace, " "}) : std::nullopt;
}

std::optional<Change> ChangeAt(std::string_view text, std::size_t pos, Character c) {
  if (c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0)) return ControlChange(text, pos, c.code);
  if (c.code >= 0xFB00 && c.code <= 0xFB06)
    return Change{kLigature, std::string(kLigatures[c.code - 0xFB00])};
  if (const auto space = SpaceChange(c.code)) return space;
  return FormatChange(text, pos, c);
}

}  // namespace

CharacterRules::CharacterRules(const std::function<bool(std::string_view rule)>& applies) {
  for (std::uint32_t i = 0; i < kCharacterRules.size(); ++i) {
    if (applies(kCharacterRules[i])) wanted_ |= 1U << i;
  }
}

void CharacterRules::Apply(std::string_view text, Edits& edits) const {
  for (std::size_t pos = FindSuspect(text, 0); pos < text.size(); pos = FindSuspect(text, pos)) {
    const Character c = CharacterAt(text, pos);
    const std::optional<Change> change = ChangeAt(text, pos, c);
    if (change && (wanted_ & (1U << change->rule)) != 0) {
      const auto begin = static_cast<std::uint32_t>(pos);
      edits.Replace({begin, begin + c.size}, change->replacement, kCharacterRules[change->rule]);
    }
    pos += c.size;
  }
}

}  // namespace koppel::text
