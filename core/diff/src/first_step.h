// Where the states of one document begin to differ.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/diff/side.h"

namespace koppel::internal {

struct StepPoint {
  std::string step;
  std::size_t a = 0, b = 0;  // states to compare: after the step, where that side has it
};

// The histories of a document in both runs, and what was found in them.
class HistoryPair {
 public:
  // Precondition: both sides are stored. Nothing if either has no states of the document.
  static std::optional<HistoryPair> Open(const Side& a, const Side& b, std::string_view id);

  // The first step after which the states differ, for good: what a later step makes equal again
  // does not count. Nothing if all states that both have are equal.
  Result<std::optional<StepPoint>> FirstStep() const;
  Result<DocumentFacts> FactsA(std::size_t state) const { return Facts(a_, state); }
  Result<DocumentFacts> FactsB(std::size_t state) const { return Facts(b_, state); }

 private:
  struct Half {
    const StoredRun* run;
    DocumentHistory history;
  };
  struct Point {
    StepPoint place;
    bool common;  // both went through the step
  };
  HistoryPair(Half a, Half b) : a_(std::move(a)), b_(std::move(b)) {}
  static Result<DocumentFacts> Facts(const Half& half, std::size_t state);
  std::vector<Point> Points() const;
  Result<bool> Equal(std::size_t a, std::size_t b) const;

  Half a_, b_;
};

}  // namespace koppel::internal
