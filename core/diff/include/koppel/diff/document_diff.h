// What is different between two documents of the same source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "koppel/diff/facts.h"
#include "koppel/diff/text_diff.h"

namespace koppel {

// A row of a layer that only one has (the other is empty), or whose features are different.
struct RowDifference {
  std::string layer;
  std::optional<RowFacts> a, b;
};

struct MetadataDifference {
  std::string key;
  std::string a, b;  // empty: not set
};

struct DocumentDiff {
  std::vector<TextHunk> text;
  std::vector<EditFacts> edits_a, edits_b;  // made in one of them only, by source, rule and text
  // The same edits, made with another confidence.
  std::vector<std::pair<EditFacts, EditFacts>> edits_changed;
  std::vector<RowDifference> rows;  // by layer, then in the order of the text
  std::vector<MetadataDifference> metadata;
  std::vector<std::string> layers_a, layers_b;  // layers that one of them only has, though empty

  bool empty() const {
    return text.empty() && edits_a.empty() && edits_b.empty() && edits_changed.empty() &&
           rows.empty() && metadata.empty() && layers_a.empty() && layers_b.empty();
  }
};

DocumentDiff Compare(const DocumentFacts& a, const DocumentFacts& b);

// The features that are different, with both values; of a row that one has, all of them.
struct FeatureDifference {
  std::string name;
  std::string a, b;  // empty: not set
};
std::vector<FeatureDifference> FeatureDifferences(const RowDifference& row);

}  // namespace koppel
