// What is different between two runs: first where it begins, then how much there is of what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "koppel/diff/document_diff.h"
#include "koppel/diff/run_identity.h"
#include "koppel/diff/side.h"
#include "koppel/status.h"

namespace koppel {

// A stretch of a text with what stands around it, as it is.
struct Excerpt {
  std::string before, marked, after;
};

struct Example {
  std::string document;
  Excerpt a, b;      // what is at that place in each
  std::string note;  // features and the like; may be empty
};

// Something that can be pointed at: a stretch of text, a row, an edit, a value of the metadata.
struct Place {
  Example example;
  std::string what;  // "text", "layer token", "edits", "metadata language", "digest"
  Span a, b;         // bytes of the texts
};

struct StepGroup {
  std::string step;  // empty: not known
  std::uint64_t documents = 0;
  std::vector<Cause> causes;
  std::vector<Example> examples;
};

struct RuleGroup {
  std::string step, rule;
  std::uint64_t only_a = 0, only_b = 0;
  std::uint64_t changed = 0;  // made in both, with another confidence
  std::vector<Example> examples;
};

struct LayerGroup {
  std::string layer;
  std::uint64_t removed = 0, added = 0, changed = 0;
  std::vector<Example> examples;
};

struct MetadataGroup {
  std::string key;
  std::uint64_t documents = 0;
  std::vector<Example> examples;
};

// A document of the output of one side only.
struct Unpaired {
  std::string document;
  std::string fate;  // what became of it in the other, or empty
};

struct FirstDifference {
  std::string document;
  std::string step;  // empty: not known
  std::optional<Place> place;
  std::vector<Cause> causes;
};

struct RunDiff {
  std::string a, b;
  std::uint64_t documents_a = 0, documents_b = 0, equal = 0;
  std::vector<std::string> differing;
  std::vector<Unpaired> only_a, only_b;
  std::optional<FirstDifference> first;
  std::vector<StepGroup> steps;  // in the order of the pipeline
  std::vector<RuleGroup> rules;
  std::vector<LayerGroup> layers;
  std::vector<MetadataGroup> metadata;
  std::vector<Cause> causes;       // all that is different about what the runs depended on
  std::vector<std::string> notes;  // what could not be compared

  bool different() const { return !differing.empty() || !only_a.empty() || !only_b.empty(); }
};

struct DiffOptions {
  std::size_t examples = 3;  // of each step, rule and layer
  std::string document;      // compare this one alone; empty: all
};

// bad_input if there is no such document, or stored documents are damaged.
Result<RunDiff> DiffRuns(const Side& a, const Side& b, const DiffOptions& options);

}  // namespace koppel
