#include "assign.h"

#include <algorithm>

namespace koppel::sentiment {
namespace {

using Kind = Modifier::Kind;

// Entries of less strength name things; they do not judge.
constexpr double kJudging = 0.5;

bool Judges(const Finding& finding) {
  return finding.found.entry->strength >= kJudging ||
         finding.modifiers.find("less ") != std::string::npos ||
         finding.modifiers.find("more ") != std::string::npos;
}

std::size_t Distance(const Found& found, const TargetAt& target) {
  if (target.last < found.first) return found.first - target.last;
  if (target.first > found.last) return target.first - found.last;
  return 0;
}

// The nearest target of [first, last) to the finding; of two as near, the one before it.
std::size_t Nearest(const Found& found, const std::vector<TargetAt>& targets, std::size_t first,
                    std::size_t last) {
  std::size_t best = first;
  for (std::size_t t = first; t < last; ++t) {
    if (Distance(found, targets[t]) < Distance(found, targets[best])) best = t;
    if (targets[t].first > found.last) break;
  }
  return best;
}

bool RefersBack(const Words& words, const Modifiers& modifiers, std::size_t i) {
  if (modifiers.IsAlso(words.Lower(i), Kind::kPronoun)) return true;
  return modifiers.IsAlso(words.Lower(i), Kind::kDemonstrative) &&
         modifiers.Is(words.Lower(i + 1), Kind::kFunction);
}

// Whether each clause begins with a noun phrase, behind its conjunction.
std::vector<bool> OwnSubjects(const Words& words, const Parse& parse, const Modifiers& modifiers) {
  std::vector<bool> entry(words.size() + 1, false), modifier(words.size() + 1, false);
  for (const Found& found : parse.entries) entry[found.first] = true;
  for (const ModifierAt& at : parse.modifiers) modifier[at.first] = true;
  std::vector<bool> own;
  for (const Clause& clause : parse.clauses) {
    std::size_t i = clause.first;
    if (i < clause.end && modifier[i]) ++i;
    own.push_back(i + 1 < clause.end && modifiers.IsAlso(words.Lower(i), Kind::kArticle) &&
                  !entry[i + 1] && !modifier[i + 1]);
  }
  return own;
}

}  // namespace

std::vector<bool> MaskOf(const Words& words, const std::vector<TargetAt>& targets) {
  std::vector<bool> mask(words.size(), false);
  for (const TargetAt& target : targets) {
    for (std::size_t i = target.first; i <= target.last; ++i) mask[i] = true;
  }
  return mask;
}

void FindTargets(const Words& words, const TargetList& list, std::vector<TargetAt>& targets) {
  const std::vector<bool> taken = MaskOf(words, targets);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken[i]) continue;
    const auto match = list.Find(words, i);
    if (!match || taken[match.last]) continue;
    targets.push_back({*match.value, i, match.last});
    i = match.last;
  }
  std::sort(targets.begin(), targets.end(),
            [](const TargetAt& a, const TargetAt& b) { return a.first < b.first; });
}

void AddReference(const Words& words, const Modifiers& modifiers, std::string_view previous,
                  std::vector<TargetAt>& targets) {
  if (previous.empty() || !targets.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!RefersBack(words, modifiers, i)) continue;
    targets.push_back({previous, i, i});
    return;
  }
}

std::vector<std::size_t> AssignTargets(const Words& words, const Parse& parse,
                                       const std::vector<Finding>& findings,
                                       const std::vector<TargetAt>& targets,
                                       const Modifiers& modifiers) {
  std::vector<std::size_t> assigned(findings.size(), kNoTarget);
  if (targets.empty()) return assigned;
  const std::vector<bool> own_subject = OwnSubjects(words, parse, modifiers);
  std::size_t first = 0, last = 0;  // targets of the finding's clause
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const std::size_t clause = parse.clause_of[findings[f].found.first];
    while (first < targets.size() && parse.clause_of[targets[first].first] < clause) ++first;
    last = std::max(first, last);
    while (last < targets.size() && parse.clause_of[targets[last].first] == clause) ++last;
    if (!Judges(findings[f])) continue;
    if (first < last) {
      assigned[f] = Nearest(findings[f].found, targets, first, last);
    } else if (!own_subject[clause]) {
      assigned[f] = first > 0 ? first - 1 : first;
    }
  }
  return assigned;
}

}  // namespace koppel::sentiment
