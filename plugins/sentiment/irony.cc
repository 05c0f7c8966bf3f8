#include "irony.h"

#include <algorithm>

namespace koppel::sentiment {
namespace {

using Kind = Modifier::Kind;

// "Nou, prachtig …", "Ja hoor, geweldig …": an interjection may stand before the praise.
constexpr std::size_t kLatestOpening = 3;

std::size_t Opening(const Words& words, const Modifiers& modifiers) {
  for (std::size_t i = 0; i < std::min(kLatestOpening, words.size()); ++i) {
    if (modifiers.IsAlso(words.Lower(i), Kind::kIronyOpen)) return i;
    if (words[i].is_word && !modifiers.IsAlso(words.Lower(i), Kind::kIronyCue)) break;
  }
  return words.size();
}

bool Opposes(const ModifierAt& at) {
  return at.modifier.kind == Kind::kContrast || at.modifier.kind == Kind::kNegate ||
         at.modifier.kind == Kind::kNegateNext;
}

}  // namespace

bool LooksIronic(const Words& words, const Parse& parse, const std::vector<Finding>& findings,
                 const Modifiers& modifiers) {
  const auto set_phrase = [](const ModifierAt& at) { return at.modifier.kind == Kind::kIrony; };
  if (std::any_of(parse.modifiers.begin(), parse.modifiers.end(), set_phrase)) return true;
  const std::size_t opening = Opening(words, modifiers);
  if (opening == words.size()) return false;
  bool cue = false;
  for (std::size_t i = 0; i < words.size() && !cue; ++i) {
    cue = i != opening && modifiers.IsAlso(words.Lower(i), Kind::kIronyCue);
  }
  if (!cue) return false;
  // A cue alone is friendly as often: "Leuk hoor!" It takes something that goes against the praise.
  return std::any_of(parse.modifiers.begin(), parse.modifiers.end(), Opposes) ||
         std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.value < 0; });
}

}  // namespace koppel::sentiment
