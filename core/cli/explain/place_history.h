// All that touched one place of a document's text, back to the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

// What a repair step concluded: a row of layer `artefact`.
struct PlaceDecision {
  std::uint32_t row = 0;
  std::string kind, decision, left, right, evidence;
  bool resolved = true;
  Span span;  // in the latest text
};

struct PlaceEdit {
  std::uint32_t revision = 0;
  Span before, after;  // in that revision and the next
  Span source;         // of what was replaced
  std::string removed, inserted;
  std::string context_left, context_right;  // in the text before
};

// An edit, a decision that left the text alone, or both.
struct PlaceEvent {
  std::size_t state = 0;  // of the step (DocumentHistory)
  std::string rule;
  double confidence = 1;
  std::optional<PlaceEdit> edit;
  std::optional<PlaceDecision> decision;
};

// A row of another layer that covers the place or a part of it.
struct PlaceAnnotation {
  const internal::LayerData* layer = nullptr;
  std::uint32_t row = 0;
  Span span;
  std::size_t made = 0, changed = 0;  // states of the steps that made it, and that last changed it
  std::vector<std::uint32_t> evidence;  // of a sentiment: rows of layer `evidence`
};

struct PlaceRevision {
  std::size_t state = 0;  // that ended with this revision
  Span span;
  std::string text;
};

struct PageBox {
  std::int64_t page = 0;
  std::string label;
  double left = 0, top = 0, right = 0, bottom = 0;  // points from the top left; all 0: not known
  double confidence = -1;                           // of recognition, the lowest; -1: not known
};

struct PlaceHistory {
  Span span;
  std::string context_left, context_right;
  std::vector<PlaceEvent> events;            // the newest first
  std::vector<PlaceRevision> revisions;      // the newest first; equal neighbours once
  std::vector<PlaceAnnotation> annotations;  // those of the smallest stretch first
  std::vector<PageBox> boxes;                // one for each line of each page
  Span source;                               // bytes of the source's content
};

// `document` is the last state of `history`, and must outlive the result.
Result<PlaceHistory> HistoryOf(Span place, const DocumentHistory& history,
                               const Document& document);

}  // namespace koppel
