#include "koppel/diff/run_diff.h"

#include <fmt/format.h>

#include <algorithm>

#include "first_step.h"
#include "koppel/diff/baseline.h"
#include "places.h"

namespace koppel {
namespace {

using internal::HistoryPair;
using internal::Places;
using internal::StepPoint;

// The best that both sides can tell of their documents; null where there is none.
struct Readers {
  Detail detail = Detail::kDigests;
  const ReadFacts* a = nullptr;
  const ReadFacts* b = nullptr;
};

Readers BestCommon(const Side& a, const Side& b) {
  for (auto best = a.facts.rbegin(); best != a.facts.rend(); ++best) {
    const auto other = b.facts.find(best->first);
    if (other != b.facts.end()) return {best->first, &best->second, &other->second};
  }
  return {};
}

template <class Group, class Fits>
Group& FindOrAdd(std::vector<Group>& groups, Fits fits, Group fresh) {
  const auto found = std::find_if(groups.begin(), groups.end(), fits);
  if (found != groups.end()) return *found;
  return groups.emplace_back(std::move(fresh));
}

std::string Describe(const Fate& fate) {
  return fmt::format("{} by {}: {}", fate.outcome, fate.step, fate.reason);
}

class Comparison {
 public:
  Comparison(const Side& a, const Side& b, const DiffOptions& options)
      : a_(a), b_(b), options_(options), readers_(BestCommon(a, b)) {
    diff_.a = a.name;
    diff_.b = b.name;
    // What the store and what run.json or a baseline say of files is told from different folders.
    diff_.causes = static_cast<bool>(a.stored) == static_cast<bool>(b.stored)
                       ? CompareIdentities(a.identity, b.identity)
                       : CompareIdentities(Portable(a.identity), Portable(b.identity));
  }

  Result<RunDiff> Run() {
    KOPPEL_RETURN_IF_ERROR(PairDocuments());
    for (const std::string& id : diff_.differing) KOPPEL_RETURN_IF_ERROR(Look(id));
    Sort();
    if (diff_.different()) TellLimits();
    return std::move(diff_);
  }

 private:
  bool Asked(const std::string& id) const {
    return options_.document.empty() || options_.document == id;
  }

  Status PairDocuments() {
    std::map<std::string_view, const SideDocument*> of_b;
    for (const SideDocument& document : b_.documents) of_b.emplace(document.id, &document);
    std::vector<std::string_view> ids;
    for (const SideDocument& document : a_.documents) {
      ids.push_back(document.id);
      const auto other = of_b.find(document.id);
      const SideDocument* pair = other == of_b.end() ? nullptr : other->second;
      if (pair) of_b.erase(other);
      if (!Asked(document.id)) continue;
      ++diff_.documents_a;
      diff_.documents_b += pair ? 1 : 0;
      if (!pair) {
        diff_.only_a.push_back({document.id, FateIn(b_, document.id)});
      } else if (pair->digest == document.digest) {
        ++diff_.equal;
      } else {
        diff_.differing.push_back(document.id);
      }
    }
    for (const SideDocument& document : b_.documents) {
      if (of_b.count(document.id) == 0) continue;
      ids.push_back(document.id);
      if (!Asked(document.id)) continue;
      ++diff_.documents_b;
      diff_.only_b.push_back({document.id, FateIn(a_, document.id)});
    }
    const bool found = diff_.documents_a + diff_.documents_b > 0;
    return options_.document.empty() || found ? Ok() : NoSuchDocument(options_.document, ids);
  }

  static std::string FateIn(const Side& side, const std::string& id) {
    const auto fate = side.fates.find(id);
    return fate == side.fates.end() ? std::string() : Describe(fate->second);
  }

  Status Look(const std::string& id) {
    FirstDifference first{id, {}, {}, {}};
    std::optional<HistoryPair> histories;
    if (a_.stored && b_.stored) histories = HistoryPair::Open(a_, b_, id);
    if (histories) {
      KOPPEL_RETURN_IF_ERROR(LookAtStates(*histories, first));
    } else {
      ++without_states_;
    }
    KOPPEL_RETURN_IF_ERROR(LookAtOutput(id, first));
    AddToSteps(first);
    if (!diff_.first) diff_.first = std::move(first);
    return Ok();
  }

  Status LookAtStates(const HistoryPair& histories, FirstDifference& first) {
    Result<std::optional<StepPoint>> point = histories.FirstStep();
    if (!point.ok()) return std::move(point).status().WithContext(first.document);
    if (!*point) return Ok();
    first.step = (*point)->step;
    Result<DocumentFacts> a = histories.FactsA((*point)->a), b = histories.FactsB((*point)->b);
    if (!a.ok()) return std::move(a).status();
    if (!b.ok()) return std::move(b).status();
    first.place = Places(*a, *b, Compare(*a, *b)).First();
    first.causes = LikelyCauses(diff_.causes, first.step);
    if (a->source_sha256 != b->source_sha256) {
      first.causes = {{Cause::Kind::kInput, first.step,
                       fmt::format("input: the bytes of {} are different", first.document), false}};
    }
    return Ok();
  }

  Status LookAtOutput(const std::string& id, FirstDifference& first) {
    if (!readers_.a) return Ok();
    Result<DocumentFacts> a = (*readers_.a)(id), b = (*readers_.b)(id);
    if (!a.ok() || !b.ok()) {
      diff_.notes.push_back(
          fmt::format("{}: can't be looked at: {}", id, (a.ok() ? b : a).status().ToString()));
      return Ok();
    }
    const DocumentDiff diff = Compare(*a, *b);
    const Places places(*a, *b, diff);
    Count(diff, places);
    if (!first.place) first.place = places.First();
    if (first.step.empty()) GuessStep(*a, *b, diff, first);
    return Ok();
  }

  // Where no states were kept: the source, or else the first step whose edits differ.
  void GuessStep(const DocumentFacts& a, const DocumentFacts& b, const DocumentDiff& diff,
                 FirstDifference& first) const {
    if (!a.source_sha256.empty() && !b.source_sha256.empty() &&
        a.source_sha256 != b.source_sha256) {
      first.causes = {{Cause::Kind::kInput,
                       {},
                       fmt::format("input: the bytes of {} are different", first.document),
                       false}};
      return;
    }
    std::size_t earliest = a_.identity.steps.size();
    for (const auto* edits : {&diff.edits_a, &diff.edits_b}) {
      for (const EditFacts& edit : *edits) earliest = std::min(earliest, Position(edit.step));
    }
    if (earliest == a_.identity.steps.size()) return;
    first.step = a_.identity.steps[earliest].id;
    first.causes = LikelyCauses(diff_.causes, first.step);
  }

  std::size_t Position(std::string_view step) const {
    const auto& steps = a_.identity.steps;
    return static_cast<std::size_t>(
        std::find_if(steps.begin(), steps.end(), [&](auto& facts) { return facts.id == step; }) -
        steps.begin());
  }

  void AddToSteps(const FirstDifference& first) {
    StepGroup& group = FindOrAdd(
        diff_.steps, [&](const StepGroup& each) { return each.step == first.step; },
        StepGroup{first.step, 0, {}, {}});
    ++group.documents;
    for (const Cause& cause : first.causes) {
      const bool known = std::any_of(group.causes.begin(), group.causes.end(),
                                     [&](const Cause& each) { return each.what == cause.what; });
      if (!known && group.causes.size() < kMostCauses) group.causes.push_back(cause);
    }
    if (first.place) Show(group.examples, *first.place);
  }

  void Show(std::vector<Example>& examples, const Place& place) const {
    if (examples.size() < options_.examples) examples.push_back(place.example);
  }

  RuleGroup& RuleOf(const EditFacts& edit) {
    return FindOrAdd(
        diff_.rules,
        [&](const RuleGroup& each) { return each.step == edit.step && each.rule == edit.rule; },
        RuleGroup{edit.step, edit.rule, 0, 0, 0, {}});
  }

  void Count(const DocumentDiff& diff, const Places& places) {
    for (const EditFacts& edit : diff.edits_a) {
      RuleGroup& rule = RuleOf(edit);
      ++rule.only_a;
      if (rule.examples.size() < options_.examples) Show(rule.examples, places.OnlyInA(edit));
    }
    for (const EditFacts& edit : diff.edits_b) {
      RuleGroup& rule = RuleOf(edit);
      ++rule.only_b;
      if (rule.examples.size() < options_.examples) Show(rule.examples, places.OnlyInB(edit));
    }
    for (const auto& changed : diff.edits_changed) {
      RuleGroup& rule = RuleOf(changed.first);
      ++rule.changed;
      if (rule.examples.size() < options_.examples) Show(rule.examples, places.Of(changed));
    }
    for (const RowDifference& row : diff.rows) {
      LayerGroup& layer = FindOrAdd(
          diff_.layers, [&](const LayerGroup& each) { return each.layer == row.layer; },
          LayerGroup{row.layer, 0, 0, 0, {}});
      ++(!row.b ? layer.removed : !row.a ? layer.added : layer.changed);
      if (layer.examples.size() < options_.examples) Show(layer.examples, places.Of(row));
    }
    for (const MetadataDifference& metadata : diff.metadata) {
      MetadataGroup& group = FindOrAdd(
          diff_.metadata, [&](const MetadataGroup& each) { return each.key == metadata.key; },
          MetadataGroup{metadata.key, 0, {}});
      ++group.documents;
      Show(group.examples, places.Of(metadata));
    }
  }

  void Sort() {
    const auto by_place = [this](const auto& x, const auto& y) {
      return Position(x.step) < Position(y.step);
    };
    std::stable_sort(diff_.steps.begin(), diff_.steps.end(), by_place);
    std::stable_sort(diff_.rules.begin(), diff_.rules.end(),
                     [](const RuleGroup& x, const RuleGroup& y) { return x.rule < y.rule; });
    std::stable_sort(diff_.rules.begin(), diff_.rules.end(), by_place);
    std::sort(diff_.layers.begin(), diff_.layers.end(),
              [](const LayerGroup& x, const LayerGroup& y) { return x.layer < y.layer; });
    std::sort(diff_.metadata.begin(), diff_.metadata.end(),
              [](const MetadataGroup& x, const MetadataGroup& y) { return x.key < y.key; });
  }

  void TellLimits() {
    for (const Side* side : {&a_, &b_})
      diff_.notes.insert(diff_.notes.end(), side->notes.begin(), side->notes.end());
    if (a_.stored && b_.stored && without_states_ > 0) {
      diff_.notes.push_back(
          fmt::format("of {} documents the states after each step were not kept", without_states_));
    }
    if (readers_.detail == Detail::kDigests && !diff_.differing.empty()) {
      diff_.notes.push_back(
          "the documents themselves were not kept on both sides: only digests were compared");
    }
    if (readers_.detail == Detail::kAnnotations)
      diff_.notes.push_back("the files have no ledger: edits were not compared");
  }

  static constexpr std::size_t kMostCauses = 10;

  const Side& a_;
  const Side& b_;
  const DiffOptions& options_;
  Readers readers_;
  RunDiff diff_;
  std::uint64_t without_states_ = 0;
};

}  // namespace

Result<RunDiff> DiffRuns(const Side& a, const Side& b, const DiffOptions& options) {
  return Comparison(a, b, options).Run();
}

}  // namespace koppel
