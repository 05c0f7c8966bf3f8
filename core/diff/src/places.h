// Differences as something to look at: stretches of both texts with what stands around them.
#pragma once

#include "koppel/diff/document_diff.h"
#include "koppel/diff/run_diff.h"

namespace koppel::internal {

// Makes examples of the differences between two documents, which must outlive it.
class Places {
 public:
  Places(const DocumentFacts& a, const DocumentFacts& b, const DocumentDiff& diff);

  // The first that there is, in the order text, annotations, metadata, edits.
  Place First() const;
  Place Of(const TextHunk& hunk) const;
  Place Of(const RowDifference& row) const;
  Place Of(const MetadataDifference& metadata) const;
  Place OnlyInA(const EditFacts& edit) const;
  Place OnlyInB(const EditFacts& edit) const;
  Place Of(const std::pair<EditFacts, EditFacts>& changed) const;

 private:
  Place At(Span a, Span b, std::string what, std::string note) const;

  const DocumentFacts& a_;
  const DocumentFacts& b_;
  const DocumentDiff& diff_;
  std::vector<TextHunk> reversed_;
};

}  // namespace koppel::internal
