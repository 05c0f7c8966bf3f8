#include "weigh.h"

#include <algorithm>
#include <limits>

namespace koppel::sentiment {
namespace {

using Kind = Modifier::Kind;

// A negation reaches about so far, in words with content; measured on Dutch by others, and used by
// most systems.
constexpr std::size_t kNegationReach = 5;
// What changes in amount stands near its change: "daling van de werkloosheid", "de kosten lopen
// flink op".
constexpr std::size_t kChangeReach = 4;
// "zeer zeer mooi" strengthens twice; more of it is noise.
constexpr int kLongestChain = 3;
// "te mooi": too much of a good thing is bad; "te duur": of a bad thing worse.
constexpr double kExcessOfGood = -0.6, kExcessOfBad = 1.3;
// At this strength a thing counts that is said to grow or shrink.
constexpr double kChangedStrength = 0.7;

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

bool IsQuality(const Found& found) {
  return found.entry->part == PartOfSpeech::kAdjective ||
         found.entry->part == PartOfSpeech::kAdverb;
}

class Weigher {
 public:
  Weigher(const Words& words, const Parse& parse)
      : words_(words), parse_(parse), content_(words.size() + 1, 0), scope_end_(words.size()) {
    CountContent();
    by_end_.assign(words.size(), kNone);
    by_begin_.assign(words.size() + 1, kNone);
    entry_at_.assign(words.size() + 1, false);
    for (std::size_t i = 0; i < parse.modifiers.size(); ++i) {
      by_end_[parse.modifiers[i].last] = i;
      by_begin_[parse.modifiers[i].first] = i;
    }
    FindScopeEnds();
    for (const Found& found : parse.entries) {
      entry_at_[found.first] = true;
      findings_.push_back(
          {found, Cover(found), found.entry->polarity * found.entry->strength * found.factor, {}});
      if (!found.prefix.empty()) Note(findings_.back(), "part of", found.prefix);
    }
  }

  std::vector<Finding> Run() {
    for (const ModifierAt& at : parse_.modifiers) {
      if (at.modifier.kind == Kind::kMore || at.modifier.kind == Kind::kLess) Change(at);
    }
    for (Finding& finding : findings_) Scale(finding);
    NegateAll();
    for (Finding& finding : findings_) WeighByClause(finding);
    std::erase_if(findings_, [](const Finding& finding) { return finding.value == 0; });
    return std::move(findings_);
  }

 private:
  void CountContent() {
    std::vector<bool> function(words_.size(), false);
    for (const ModifierAt& at : parse_.modifiers) {
      if (at.modifier.kind == Kind::kMore || at.modifier.kind == Kind::kLess) continue;
      for (std::size_t i = at.first; i <= at.last; ++i) function[i] = true;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      content_[i + 1] = content_[i] + (words_[i].is_word && !function[i] ? 1 : 0);
    }
  }

  // "Niet mooi en niet duur": the first negation ends where the second begins.
  void FindScopeEnds() {
    std::size_t end = words_.size();
    for (std::size_t i = words_.size(); i-- > 0;) {
      const std::size_t join = by_begin_[i];
      const bool joins = join != kNone && parse_.modifiers[join].modifier.kind == Kind::kJoin;
      if (joins && (NegationAt(i + 1) || NegationAt(i + 2))) end = i;
      scope_end_[i] = end;
    }
  }
  bool NegationAt(std::size_t i) const { return i < words_.size() && parse_.negations[i]; }

  Span Cover(const Found& found) const { return words_.Cover(found.first, found.last); }
  std::size_t Between(std::size_t last, std::size_t first) const {
    return content_[first] - content_[last + 1];
  }

  static void Note(Finding& finding, std::string_view rule, std::string_view words) {
    if (!finding.modifiers.empty()) finding.modifiers += "; ";
    (finding.modifiers += rule) += ' ';
    finding.modifiers += words;
  }
  void Note(Finding& finding, std::string_view rule, const ModifierAt& at) const {
    std::string text(words_.Lower(at.first));
    for (std::size_t i = at.first + 1; i <= at.last; ++i) (text += ' ') += words_.Lower(i);
    Note(finding, rule, text);
  }

  // Index of the first finding that begins at word i or later.
  std::size_t FirstFrom(std::size_t i) const {
    const auto found =
        std::lower_bound(findings_.begin(), findings_.end(), i,
                         [](const Finding& f, std::size_t word) { return f.found.first < word; });
    return static_cast<std::size_t>(found - findings_.begin());
  }

  bool CanChange(std::size_t k, const ModifierAt& at) const {
    if (k >= findings_.size() || !parse_.SameClause(findings_[k].found.first, at.first))
      return false;
    const Entry& entry = *findings_[k].found.entry;
    return entry.part == PartOfSpeech::kNoun && findings_[k].found.first != at.first;
  }

  // The thing behind the word, or else the nearest before it: "minder overlast", "de overlast neemt
  // af".
  void Change(const ModifierAt& at) {
    const std::size_t next = FirstFrom(at.last + 1);
    std::size_t changed = kNone;
    if (CanChange(next, at) && Between(at.last, findings_[next].found.first) < kChangeReach)
      changed = next;
    for (std::size_t k = FirstFrom(at.first); changed == kNone && k-- > 0;) {
      if (!parse_.SameClause(findings_[k].found.first, at.first)) break;
      if (Between(findings_[k].found.last, at.first) >= kChangeReach) break;
      if (CanChange(k, at)) changed = k;
    }
    if (changed == kNone) return;
    Finding& finding = findings_[changed];
    const bool less = at.modifier.kind == Kind::kLess;
    const Entry& entry = *finding.found.entry;
    finding.value =
        entry.polarity * std::max(entry.strength, kChangedStrength) * finding.found.factor;
    if (less) finding.value = -finding.value;
    Note(finding, less ? "less" : "more", at);
    // A word that both judges and changes ("groei") has done its part.
    const std::size_t self = FirstFrom(at.first);
    if (self < findings_.size() && findings_[self].found.first == at.first)
      findings_[self].value = 0;
  }

  void Scale(Finding& finding) {
    const Found& found = finding.found;
    std::size_t before = found.first;
    for (int n = 0; n < kLongestChain && before > 0 && by_end_[before - 1] != kNone; ++n) {
      const ModifierAt& at = parse_.modifiers[by_end_[before - 1]];
      if (!ApplyDegree(at, finding)) break;
      before = at.first;
    }
    if (found.entry->part != PartOfSpeech::kVerb) return;
    // A verb's degree follows it, unless it belongs to the next entry: "helpt enorm", "helpt enorm
    // goede mensen".
    const std::size_t after = by_begin_[found.first + 1];
    if (after != kNone && !entry_at_[parse_.modifiers[after].last + 1])
      ApplyDegree(parse_.modifiers[after], finding);
  }

  bool ApplyDegree(const ModifierAt& at, Finding& finding) const {
    if (!parse_.SameClause(at.first, finding.found.first)) return false;
    if (at.modifier.kind == Kind::kScale) {
      finding.value *= at.modifier.factor;
      Note(finding, "scale", at);
      return true;
    }
    if (at.modifier.kind != Kind::kExcess || !IsQuality(finding.found)) return false;
    finding.value *= finding.value > 0 ? kExcessOfGood : kExcessOfBad;
    Note(finding, "excess", at);
    return true;
  }

  void NegateAll() {
    std::vector<bool> used(words_.size(), false);
    for (const ModifierAt& at : parse_.modifiers) {
      if (at.modifier.kind != Kind::kNegate && at.modifier.kind != Kind::kNegateNext) continue;
      // "Is het niet prachtig?" expects a yes.
      if (parse_.question && at.modifier.kind == Kind::kNegate) continue;
      used[at.first] = Forward(at) || (at.modifier.kind == Kind::kNegate && Backward(at));
    }
    // A negation that turns nothing is a refusal: "Ik wil dat niet."
    for (const Found& found : parse_.idle) {
      if (used[found.first]) continue;
      findings_.push_back({found, Cover(found), found.entry->polarity * found.entry->strength, {}});
    }
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return a.found.first < b.found.first;
    });
  }

  bool Forward(const ModifierAt& at) {
    const std::size_t next = FirstFrom(at.last + 1);
    bool reached = false;
    if (next > 0 && findings_[next - 1].found.split && findings_[next - 1].found.last > at.last) {
      reached = Flip(findings_[next - 1], at);
    }
    for (std::size_t k = next; k < findings_.size(); ++k) {
      const std::size_t first = findings_[k].found.first;
      if (!parse_.SameClause(first, at.first) || Between(at.last, first) >= kNegationReach) break;
      if (first >= scope_end_[at.last] || parse_.negations[first]) break;
      reached = Flip(findings_[k], at) || reached;
    }
    return reached;
  }

  // "Ik waardeer hun werk niet": what is negated stands before.
  bool Backward(const ModifierAt& at) {
    for (std::size_t k = FirstFrom(at.first); k-- > 0;) {
      if (!parse_.SameClause(findings_[k].found.first, at.first)) break;
      if (Between(findings_[k].found.last, at.first) >= kNegationReach) break;
      if (Flip(findings_[k], at)) return true;
    }
    return false;
  }

  bool Flip(Finding& finding, const ModifierAt& at) const {
    if (finding.value == 0) return false;
    finding.value *= at.modifier.factor;
    Note(finding, "negate", at);
    return true;
  }

  void WeighByClause(Finding& finding) const {
    const double weight = parse_.clauses[parse_.clause_of[finding.found.first]].weight;
    if (weight != 1) Note(finding, "clause", "outweighed");
    finding.value = std::clamp(finding.value * weight, -1.0, 1.0);
  }

  const Words& words_;
  const Parse& parse_;
  std::vector<std::size_t> content_;            // words with content before word i
  std::vector<std::size_t> scope_end_;          // by word: where a negation before it ends
  std::vector<std::size_t> by_end_, by_begin_;  // modifier by its last and first word
  std::vector<bool> entry_at_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> Weigh(const Words& words, const Parse& parse) {
  return Weigher(words, parse).Run();
}

}  // namespace koppel::sentiment
