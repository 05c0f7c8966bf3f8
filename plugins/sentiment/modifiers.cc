#include "modifiers.h"

#include <algorithm>
#include <array>
#include <optional>

namespace koppel::sentiment {
namespace {

using Kind = Modifier::Kind;

constexpr std::array<std::string_view, 21> kKinds = {
    "negate",    "negate_next", "block",    "scale",    "excess",     "more",      "less",
    "boundary",  "join",        "contrast", "concede",  "subject",    "pronoun",   "demonstrative",
    "reflexive", "reported",    "article",  "function", "irony_open", "irony_cue", "irony"};

constexpr std::uint32_t Bit(Kind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }

bool Beside(Kind kind) {
  return (kind >= Kind::kSubject && kind <= Kind::kArticle) || kind == Kind::kIronyOpen ||
         kind == Kind::kIronyCue;
}

}  // namespace

Result<Modifiers> Modifiers::Parse(std::string_view text) {
  Modifiers modifiers;
  for (const TableRow& row : ReadTable(text)) {
    const auto name = std::find(kKinds.begin(), kKinds.end(), row[0]);
    if (name == kKinds.end()) return BadRow(row, "unknown kind", row[0]);
    const std::optional<double> factor = row[2].empty() ? 1.0 : ReadNumber(row[2], -3, 3);
    if (!factor) return BadRow(row, "no factor from -3 to 3:", row[2]);
    const Kind kind = static_cast<Kind>(name - kKinds.begin());
    for (const std::string_view words : Split(row[1], ',')) {
      for (auto& phrase : ReadPhrase(words)) {
        if (Beside(kind)) {
          modifiers.also_[phrase.front()] |= Bit(kind);
        } else {
          modifiers.phrases_.Add(std::move(phrase), {kind, *factor});
        }
      }
    }
  }
  return modifiers;
}

bool Modifiers::Is(std::string_view word, Kind kind) const {
  const Modifier* modifier = phrases_.FindWord(word);
  return modifier != nullptr && modifier->kind == kind;
}

bool Modifiers::IsAlso(std::string_view word, Kind kind) const {
  const auto found = also_.find(word);
  return found != also_.end() && (found->second & Bit(kind)) != 0;
}

}  // namespace koppel::sentiment
