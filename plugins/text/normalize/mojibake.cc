#include "normalize/mojibake.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lines/characters.h"
#include "normalize/scan.h"
#include "normalize/windows1252.h"

namespace koppel::text {
namespace {

constexpr unsigned kNone = 0;  // no byte: ASCII never is part of a stretch

constexpr double kWhole = 0.99;   // nothing in the text says that it was read rightly
constexpr double kLocal = 0.95;   // the rest of the text was
constexpr double kChance = 0.9;   // only the company that it keeps speaks for it
constexpr std::size_t kRun = 3;   // sequences in a row that chance does not bring together
constexpr std::size_t kMany = 4;  // stretches in a text
constexpr std::size_t kOnePer = 10;

// The byte that Windows-1252 or Latin-1 reads as `code`.
unsigned ByteOf(char32_t code) {
  if (code >= 0x80 && code <= 0xFF) return static_cast<unsigned>(code);
  if (code < 0x80) return kNone;
  const auto* const found = std::find(kWindows1252.begin(), kWindows1252.end(), code);
  if (found == kWindows1252.end()) return kNone;
  return 0x80 + static_cast<unsigned>(found - kWindows1252.begin());
}

std::size_t SequenceLength(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// Whether `code` is a character that `bytes` bytes are used for.
bool IsPossible(char32_t code, std::size_t bytes) {
  if (bytes == 2) return true;
  return bytes == 3 ? code >= 0x800 && !(code >= 0xD800 && code <= 0xDFFF)
                    : code >= 0x10000 && code <= 0x10FFFF;
}

// What may follow a capital at its right place: the end of a quotation, a dash, a space.
bool FollowsCapitals(char32_t code) {
  constexpr std::u32string_view kMarks =
      U"\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u2022\u2039\u203A\u00AB\u00BB\u00A0";
  return kMarks.find(code) != std::u32string_view::npos;
}

struct Mended {
  char32_t code = 0;
  std::size_t size = 0;  // bytes of the text; 0: nothing to mend here
  bool sure = false;     // no right text has these characters together
};

// What stands around a sequence.
struct Surroundings {
  char32_t before = 0;
  char32_t second = 0;  // the second of the sequence
  char32_t after = 0;
};

// Right texts have "É” or „Ä“: a letter and what may stand behind any word.
bool IsSurePair(char32_t code, const Surroundings& around) {
  const bool mark = FollowsCapitals(around.second);
  if (code == 0x153) return IsLower(around.after);  // cœur
  if (code < 0x100) return code >= 0xA0 && !(mark && IsUpper(around.before));
  return code < 0x180 && !mark;
}

bool IsSure(char32_t code, std::size_t bytes, const Surroundings& around) {
  if (bytes == 2) return IsSurePair(code, around);
  if (bytes == 4) return code >= 0x1F000 && code < 0x1FB00;
  const bool punctuation = code >= 0x2000 && code < 0x2070;
  const bool sign = (code >= 0x20A0 && code < 0x20D0) || (code >= 0x2100 && code < 0x2150);
  return punctuation || sign || code == 0xFEFF || code == 0xFFFD ||
         (code >= 0xFB00 && code <= 0xFB06);
}

Mended MendAt(std::string_view text, std::size_t pos) {
  const Character first = CharacterAt(text, pos);
  const unsigned lead = ByteOf(first.code);
  const std::size_t length = SequenceLength(lead);
  if (length == 0) return {};
  const Character second = CharacterAt(text, pos + first.size);
  char32_t code = lead & (0x7FU >> length);
  std::size_t end = pos + first.size;
  for (std::size_t i = 1; i < length; ++i) {
    const Character next = CharacterAt(text, end);
    const unsigned byte = ByteOf(next.code);
    if (byte < 0x80 || byte > 0xBF) return {};
    code = (code << 6) | (byte & 0x3FU);
    end += next.size;
  }
  if (!IsPossible(code, length)) return {};
  const Surroundings around{CharacterBefore(text, pos).code, second.code,
                            CharacterAt(text, end).code};
  return {code, end - pos, IsSure(code, length, around)};
}

// Characters in a row that all have to be mended.
struct Stretch {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string mended;
  std::size_t sequences = 0;
  bool sure = false;
  bool attached = false;  // part of a word
};

Stretch MendStretch(std::string_view text, std::size_t pos) {
  Stretch stretch;
  stretch.begin = pos;
  for (Mended one = MendAt(text, pos); one.size > 0; one = MendAt(text, pos + stretch.size)) {
    AppendUtf8(one.code, stretch.mended);
    stretch.size += one.size;
    stretch.sure |= one.sure || ++stretch.sequences >= kRun;
  }
  const Character next = CharacterAt(text, pos + stretch.size);
  stretch.attached = IsLetter(CharacterBefore(text, pos).code) || IsLetter(next.code);
  return stretch;
}

std::vector<Stretch> FindStretches(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t pos = FindSuspect(text, 0); pos < text.size(); pos = FindSuspect(text, pos)) {
    Stretch stretch = MendStretch(text, pos);
    pos += std::max<std::size_t>(stretch.size, CharacterAt(text, pos).size);
    if (stretch.size > 0) found.push_back(std::move(stretch));
  }
  return found;
}

// Characters beyond ASCII that stand outside the stretches: a decoder that read them rightly read
// the others rightly too. Spaces and marks that programs add themselves do not count.
std::size_t CountRight(std::string_view text, const std::vector<Stretch>& stretches) {
  std::size_t right = 0;
  auto next = stretches.begin();
  for (std::size_t pos = 0; pos < text.size();) {
    if (next != stretches.end() && next->begin == pos) {
      pos += next++->size;
      continue;
    }
    const Character c = CharacterAt(text, pos);
    right += c.code > 0xA0 && c.code != 0xFEFF && c.code != 0xFFFD;
    pos += c.size;
  }
  return right;
}

// What the whole text says about its stretches.
struct Balance {
  std::size_t sure = 0;
  std::size_t all = 0;
  std::size_t right = 0;

  // The probability that `stretch` has to be mended; 0: rather not.
  double Judge(const Stretch& stretch) const {
    if (stretch.sure && right == 0) return kWhole;
    // A text about wrong encodings names them; it does not have them inside words.
    if (stretch.sure) return stretch.attached || all >= right ? kLocal : 0;
    const bool company = sure >= kMany && all >= right * kOnePer;
    return company || (right == 0 && all >= kMany) ? kChance : 0;
  }
};

Balance Weigh(std::string_view text, const std::vector<Stretch>& stretches) {
  Balance balance;
  balance.all = stretches.size();
  balance.right = CountRight(text, stretches);
  for (const Stretch& stretch : stretches) balance.sure += stretch.sure;
  return balance;
}

// What was read wrongly twice has to be mended twice. `after` is what stands behind it.
std::string MendAgain(const std::string& mended, char32_t after) {
  std::string text = mended;
  if (IsLower(after)) AppendUtf8(after, text);
  std::string result;
  for (std::size_t pos = 0; pos < mended.size();) {
    const Stretch stretch = MendStretch(text, pos);
    const std::size_t size = stretch.size > 0 ? stretch.size : CharacterAt(mended, pos).size;
    result += stretch.sure ? stretch.mended : mended.substr(pos, size);
    pos += size;
  }
  return result;
}

}  // namespace

void MendMojibake(std::string_view text, std::string_view rule, Edits& edits) {
  const std::vector<Stretch> stretches = FindStretches(text);
  if (stretches.empty()) return;
  const Balance balance = Weigh(text, stretches);
  for (const Stretch& stretch : stretches) {
    const double confidence = balance.Judge(stretch);
    if (confidence == 0) continue;
    const Span span{static_cast<std::uint32_t>(stretch.begin),
                    static_cast<std::uint32_t>(stretch.begin + stretch.size)};
    const char32_t after = CharacterAt(text, span.end).code;
    edits.Replace(span, MendAgain(stretch.mended, after), rule, confidence);
  }
}

}  // namespace koppel::text
