#include "decisions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "koppel/layers.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

constexpr std::size_t kContextBytes = 32;
// A moved block of a page is told by its beginning.
constexpr std::size_t kMostQuoted = 400;

std::string Beginning(std::string_view text) {
  if (text.size() <= kMostQuoted) return std::string(text);
  std::size_t size = kMostQuoted;
  while (!OnBoundary(text, size)) --size;
  return std::string(text.substr(0, size)) + "…";
}

RepairDecision OfArtefact(const Row<Artefact>& artefact) {
  RepairDecision decision;
  decision.rule = artefact[Artefact::rule];
  decision.kind = artefact[Artefact::kind];
  decision.decision = artefact[Artefact::decision];
  decision.confidence = artefact.Has(Artefact::confidence) ? artefact[Artefact::confidence] : 1;
  decision.resolved = artefact[Artefact::resolved];
  decision.left = Beginning(artefact[Artefact::left]);
  decision.right = Beginning(artefact[Artefact::right]);
  decision.span = artefact.span();
  return decision;
}

struct PlacedEdit {
  RevisionEdit edit;
  Span latest, source;
};

// Every edit of the ledger by rule, in text order.
std::map<std::string_view, std::vector<PlacedEdit>> EditsByRule(const Document& document) {
  std::map<std::string_view, std::vector<PlacedEdit>> by_rule;
  for (std::uint32_t r = 0; r < document.revisions(); ++r) {
    LatestMap latest(document, r + 1);
    SourceMap source(document, r);
    for (const RevisionEdit& edit : document.RevisionEdits(r))
      by_rule[edit.rule].push_back({edit, latest(edit.after), source(edit.before)});
  }
  for (auto& [rule, edits] : by_rule) {
    std::stable_sort(edits.begin(), edits.end(), [](const PlacedEdit& a, const PlacedEdit& b) {
      return std::tuple(a.latest.begin, a.source.begin) <
             std::tuple(b.latest.begin, b.source.begin);
    });
  }
  return by_rule;
}

bool Touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

void AddEdit(const PlacedEdit& placed, RepairDecision& decision) {
  if (!decision.in_ledger) {
    decision.before = Beginning(placed.edit.removed);
    decision.after = Beginning(placed.edit.inserted);
  }
  decision.in_ledger = true;
}

RepairDecision OfEdit(const PlacedEdit& placed) {
  RepairDecision decision;
  decision.rule = placed.edit.rule;
  decision.kind = "edit";
  decision.decision = "replace";
  decision.confidence = placed.edit.confidence;
  decision.span = placed.latest;
  decision.source = placed.source;
  AddEdit(placed, decision);
  return decision;
}

// Both in text order. Each artefact takes the first edit that touches it and that no other took; a
// further edit inside it is a part of the same decision.
void Match(const std::vector<PlacedEdit>& edits, std::vector<RepairDecision>& artefacts,
           std::vector<RepairDecision>& all) {
  std::size_t at = 0;
  for (const PlacedEdit& placed : edits) {
    const auto touches = [&](std::size_t i) {
      return i < artefacts.size() && Touch(artefacts[i].span, placed.latest);
    };
    while (at < artefacts.size() && artefacts[at].span.end < placed.latest.begin) ++at;
    if (touches(at) && artefacts[at].in_ledger && touches(at + 1)) ++at;
    const bool own = touches(at) &&
                     (!artefacts[at].in_ledger ||
                      (!artefacts[at].span.empty() && artefacts[at].span.Contains(placed.latest)));
    if (own) {
      AddEdit(placed, artefacts[at]);
    } else {
      all.push_back(OfEdit(placed));
    }
  }
}

std::int64_t PageAt(const Layer<Page>& pages, std::uint32_t position) {
  const std::uint32_t after = pages.LowerBound(position + 1);
  if (after == 0 || !pages[after - 1].Has(Page::number)) return 0;
  return pages[after - 1][Page::number];
}

void AddPlaces(const Document& document, std::vector<RepairDecision>& decisions) {
  const std::string_view text = document.text();
  const auto pages = document.layer<Page>();
  SourceMap source(document);
  for (RepairDecision& decision : decisions) {
    decision.document = document.id();
    // An edit knows its source bytes better than the text that is left.
    if (decision.kind != "edit") decision.source = source(decision.span);
    decision.page = PageAt(pages, decision.span.begin);
    decision.context_left = ContextLeft(text, decision.span.begin);
    decision.context_right = ContextRight(text, decision.span.end);
  }
}

}  // namespace

// Whole words where there are any.
std::string ContextLeft(std::string_view text, std::size_t at) {
  std::size_t begin = at - std::min(at, kContextBytes);
  while (!OnBoundary(text, begin)) ++begin;
  const std::size_t space = text.substr(0, at).find(' ', begin);
  if (begin > 0 && space != std::string_view::npos && space + 1 < at) begin = space + 1;
  return std::string(text.substr(begin, at - begin));
}

std::string ContextRight(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.size(), at + kContextBytes);
  while (!OnBoundary(text, end)) --end;
  const std::size_t space = text.substr(0, end).rfind(' ');
  if (end < text.size() && space != std::string_view::npos && space > at) end = space;
  return std::string(text.substr(at, end - at));
}

std::vector<RepairDecision> DecisionsOf(const Document& document) {
  std::map<std::string_view, std::vector<RepairDecision>> artefacts;
  for (const auto row : document.layer<Artefact>())
    artefacts[row[Artefact::rule]].push_back(OfArtefact(row));
  std::vector<RepairDecision> all;
  for (const auto& [rule, edits] : EditsByRule(document)) Match(edits, artefacts[rule], all);
  for (auto& [rule, decisions] : artefacts)
    std::move(decisions.begin(), decisions.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(), [](const RepairDecision& a, const RepairDecision& b) {
    return a.span.begin < b.span.begin;
  });
  AddPlaces(document, all);
  return all;
}

}  // namespace koppel
