// What repair steps decided about a document: its edits, and its artefacts, each once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"

namespace koppel {

struct RepairDecision {
  std::string document;
  std::string rule;
  std::string kind;      // of the artefact; for an edit without one "edit"
  std::string decision;  // "join", "remove", …; for an edit without an artefact "replace"
  double confidence = 1;
  bool resolved = true;
  bool in_ledger = false;                   // at least one edit: it can be taken back
  std::string left, right;                  // of the artefact: what stood on either side
  std::string before, after;                // of the edit
  std::string context_left, context_right;  // a few words of the text around
  Span span;                                // in the latest text
  Span source;                              // bytes of the source's content
  std::int64_t page = 0;                    // 0: not known
};

// In text order. An artefact and the edits of the same rule at its place are one decision.
// Linear in edits and artefacts, times revisions, apart from sorting.
std::vector<RepairDecision> DecisionsOf(const Document& document);

// A few words of the text before and after.
std::string ContextLeft(std::string_view text, std::size_t at);
std::string ContextRight(std::string_view text, std::size_t at);

}  // namespace koppel
