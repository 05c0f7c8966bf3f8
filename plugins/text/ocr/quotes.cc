#include "ocr/quotes.h"

#include <array>
#include <optional>

#include "koppel/utf8.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr double kConfidence = 0.95;

struct Pair {
  std::string_view mark;  // of which two stand for one double quote
  std::string_view opening;
  std::string_view closing;  // empty: it never closes
};

constexpr std::array<Pair, 7> kPairs = {{{"\u201A", "\u201E", ""},
                                         {",", "\u201E", ""},
                                         {"`", "\u201C", ""},
                                         {"'", "\"", "\""},
                                         {"\u2018", "\u201C", "\u201C"},
                                         {"\u2019", "\u201D", "\u201D"},
                                         {"\u00B4", "\u201D", "\u201D"}}};

const Pair* PairAt(std::string_view text, std::size_t pos) {
  // Most characters are no mark, and their first byte tells.
  constexpr std::string_view kFirstBytes = ",`'\xE2\xC2";
  if (kFirstBytes.find(text[pos]) == kFirstBytes.npos) return nullptr;
  for (const Pair& pair : kPairs) {
    const std::string_view rest = text.substr(pos);
    const std::size_t size = pair.mark.size();
    if (rest.starts_with(pair.mark) && rest.substr(size).starts_with(pair.mark)) return &pair;
  }
  return nullptr;
}

bool IsSpaceOrEdge(Character c) { return c.size == 0 || IsSpace(c.code); }

bool Opens(Character before, Character after) {
  const bool edge = IsSpaceOrEdge(before) || before.code == '(' || before.code == '[';
  return edge && (IsLetter(after.code) || IsUpper(after.code) || IsDigit(after.code));
}

bool Closes(Character before, Character after) {
  constexpr std::u32string_view kBefore = U".,!?\u2026";
  constexpr std::u32string_view kAfter = U".,;:!?)]";
  const bool word = IsLetter(before.code) || kBefore.find(before.code) != kBefore.npos;
  return word && (IsSpaceOrEdge(after) || kAfter.find(after.code) != kAfter.npos);
}

// What the two marks at `pos` stand for.
std::optional<std::string_view> Meant(std::string_view text, std::size_t pos, const Pair& pair) {
  const Character before = CharacterBefore(text, pos);
  const Character after = CharacterAt(text, pos + 2 * pair.mark.size());
  if (Opens(before, after)) return pair.opening;
  if (!pair.closing.empty() && Closes(before, after)) return pair.closing;
  return {};
}

}  // namespace

void MendQuotes(std::string_view text, std::string_view rule, Edits& edits) {
  for (std::size_t pos = 0; pos < text.size();) {
    const Pair* const pair = PairAt(text, pos);
    if (pair == nullptr) {
      pos += CharacterAt(text, pos).size;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(pos);
    const auto size = static_cast<std::uint32_t>(2 * pair->mark.size());
    if (const auto meant = Meant(text, pos, *pair)) {
      edits.Replace({begin, begin + size}, *meant, rule, kConfidence);
    }
    // Three marks and more are something else, from their first to their last.
    pos += size;
    while (text.substr(pos).starts_with(pair->mark)) pos += pair->mark.size();
  }
}

}  // namespace koppel::text
