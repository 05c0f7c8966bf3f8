#include "parse.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace koppel::sentiment {
namespace {

using Kind = Modifier::Kind;

constexpr std::array<std::string_view, 17> kClauseMarks = {
    ",", ";", ":", "(", ")", "–", "—", "\"", "“", "”", "„", "«", "»", "…", "...", ".", "!"};

bool IsClauseMark(const Word& word) {
  return !word.is_word &&
         std::find(kClauseMarks.begin(), kClauseMarks.end(), word.lower) != kClauseMarks.end();
}

std::vector<ModifierAt> FindModifiers(const Words& words, const Parse& parse,
                                      const Modifiers& modifiers) {
  std::vector<ModifierAt> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (parse.masked[i]) continue;
    const Modifiers::Match match = modifiers.Find(words, i);
    if (!match) continue;
    found.push_back({i, match.last, *match.value});
    i = match.last;
  }
  return found;
}

// Whether the join begins a clause of its own: a subject follows, and a verb may.
bool JoinsClause(const Words& words, const ModifierAt& join, const Modifiers& modifiers) {
  return modifiers.IsAlso(words.Lower(join.last + 1), Kind::kSubject);
}

bool OpensClause(const Words& words, const ModifierAt& at, const Modifiers& modifiers) {
  switch (at.modifier.kind) {
    case Kind::kBoundary:
    case Kind::kContrast:
    case Kind::kConcede:
      return true;
    case Kind::kJoin:
      return JoinsClause(words, at, modifiers);
    default:
      return false;
  }
}

void SplitClauses(const Words& words, const Modifiers& modifiers, Parse& parse) {
  std::vector<bool> opens(words.size() + 1, false);
  for (const ModifierAt& at : parse.modifiers) {
    if (OpensClause(words, at, modifiers)) opens[at.first] = true;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!parse.masked[i] && IsClauseMark(words[i])) opens[i + 1] = true;
  }
  parse.clause_of.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || opens[i]) parse.clauses.push_back({i, i});
    parse.clauses.back().end = i + 1;
    parse.clause_of[i] = parse.clauses.size() - 1;
  }
}

// The last contrast outweighs all before it; a concession weighs less than what it concedes to.
void WeighClauses(Parse& parse) {
  std::size_t outweighed = 0;
  double factor = 1;
  for (const ModifierAt& at : parse.modifiers) {
    const std::size_t clause = parse.clause_of[at.first];
    if (at.modifier.kind == Kind::kConcede) parse.clauses[clause].weight = at.modifier.factor;
    if (at.modifier.kind != Kind::kContrast) continue;
    outweighed = clause;
    factor = at.modifier.factor;
  }
  for (std::size_t i = 0; i < outweighed; ++i) parse.clauses[i].weight *= factor;
}

// Where a verb's particle must stand at the latest: at the end of its clause or of its half of
// "valt tegen en is duur".
std::vector<std::size_t> VerbEnds(const Words& words, const Parse& parse) {
  std::vector<std::size_t> ends(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) ends[i] = parse.clauses[parse.clause_of[i]].end;
  std::vector<bool> joins(words.size(), false);
  for (const ModifierAt& at : parse.modifiers) joins[at.first] = at.modifier.kind == Kind::kJoin;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (joins[i]) ends[i - 1] = i;
    if (!joins[i] && parse.SameClause(i - 1, i)) ends[i - 1] = ends[i];
  }
  return ends;
}

// "Het beperkt zich tot" is a verb, whatever adjective looks the same; "bereid zich te melden" is
// not.
bool IsReflexiveVerb(const Words& words, const Found& found, const Parse& parse,
                     const Modifiers& modifiers) {
  if (found.entry->part != PartOfSpeech::kAdjective || found.first != found.last) return false;
  if (!modifiers.IsAlso(words.Lower(found.last + 1), Kind::kReflexive)) return false;
  return std::none_of(parse.modifiers.begin(), parse.modifiers.end(), [&](const ModifierAt& at) {
    return at.modifier.kind == Kind::kExcess && at.first > found.last &&
           parse.SameClause(at.first, found.last);
  });
}

void FindEntries(const Words& words, const LanguageData& data, Parse& parse) {
  const std::vector<std::size_t> ends = VerbEnds(words, parse);
  // No entry begins inside a modifier: of "helemaal niet nodig" the entry is "nodig".
  std::vector<bool> inside(words.size(), false);
  for (const ModifierAt& at : parse.modifiers) {
    for (std::size_t i = at.first + 1; i <= at.last; ++i) inside[i] = true;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (parse.masked[i] || inside[i] || !words[i].is_word) continue;
    const std::optional<Found> found = data.lexicon.Find(words, i, ends[i]);
    // A phrase that runs into a target is not meant: "zo goed als | gemeenten".
    if (!found || parse.masked[found->last]) continue;
    if (IsReflexiveVerb(words, *found, parse, data.modifiers)) continue;
    parse.entries.push_back(*found);
    if (!found->split) i = found->last;
  }
}

// A split verb's particle is not an entry of its own.
void DropParticles(Parse& parse) {
  std::vector<bool> particle(parse.clause_of.size(), false);
  for (const Found& found : parse.entries) {
    if (found.split) particle[found.last] = true;
  }
  std::erase_if(parse.entries, [&](const Found& found) {
    return found.first == found.last && particle[found.first];
  });
}

// Modifiers inside a longer entry are part of it ("niets te klagen"); entries inside a longer
// modifier
// ("niet goed genoeg") or under a word that changes the next entry ("erg mooi") are part of that.
void ResolveOverlaps(Parse& parse) {
  std::vector<int> covered(parse.clause_of.size() + 1, 0);
  std::vector<bool> starts(parse.clause_of.size() + 1, false);
  for (const Found& found : parse.entries) {
    starts[found.first] = true;
    if (found.split) continue;
    for (std::size_t i = found.first; i <= found.last; ++i)
      covered[i] = static_cast<int>(found.last - found.first + 1);
  }
  const auto length = [](const ModifierAt& at) { return static_cast<int>(at.last - at.first + 1); };
  std::erase_if(parse.modifiers, [&](const ModifierAt& at) {
    if (covered[at.first] == 0) return false;
    const bool changes_next = starts[at.last + 1] || at.modifier.kind != Kind::kScale;
    return covered[at.first] > length(at) || (covered[at.first] == length(at) && !changes_next);
  });
  std::vector<bool> modifies(parse.clause_of.size() + 1, false);
  for (const ModifierAt& at : parse.modifiers) {
    const bool both = at.modifier.kind == Kind::kMore || at.modifier.kind == Kind::kLess;
    for (std::size_t i = at.first; i <= at.last && !both; ++i) modifies[i] = true;
  }
  for (const Found& found : parse.entries) {
    if (modifies[found.first] && parse.negations[found.first] && found.first == found.last)
      parse.idle.push_back(found);
  }
  std::erase_if(parse.entries,
                [&](const Found& found) { return !found.split && modifies[found.first]; });
}

// "Ik wil dat niet" refuses; "zij wilden niet staken" reports that others did, and "niet als plan,
// maar als idee" corrects.
void KeepRefusals(const Words& words, const Modifiers& modifiers, Parse& parse) {
  std::vector<bool> told(parse.clauses.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (modifiers.IsAlso(words.Lower(i), Kind::kReported)) told[parse.clause_of[i]] = true;
  }
  for (const ModifierAt& at : parse.modifiers) {
    const std::size_t clause = parse.clause_of[at.first];
    if (at.modifier.kind == Kind::kContrast && clause > 0) told[clause - 1] = true;
  }
  std::erase_if(parse.idle, [&](const Found& found) { return told[parse.clause_of[found.first]]; });
}

bool IsNegation(const ModifierAt& at) {
  return at.modifier.kind == Kind::kNegate || at.modifier.kind == Kind::kNegateNext;
}

}  // namespace

Parse ParseSentence(const Words& words, std::vector<bool> masked, const LanguageData& data) {
  Parse parse;
  parse.masked = std::move(masked);
  parse.modifiers = FindModifiers(words, parse, data.modifiers);
  SplitClauses(words, data.modifiers, parse);
  WeighClauses(parse);
  parse.negations.assign(words.size(), false);
  for (const ModifierAt& at : parse.modifiers) parse.negations[at.first] = IsNegation(at);
  parse.question = words.size() > 0 && words.Lower(words.size() - 1) == "?";
  FindEntries(words, data, parse);
  DropParticles(parse);
  ResolveOverlaps(parse);
  KeepRefusals(words, data.modifiers, parse);
  return parse;
}

}  // namespace koppel::sentiment
